"""Whoever speaks a language best: the voice of the front, or a program of this system."""

from collections.abc import Callable
from contextlib import suppress

from assistant.consult.ports import Stop, Voice
from assistant.devices.voice.program import system_voice
from assistant.errors import ConsultError

FindVoice = Callable[[str], Voice | None]
"""Returns the voice that a front has for the language of this code (empty: for any); None where it has none.

May take seconds. Called on the thread that speaks.
"""


class ChosenVoice:
    """Implements consult.ports.Voice with another voice for each language."""

    def __init__(self, find: FindVoice) -> None:
        """Speak with what `find` returns, and with the program of this system where that is nothing."""
        self._find = find
        self._voices: dict[str, Voice] = {}
        self._is_closed = False

    def speak(self, text: str, language: str, token: Stop) -> None:
        """Say `text`. Raises ConsultError where nothing here speaks."""
        voice = self.voice_for(language)
        if not self._is_closed:
            voice.speak(text, language, token)

    def voice_for(self, language: str) -> Voice:
        """Return who speaks this language. Raises ConsultError where nothing here speaks at all."""
        if language not in self._voices:
            self._voices[language] = self._find(language) or self._program_or_any()
        return self._voices[language]

    def close(self) -> None:
        """Be silent at once, and for good."""
        self._is_closed = True
        for voice in tuple(self._voices.values()):
            voice.close()

    def _program_or_any(self) -> Voice:
        with suppress(ConsultError):
            return system_voice()
        return self._find("") or system_voice()
