"""What the assistant is doing, for whoever asks over the control socket."""

import os
from threading import Lock

from assistant import __version__
from assistant.engine.state import LASTING
from assistant.values.event import (
    Event,
    Fault,
    LanguagesChanged,
    MicrophoneClosed,
    MicrophoneOpened,
    ModeChanged,
    Recovered,
    State,
    StateChanged,
    TranscriptReady,
    Trouble,
)
from assistant.values.settings import Settings


class StatusKeeper:
    """An observer that remembers the newest of everything. Callable from any thread."""

    def __init__(self, settings: Settings, *, has_windows: bool = False) -> None:
        self.has_windows = has_windows
        """True where there is anything to be seen of the assistant."""
        self._lock = Lock()
        self._state = State.STARTING
        self._mode = settings.mode
        self._model = settings.recognize.model.name if settings.recognize.model else "nano"
        self._languages: tuple[str, ...] = settings.recognize.languages
        self._microphone: str | None = settings.hear.microphone
        self._troubles: dict[Fault, str] = {}

    def follow(self, event: Event) -> None:
        """Note what happened."""
        with self._lock:
            match event:
                case StateChanged(state):
                    self._state = state
                case ModeChanged(mode):
                    self._mode = mode
                case LanguagesChanged(languages):
                    self._languages = languages
                case MicrophoneOpened(name):
                    self._microphone = name
                case MicrophoneClosed():
                    self._microphone = None
                case TranscriptReady(transcript):
                    self._model = transcript.model
                case Trouble(fault, message) if fault in LASTING:
                    self._troubles[fault] = message
                case Recovered(fault):
                    self._troubles.pop(fault, None)
                case _:
                    pass

    def status(self) -> dict[str, object]:
        """Return it as JSON knows it. No word that was said is in it."""
        with self._lock:
            return {
                "state": self._state.value,
                "mode": self._mode.value,
                "languages": list(self._languages),
                "model": self._model,
                "microphone": self._microphone,
                "troubles": list(self._troubles.values()),
                "version": __version__,
                "pid": os.getpid(),
            }
