"""A lock between programs: only one at a time is at work on a model. It ends with the process, however."""

import importlib
import importlib.util
import os
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Self

_POLL_S = 0.1
_POSIX: ModuleType | None = importlib.import_module("fcntl") if importlib.util.find_spec("fcntl") else None
_WINDOWS: ModuleType | None = (
    importlib.import_module("msvcrt") if importlib.util.find_spec("msvcrt") else None
)


class Lock:
    """Held inside a `with`; whoever comes second waits."""

    def __init__(self, path: Path, waiting: Callable[[], None]) -> None:
        """Take the file at `path`; `waiting` is called again and again, and may raise to give up."""
        self._path = path
        self._waiting = waiting
        self._file = -1

    def __enter__(self) -> Self:
        """Wait for it. Raises OSError, and whatever `waiting` raises."""
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            while not _try(self._file):
                self._waiting()
                time.sleep(_POLL_S)
        except BaseException:
            os.close(self._file)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give it back. The empty file stays: taking it away would let a third program in beside a second."""
        os.close(self._file)


def _try(file: int) -> bool:
    try:
        if _POSIX is not None:
            _POSIX.flock(file, _POSIX.LOCK_EX | _POSIX.LOCK_NB)
        elif _WINDOWS is not None:
            _WINDOWS.locking(file, _WINDOWS.LK_NBLCK, 1)
    except (BlockingIOError, PermissionError):
        return False
    return True
