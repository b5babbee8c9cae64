"""Soft sounds: recording begins or ends, something failed or is to be confirmed; the thread `chimes`.

And a warning before the longest recording ends.
"""

from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic

from assistant.devices.audio_file import AudioFile
from assistant.devices.places import resources
from assistant.errors import SourceError
from assistant.values.action import Outcome, Result
from assistant.values.audio import Samples, SpeechStarted, Trigger
from assistant.values.event import (
    ActionPerformed,
    Event,
    RecordingLimited,
    Trouble,
    UtteranceDropped,
    UtteranceEnded,
)

WARNING = 10
"""Seconds before the longest recording ends by itself."""
FAILED = {Result.FAILED, Result.ON_CLIPBOARD, Result.WRONG_WINDOW, Result.UNTOUCHED}
"""What the user may be waiting for in vain."""

Play = Callable[[list[Samples]], object]
"""Lets samples be heard. Raises SourceError."""


class Chimes:
    """An observer of the engine."""

    def __init__(self, report: Callable[[Event], None], longest_s: float, play: Play | None) -> None:
        """Report the coming end of a recording of `longest_s`; `play` sounds, or None for silence."""
        self._report = report
        self.fit(longest_s, play)
        self._sounds: dict[str, Samples] = {}
        self._moments: SimpleQueue[str | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="chimes", daemon=True)

    def fit(self, longest_s: float, play: Play | None) -> None:
        """Warn and sound otherwise from the next recording on."""
        self._warn_after = max(1.0, longest_s - WARNING)
        self._left = longest_s - self._warn_after
        self._play = play

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def __call__(self, event: Event) -> None:
        """Follow the engine; returns at once."""
        match event:
            case SpeechStarted(_, _, Trigger.PUSH_TO_TALK):
                self._moments.put("begin")
            case UtteranceEnded() | UtteranceDropped():
                self._moments.put("end")
            case ActionPerformed(_, _, Outcome(Result.ASKED)):
                self._moments.put("confirm")
            case ActionPerformed(_, _, Outcome(result)) if result in FAILED:
                self._moments.put("failed")
            case Trouble():
                self._moments.put("failed")
            case _:
                pass

    def stop(self) -> None:
        """End. May be called twice."""
        self._moments.put(None)
        if self._thread.is_alive():
            self._thread.join(1.0)

    def _run(self) -> None:
        warns_at: float | None = None
        is_recording = False
        while True:
            try:
                patience = None if warns_at is None else max(0.0, warns_at - monotonic())
                moment = self._moments.get(timeout=patience)
            except Empty:
                warns_at = None
                self._report(RecordingLimited(self._left))
                self._sound("warning")
                continue
            if moment is None:
                return
            if moment in {"confirm", "failed"}:
                self._sound(moment)
            elif (moment == "begin") is not is_recording:  # hands-free utterances end without a beginning
                is_recording = not is_recording
                warns_at = monotonic() + self._warn_after if is_recording else None
                self._sound(moment)

    def _sound(self, name: str) -> None:
        play = self._play
        if play is None:
            return
        with suppress(SourceError):  # silence is no reason to say anything while somebody dictates
            if name not in self._sounds:
                self._sounds[name] = AudioFile.read(resources() / "sounds" / f"{name}.wav")
            play([self._sounds[name]])
