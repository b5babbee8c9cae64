"""A file that tells other runs of the assistant that this one still lives."""

import importlib
import importlib.util
import os
from pathlib import Path
from types import ModuleType

_LOCKS: ModuleType | None = importlib.import_module("fcntl") if importlib.util.find_spec("fcntl") else None
"""None on Windows, where a file that is open can't be deleted: that tells just as well."""


class Lease:
    """Held from the first moment until `end`, or until the process dies in whatever way."""

    def __init__(self, path: Path) -> None:
        """Make the file at `path`. Raises OSError."""
        self.path = path
        # Locked before it gets its name: nobody ever sees it without its lock.
        first = path if _LOCKS is None else path.with_suffix(".new")
        self._file: int | None = os.open(first, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        if _LOCKS is not None:
            _LOCKS.flock(self._file, _LOCKS.LOCK_EX | _LOCKS.LOCK_NB)
            first.replace(path)

    def end(self) -> None:
        """Give it back. May be called twice."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
            self.path.unlink(missing_ok=True)


def is_held(path: Path) -> bool:
    """Tell whether the run that made the lease at `path` still lives."""
    try:
        if _LOCKS is None:
            path.unlink()
            return False
        file = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    except PermissionError:
        return True
    try:
        _LOCKS.flock(file, _LOCKS.LOCK_EX | _LOCKS.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(file)
    return False
