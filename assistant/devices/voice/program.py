"""A voice that is a program of its own: Piper, espeak-ng, CosyVoice. The text goes to its standard input."""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock

from assistant.consult.ports import Stop
from assistant.devices.deeds.starting import clean_environment
from assistant.errors import ConsultError

LONGEST = 120.0
"""Seconds that one sentence may take."""
LANGUAGE = "{language}"
"""In an argument: the code of the language, `en` or `zh`."""


SYSTEM = (("espeak-ng", "-v", LANGUAGE, "--stdin"), ("espeak", "-v", LANGUAGE, "--stdin"), ("say",))
"""Voices that systems have, best first; each reads its standard input and ends when it has spoken."""
NO_VOICE = (
    "Answers are to be spoken, and there is no voice here. Install espeak-ng, or name a program: "
    'voice = ["piper", ...] under [consult].'
)


def system_voice() -> "ProgramVoice":
    """Return the voice of this system. Raises ConsultError where there is none."""
    found = next((argv for argv in SYSTEM if shutil.which(argv[0])), None)
    if found is None:
        raise ConsultError(NO_VOICE)
    return ProgramVoice(found)


class ProgramVoice:
    """Implements consult.ports.Voice. One sentence at a time; a stop ends the program and all it started."""

    def __init__(self, argv: Sequence[str]) -> None:
        """Speak with `argv`: a program with its arguments, never a line for a shell."""
        self._argv = tuple(argv)
        self._lock = Lock()
        self._program: subprocess.Popen[bytes] | None = None
        self._is_closed = False

    @property
    def name(self) -> str:
        """Return the name of the program."""
        return self._argv[0]

    def speak(self, text: str, language: str, token: Stop) -> None:
        """Say `text`, and return when it has been said. Raises ConsultError where the program fails."""
        program = self._start(language)
        if program is None:
            return
        forget = token.watch(self._end)
        try:
            program.communicate(text.encode(), LONGEST)
        except subprocess.TimeoutExpired:
            self._end()
            program.communicate()
        finally:
            forget()
            with self._lock:
                self._program = None
        if program.returncode > 0 and not token.is_set and not self._is_closed:
            raise ConsultError(
                f"The voice {self._argv[0]} ended with status {program.returncode}. Try it by hand."
            )

    def close(self) -> None:
        """Be silent at once, and for good."""
        self._is_closed = True
        self._end()

    def _start(self, language: str) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self._is_closed:
                return None
            try:
                self._program = subprocess.Popen(
                    [each.replace(LANGUAGE, language or "en") for each in self._argv],
                    cwd=Path.home(),
                    env=clean_environment(),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
            except OSError as error:
                why = error.strerror or type(error).__name__
                raise ConsultError(
                    f"The voice {self._argv[0]} cannot be started ({why}): see voice under [consult]."
                ) from error
            return self._program

    def _end(self) -> None:
        with self._lock:
            if self._program is not None:
                with suppress(ProcessLookupError):
                    os.killpg(self._program.pid, signal.SIGKILL)
