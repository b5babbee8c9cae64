"""What a program was given to say, and which of its processes still live."""

import sys
from pathlib import Path

from tests.support.waiting import wait_until

PROGRAM = Path(__file__).with_name("speaker_program.py")


def speaking(file: Path, seconds: float) -> list[str]:
    """Return a voice that writes what it says to `file`, and takes so long for each text."""
    return [sys.executable, "-S", "-E", str(PROGRAM), str(file), str(seconds)]


class SpokenLog:
    """Reads what such a voice has written."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def texts(self) -> list[str]:
        """Return what was said, or begun."""
        return [line.split("\t", 2)[2] for line in self._lines()]

    def wait_for(self, count: int) -> None:
        """Wait until so many texts were begun."""
        wait_until(lambda: len(self._lines()) >= count, f"{count} texts said")

    def living(self) -> list[int]:
        """Return the processes that still run; a zombie does not."""
        numbers = [int(number) for line in self._lines() for number in line.split("\t", 2)[:2]]
        return [number for number in numbers if _lives(number)]

    def _lines(self) -> list[str]:
        return self.file.read_text(encoding="utf-8").splitlines() if self.file.exists() else []


def _lives(number: int) -> bool:
    try:
        state = Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state not in {"Z", "X"}
