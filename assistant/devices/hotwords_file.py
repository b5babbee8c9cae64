"""hotwords.txt: read when it has changed, and never worse than it was.

Each utterance asks for the list as it begins. That costs one question to the file system, and no
thread has to watch.
"""

from collections.abc import Callable
from pathlib import Path

from assistant.devices.places import places
from assistant.recognize.hotwords.word_list import Hotword, parse

_LARGEST = 1 << 20
"""Bytes: ten times what the longest list needs; somebody took a wrong file."""


class HotwordsFile:
    """A list that follows its file."""

    def __init__(self, path: Path | None = None) -> None:
        """Follow the file at `path`; None is the user's own. It does not have to exist."""
        self.path = path or places().hotwords_file
        self.problems: tuple[str, ...] = ()
        """What is wrong with the file as it is now, a sentence each: `hotwords.txt:3: holds no word`."""
        self.report: Callable[[str], None] | None = None
        """Is told each problem once, when it is found."""
        self._seen: tuple[int, int, int] | None = None
        self._list: tuple[Hotword, ...] = ()
        self._is_good = False

    def current(self) -> tuple[Hotword, ...]:
        """Return the list as it is now; the same object while the file has not changed. Never raises.

        Lines that make no sense leave the last good list in force; where there was none yet, the
        other lines count. A file that is gone is an empty list.
        """
        stamp = self._stamp()
        if stamp != self._seen:
            self._seen = stamp
            self._read(is_there=stamp is not None)
        return self._list

    def _read(self, *, is_there: bool) -> None:
        try:
            found = parse(_text(self.path) if is_there else "")
        except (OSError, ValueError) as error:
            self._complain((f"{self.path.name}: can't be read ({error})",))
            return
        problems = tuple(f"{self.path.name}:{problem}" for problem in found.problems)
        if not problems or not self._is_good:
            self._list = found.hotwords
            self._is_good = not problems
        self._complain(problems)

    def _complain(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        for problem in problems:
            if self.report is not None:
                self.report(
                    f"{problem}; the list from before is used."
                    if self._is_good
                    else f"{problem}; the other lines are used."
                )

    def _stamp(self) -> tuple[int, int, int] | None:
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size, status.st_ino


def _text(path: Path) -> str:
    """Return the text of a file. Raises OSError, and ValueError where it is no UTF-8 text of that size."""
    with path.open("rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ValueError("it is larger than a list of words can be")
    return content.decode("utf-8")
