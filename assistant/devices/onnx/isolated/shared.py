"""Memory that the child process and its parent share: features there, emissions back.

It has no name that could outlive a crash (Linux: memfd, elsewhere on POSIX a file that is unlinked
at once), so nothing of what the user said stays behind. Windows frees a named block with its last user.
"""

import mmap
import os
import tempfile
from dataclasses import dataclass
from multiprocessing import shared_memory

import numpy as np

from assistant.devices.onnx.emission import TOP
from assistant.devices.onnx.layout import FEATURES
from assistant.errors import ModelError
from assistant.recognize.features import Floats
from assistant.recognize.ports import QUERIES, Emissions, Ints

SIZE = 32 << 20
"""Bytes of address space; the system gives memory only to the part that is used."""
INHERITED = hasattr(os, "fork")
"""Whether a child inherits open files by their numbers; where not, the block needs a name."""
_WORD = 4
"""Bytes of every number in it."""


class SharedBlock:
    """One block of shared memory."""

    def __init__(self, handle: str = "") -> None:
        """Make a block, or attach to the one that `handle` names. Raises OSError."""
        self._fd = -1
        self._named: shared_memory.SharedMemory | None = None
        if not INHERITED:
            self._named = shared_memory.SharedMemory(handle or None, create=not handle, size=SIZE)
            self.memory = self._named.buf or memoryview(b"")
        else:
            self._fd = int(handle) if handle else _nameless_file()
            self._map = mmap.mmap(self._fd, SIZE)
            self.memory = memoryview(self._map)

    @property
    def handle(self) -> str:
        """What the child needs to attach."""
        return self._named.name if self._named else str(self._fd)

    @property
    def descriptors(self) -> tuple[int, ...]:
        """File descriptors that the child has to inherit."""
        return (self._fd,) if self._fd >= 0 else ()

    def close(self) -> None:
        """Give it back. Every array made from it must be gone."""
        self.memory.release()
        if self._named:
            self._named.close()
        else:
            self._map.close()
            os.close(self._fd)


def _nameless_file() -> int:
    if hasattr(os, "memfd_create"):
        fd = os.memfd_create("acoustic-model")
    else:
        with tempfile.TemporaryFile(buffering=0) as file:
            fd = os.dup(file.fileno())
    os.ftruncate(fd, SIZE)
    return fd


@dataclass(frozen=True, slots=True)
class Desk:
    """Where in the block everything lies for a run of `frames` frames and `tokens` tokens.

    Features, then the ids of the columns wanted, then the results.
    """

    block: SharedBlock
    frames: int
    tokens: int
    columns: int = 0

    def __post_init__(self) -> None:
        """Raise ModelError where the audio is too long for the block."""
        needed = self.frames * (FEATURES + 2 + 2 * TOP + self.columns) + QUERIES * self.tokens + self.columns
        if needed * _WORD > SIZE:
            raise ModelError(f"{self.frames} frames of audio are too many to recognise at once")

    @property
    def top(self) -> int:
        """Candidates of each frame."""
        return min(TOP, self.tokens)

    def put_features(self, features: Floats) -> None:
        """Write [T, 560] float32."""
        self._floats(0, self.frames, FEATURES)[:] = features

    def features(self) -> Floats:
        """Return [T, 560] float32, in place."""
        return self._floats(0, self.frames, FEATURES)

    def put_wanted(self, columns: Ints) -> None:
        """Write the ids of the columns wanted, [C] int32."""
        self._wanted()[:] = columns

    def wanted(self) -> Ints | None:
        """Return a copy of the ids of the columns wanted, None where none are."""
        return self._wanted().copy() if self.columns else None

    def put(self, emissions: Emissions) -> None:
        """Write what the model gave."""
        for place, array in zip(
            self._results(),
            (emissions.tags, emissions.score, emissions.top_score, emissions.best, emissions.top),
            strict=True,
        ):
            place[:] = array
        if emissions.columns is not None:
            self._columns()[:] = emissions.columns

    def emissions(self) -> Emissions:
        """Return a copy of what the model gave."""
        tags, score, top_score, best, top = self._results()
        columns = self._columns().copy() if self.columns else None
        return Emissions(tags.copy(), best.copy(), score.copy(), top.copy(), top_score.copy(), columns)

    def _results(self) -> tuple[Floats, Floats, Floats, Ints, Ints]:
        frames, top = self.frames, self.top
        tags = frames * FEATURES + self.columns
        score = tags + QUERIES * self.tokens
        top_score = score + frames
        best = top_score + frames * top
        return (
            self._floats(tags, QUERIES, self.tokens),
            self._floats(score, frames),
            self._floats(top_score, frames, top),
            self._floats(best, frames).view(np.int32),
            self._floats(best + frames, frames, top).view(np.int32),
        )

    def _wanted(self) -> Ints:
        return self._floats(self.frames * FEATURES, self.columns).view(np.int32)

    def _columns(self) -> Floats:
        before = self.frames * (FEATURES + 2 + 2 * self.top) + self.columns + QUERIES * self.tokens
        return self._floats(before, self.frames, self.columns)

    def _floats(self, word: int, *shape: int) -> Floats:
        count = int(np.prod(shape))
        return np.frombuffer(self.block.memory, np.float32, count, word * _WORD).reshape(shape)
