"""A voice that speaks through Qt, for the engine's thread `voice`."""

from threading import Lock

from assistant.consult.ports import Stop
from assistant.errors import ConsultError
from assistant.tray.voice.mouth import Mouth
from assistant.tray.voice.saying import Saying

LONGEST = 120.0
"""Seconds that one sentence may take."""
OPENS_WITHIN = 10.0
"""Seconds until it is known whether Qt can speak; the service behind it may have to start."""
SILENT_WITHIN = 0.08
"""Seconds that Qt's thread has to be silent; after that nobody waits for it any more."""


class QtVoices:
    """Gives voices that share one mouth. Make it on Qt's thread, before the engine."""

    def __init__(self, engine: str = "") -> None:
        """Speak with Qt's engine of that name; empty: with the best real one. Nothing is loaded yet."""
        self._mouth = Mouth(engine)

    def find(self, language: str) -> "QtVoice | None":
        """Return a voice for the language of this code, empty for any; None where Qt has none here.

        On any thread but Qt's, while its loop runs.
        """
        asked = Saying("", language)
        self._mouth.opened.emit(asked)
        asked.wait(OPENS_WITHIN, 0)
        return QtVoice(self._mouth) if asked.is_over and not asked.problem else None


class QtVoice:
    """Implements consult.ports.Voice. One sentence at a time."""

    def __init__(self, mouth: Mouth) -> None:
        self._mouth = mouth
        self._lock = Lock()
        self._now: Saying | None = None
        self._is_closed = False

    def speak(self, text: str, language: str, token: Stop) -> None:
        """Say `text`, and return when it has been said. Raises ConsultError where Qt fails."""
        saying = Saying(text, language)
        with self._lock:
            if self._is_closed:
                return
            self._now = saying
        forget = token.watch(lambda: self._end(saying))
        try:
            self._mouth.wanted.emit(saying)
            if not saying.wait(LONGEST, SILENT_WITHIN):
                self._end(saying)
        finally:
            forget()
            with self._lock:
                self._now = None
        if saying.problem and not saying.is_called_off:
            raise ConsultError(saying.problem)

    def close(self) -> None:
        """Be silent at once, and for good."""
        with self._lock:
            self._is_closed, saying = True, self._now
        if saying is not None:
            self._end(saying)

    def _end(self, saying: Saying) -> None:
        saying.call_off()
        self._mouth.unwanted.emit(saying)
