"""A file on its way: the bytes that have arrived so far, and their hash. It outlives the process."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from assistant.devices.store.catalogue import CatalogueFile
from assistant.devices.store.room import disk_error
from assistant.errors import WrongContentError

BLOCK = 1 << 20


class Part:
    """Takes blocks and hashes them as they come; goes on where an earlier run ended."""

    def __init__(self, path: Path, file: CatalogueFile) -> None:
        """Take the file at `path`, which need not exist. Open it with `with`."""
        self.path = path
        self.expected = file
        self.size = 0
        """Bytes that have arrived."""
        self.is_resumed = False
        """Some of them came in an earlier run."""
        self._hash = hashlib.sha256()
        self._descriptor = -1

    def __enter__(self) -> Self:
        """Open. Raises OSError."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        self._descriptor = os.open(self.path, flags, 0o600)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close; what has arrived stays."""
        os.close(self._descriptor)

    @property
    def missing(self) -> int:
        """Bytes still to come."""
        return self.expected.size - self.size

    def recall(self, told: Callable[[int], None]) -> None:
        """Hash what an earlier run left; `told` hears how many bytes. Too much of it is thrown away."""
        if os.fstat(self._descriptor).st_size > self.expected.size:
            self.restart()
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        while block := os.read(self._descriptor, BLOCK):
            self._hash.update(block)
            self.size += len(block)
            told(self.size)
        self.is_resumed = self.size > 0

    def restart(self) -> None:
        """Throw everything away. Raises OSError."""
        os.ftruncate(self._descriptor, 0)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        self._hash, self.size, self.is_resumed = hashlib.sha256(), 0, False

    def write(self, block: bytes) -> None:
        """Take the next bytes. Raises WrongContentError where there are too many, DiskFullError."""
        if len(block) > self.missing:
            raise WrongContentError(
                f"more than the {self.expected.size:,} bytes of {self.expected.name} came"
            )
        rest = memoryview(block)
        try:
            while rest:
                rest = rest[os.write(self._descriptor, rest) :]
        except OSError as error:
            raise disk_error(error, self.path, self.missing) from error
        self._hash.update(block)
        self.size += len(block)

    def is_right(self) -> bool:
        """Tell whether all of it is here and hashes to what it should."""
        return not self.missing and self._hash.hexdigest() == self.expected.sha256

    def finish(self, target: Path) -> None:
        """Give the complete file its name, in one step. Raises OSError."""
        os.fsync(self._descriptor)
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path.replace(target)
