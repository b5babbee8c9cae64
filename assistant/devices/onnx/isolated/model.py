"""The acoustic model in a child process: a crash costs one retry, and memory can be given back.

The round trip was measured before it became the default (`tests/conformance/round_trip.py`): 0.2 ms
with 320 tokens, 0.8 ms with 25,055, for 10 s of audio.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from threading import Lock
from typing import TypeVar

from assistant.devices.onnx.isolated.child import Child, Work, worker_command
from assistant.devices.onnx.isolated.shared import Desk, SharedBlock
from assistant.devices.onnx.isolated.wire import Answer, Command, Order, Said
from assistant.devices.onnx.layout import ModelFiles
from assistant.errors import CancelledError, ModelError, RecognizerCrashedError
from assistant.recognize.features import Floats
from assistant.recognize.ports import Cancellation, Emissions, ModelDescription, Query
from assistant.values.settings import RecognizeSettings

ATTEMPTS = 2
_LOG = logging.getLogger(__name__)

T = TypeVar("T")


class ChildAcousticModel:
    """Runs a SenseVoice graph in a child process; one call at a time, from any thread."""

    def __init__(
        self, files: ModelFiles, settings: RecognizeSettings | None = None, program: list[str] | None = None
    ) -> None:
        """Remember what to load; `warm` or the first `emit` starts the child."""
        self._files = files
        how = settings or RecognizeSettings()
        self._work = Work(files.graph, how.threads, how.prepare, how.device, how.unload_after_s)
        self.tell: Callable[[str], None] = _LOG.warning
        """Is told, once, why a graphics processor that was wished for does not run the model."""
        self._program = worker_command() if program is None else program
        self._using = Lock()
        self._child: Child | None = None
        self._block: SharedBlock | None = None
        self._serial = 0
        self._closes = 0

    @property
    def description(self) -> ModelDescription:
        """What its files say about it."""
        return self._files.description

    @property
    def pid(self) -> int | None:
        """Process id of the child, None where none runs."""
        child = self._child
        return child.pid if child else None

    @property
    def runs_on(self) -> str:
        """What runs it, by the child's latest answer; empty while there is none, or no child any more."""
        child = self._child
        return "" if child is None or child.has_ended else child.runs_on

    def wake(self) -> None:
        """Have the child load, or fetch its weights into memory, and do not wait for that.

        Where it cannot even be started, the next `emit` tells.
        """
        if not self._using.acquire(blocking=False):
            return  # it is at work already
        try:
            child, _ = self._started()
            child.tell(Command(Order.WAKE, 0))
        except RecognizerCrashedError as error:
            _LOG.info("%s", error)
        finally:
            self._using.release()

    def warm(self) -> None:
        """Start the child and wait until the model is loaded. Raises ModelError."""
        with self._using:
            self._attempt(lambda child, _: self._judge(child.wait_ready()), None)

    def emit(self, features: Floats, query: Query, cancellation: Cancellation | None = None) -> Emissions:
        """Run on normalised features [T, 560], T >= 1.

        Raises CancelledError, ModelError, and RecognizerCrashedError where the child died twice.
        """

        def run(child: Child, block: SharedBlock) -> Emissions:
            columns = query.columns if query.columns is not None else ()
            desk = Desk(block, len(features), len(self.description.pieces), len(columns))
            desk.put_features(features)
            if query.columns is not None:
                desk.put_wanted(query.columns)
            numbers = (len(features), query.language, query.text_norm, len(columns))
            self._run(child, numbers, cancellation)
            return desk.emissions()

        with self._using:
            return self._attempt(run, cancellation)

    def close(self) -> None:
        """End the child, which gives all its memory back; the next `emit` starts another."""
        self._closes += 1
        child = self._child
        if child is not None:
            child.end()  # whoever waits for its answer waits no longer
        with self._using:
            self._drop()
            if self._block is not None:
                self._block.close()
                self._block = None

    def _attempt(self, work: Callable[[Child, SharedBlock], T], cancellation: Cancellation | None) -> T:
        closes = self._closes
        status: int | None = None
        for _ in range(ATTEMPTS):
            _stop_if(cancellation is not None and cancellation.is_set)
            child, block = self._started()
            try:
                return work(child, block)
            except EOFError:
                status = self._drop()
                self._distrust()
                _stop_if(cancellation is not None and cancellation.is_set)
                _stop_if(closes != self._closes)
        raise RecognizerCrashedError(
            f"the recogniser crashed {ATTEMPTS} times in a row (exit status {status}); "
            f"if that happens again, install {self.description.name} anew or choose another model"
        )

    def _distrust(self) -> None:
        """After a crash, take the processor instead of what may have caused it."""
        if self._work.device not in {"auto", "cpu"}:
            self.tell(
                f"The recogniser crashed on {self._work.device}; the processor runs the model from now on."
            )
        self._work = replace(self._work, device="cpu")

    def _started(self) -> tuple[Child, SharedBlock]:
        if self._child is not None and self._child.has_ended:
            self._drop()  # it had nothing to do for long, or crashed meanwhile
        try:
            self._block = self._block or SharedBlock()
            self._child = self._child or Child(self._program, self._work, self._block, self._pass_on)
        except OSError as error:
            raise RecognizerCrashedError(f"the recogniser's process cannot be started: {error}") from error
        return self._child, self._block

    def _pass_on(self, notice: str) -> None:
        self.tell(notice)

    def _run(
        self, child: Child, numbers: tuple[int, int, int, int], cancellation: Cancellation | None
    ) -> None:
        self._serial = serial = self._serial + 1
        child.tell(Command(Order.RUN, serial, *numbers))
        cancel = Command(Order.CANCEL, serial)
        end_watch = cancellation.watch(lambda: child.tell(cancel)) if cancellation else None
        try:
            answer = child.wait_answer(serial)
        finally:
            if end_watch is not None:
                end_watch()
        self._judge(answer)
        _stop_if(cancellation is not None and cancellation.is_set)

    def _judge(self, answer: Answer) -> None:
        _stop_if(answer.said is Said.CANCELLED)
        if answer.said is Said.FAILED:
            if answer.serial == 0:
                self._drop()  # it could not load the model and has gone
            raise ModelError(answer.text)

    def _drop(self) -> int | None:
        child, self._child = self._child, None
        return child.close() if child else None


def _stop_if(is_cancelled: bool) -> None:  # noqa: FBT001 - the name of the function says what it means
    if is_cancelled:
        raise CancelledError("recognition was cancelled")
