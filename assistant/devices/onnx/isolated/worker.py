"""The child process that runs the acoustic model, so that a crash of the runtime is not ours.

Its main thread loads and runs the model. Its `control` thread reads commands: it starts and cancels
runs at any time, and ends the process at once when the parent is gone, however it went.
"""

import json
import os
import signal
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any

from assistant.devices.onnx.isolated.wire import Answer, Command, Order, Said, read_command
from assistant.errors import CancelledError, ModelError

if TYPE_CHECKING:  # the real imports are heavy and wait until the control thread listens
    from assistant.devices.onnx.isolated.shared import SharedBlock
    from assistant.devices.onnx.model import OnnxAcousticModel

FLAG = "--acoustic-worker"
"""First argument of a frozen assistant that is to be this child."""
PATIENCE = 0.5
"""Seconds a cancelled run has until the process ends itself."""
STUCK = 70
"""Exit status then."""


class Job:
    """A run that may be taken back at any time: the Cancellation of it."""

    def __init__(self, command: Command) -> None:
        self.command = command
        self.ended = Event()
        self._lock = Lock()
        self._stops: list[Callable[[], None]] = []
        self._begun = False
        self._cancelled = False

    @property
    def is_set(self) -> bool:
        """True once it was cancelled."""
        return self._cancelled

    def begin(self) -> bool:
        """Mark it as running; False where it was cancelled before."""
        with self._lock:
            self._begun = not self._cancelled
            return self._begun

    def cancel(self) -> bool:
        """Stop it; True where it had not begun, so that it never will."""
        with self._lock:
            self._cancelled = True
            stops, self._stops = self._stops, []
        for stop in stops:
            stop()
        return not self._begun

    def watch(self, stop: Callable[[], None]) -> Callable[[], None]:
        """Call `stop` when it is cancelled; a run is watched once, so the watch needs no end."""
        with self._lock:
            if not self._cancelled:
                self._stops.append(stop)
                return self._stops.clear
        stop()
        return lambda: None


class Worker:
    """Answers commands until the parent is gone."""

    def __init__(self, commands: FileIO, answers: FileIO) -> None:
        self._commands = commands
        self._answers = answers
        self._lock = Lock()
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        """None: words are about to come."""

    def listen(self) -> None:
        """Read commands; the `control` thread's work. Ends the process with the pipe."""
        job: Job | None = None
        while True:
            try:
                command = read_command(self._commands)
            except EOFError:
                os._exit(0)
            if command.order is Order.RUN:
                job = Job(command)
                self._jobs.put(job)
            elif command.order is Order.WAKE:
                self._jobs.put(None)
            elif job is not None and job.command.serial == command.serial:
                self._cancel(job)

    def serve(self, work: dict[str, Any]) -> None:
        """Load the model and run what is asked for, until there is nothing to do for long."""
        from assistant.devices.onnx.isolated.shared import SharedBlock

        try:
            model = self._model(work)
            model.warm()
        except ModelError as error:
            self._answer(Answer(Said.FAILED, 0, str(error)))
            return
        self._answer(Answer(Said.READY, 0, model.runs_on))
        block = SharedBlock(work["block"])
        while True:
            try:
                job = self._jobs.get(timeout=work["unload_after_s"] or None)
            except Empty:
                os._exit(0)
            if job is None:
                model.wake()
            elif job.begin():
                self._answer(_run(model, block, job))
                job.ended.set()

    def _model(self, work: dict[str, Any]) -> "OnnxAcousticModel":
        from assistant.devices.onnx.layout import read_model
        from assistant.devices.onnx.model import OnnxAcousticModel, Wish
        from assistant.devices.onnx.prepare.cache import models_for
        from assistant.devices.onnx.session import SessionSettings

        graph, settings = Path(work["graph"]), SessionSettings(work["threads"])
        prepared = models_for(graph, wanted=work["prepare"])
        model = OnnxAcousticModel(read_model(graph), settings, prepared, Wish(work["device"], waits=False))
        model.tell = self._notice
        return model

    def _notice(self, text: str) -> None:
        self._answer(Answer(Said.NOTICE, 0, text))

    def _cancel(self, job: Job) -> None:
        if job.cancel():
            self._answer(Answer(Said.CANCELLED, job.command.serial))
        elif not job.ended.wait(PATIENCE):
            os._exit(STUCK)

    def _answer(self, answer: Answer) -> None:
        with self._lock:
            self._answers.write(answer.pack())


def _run(model: "OnnxAcousticModel", block: "SharedBlock", job: Job) -> Answer:
    from assistant.devices.onnx.isolated.shared import Desk
    from assistant.recognize.ports import Query

    command = job.command
    desk = Desk(block, command.frames, len(model.description.pieces), command.columns)
    query = Query(command.language, command.text_norm, desk.wanted())
    try:
        desk.put(model.emit(desk.features(), query, job))
    except CancelledError:
        return Answer(Said.CANCELLED, command.serial)
    except ModelError as error:
        return Answer(Said.FAILED, command.serial, str(error))
    return Answer(Said.DONE, command.serial, model.runs_on)


def main(argument: str) -> None:
    """Be the child: `argument` is the JSON that `Child` or the cache of prepared models wrote."""
    work = json.loads(argument)
    if "prepare" in work and "folder" in work:  # to see to it that a model is prepared
        from assistant.devices.onnx.prepare.elsewhere import make_modestly

        make_modestly(Path(work["prepare"]), Path(work["folder"]))
        return
    if "into" in work:  # not to recognise, but to prepare a model
        from assistant.devices.onnx.prepare.child import prepare

        prepare(Path(work["source"]), Path(work["into"]))
        return
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to decide about
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # whatever a library prints must not get between the answers
    worker = Worker(os.fdopen(os.dup(0), "rb", buffering=0), answers)
    Thread(target=worker.listen, name="control", daemon=True).start()
    worker.serve(work)
