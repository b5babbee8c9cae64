"""One recording: a WAV file that is readable at every moment while it grows.

The header goes first and claims a length that readers take for a stream, so that a half-written
file is whole up to its last sample.
"""

import os
import struct
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import numpy as np

from assistant.values.audio import SAMPLE_RATE, Samples, read_only, seconds

_HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")
_WIDTH = 2
"""Bytes of a sample."""
_ENDLESS = 0x7FFF_F000
"""Length of a stream: what SoX writes into a pipe, and libsndfile and Python read to the end."""
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One recording on disk."""

    path: Path
    run: str
    """Which run of the assistant wrote it."""
    number: int
    """Serial number of the utterance in that run."""
    started: datetime
    is_delivered: bool = False

    @property
    def seconds(self) -> float:
        """Length of the audio. Raises OSError."""
        return seconds(max(0, self.path.stat().st_size - _HEADER.size) // _WIDTH)

    def samples(self) -> Samples:
        """Read the audio, mono int16 at 16 kHz; what the header says of its length is ignored.

        Raises OSError.
        """
        audio = self.path.read_bytes()[_HEADER.size :]
        return read_only(np.frombuffer(audio[: len(audio) // _WIDTH * _WIDTH], dtype="<i2"))


@dataclass(slots=True)
class Recording:
    """The file of an utterance that is still being spoken."""

    path: Path
    start: int
    """Sample index of its first sample."""
    _count: int = field(init=False, default=0)
    _is_sound: bool = field(init=False, default=True)
    """False where the disk refused a piece or a piece did not abut: then the end writes it anew."""
    _file: int = field(init=False)

    def __post_init__(self) -> None:
        self._file = os.open(self.path, _FLAGS, 0o600)
        try:
            _write(self._file, _header(_ENDLESS))
        except OSError:
            os.close(self._file)
            self.path.unlink()
            raise

    def append(self, start: int, samples: Samples) -> None:
        """Hand the next samples, which begin at `start`, to the kernel. Raises OSError."""
        self._is_sound &= start == self.start + self._count
        try:
            _write(self._file, _bytes(samples))
        except OSError:
            self._is_sound = False
            raise
        self._count += len(samples)

    def finish(self, start: int, samples: Samples) -> None:
        """Hold exactly `samples`, which begin at `start`, and close. Raises OSError."""
        is_prefix = self._is_sound and start == self.start
        try:
            if is_prefix:
                self._settle(samples)
        finally:
            self.close()
        if not is_prefix:
            self._replace(samples)

    def close(self) -> None:
        """Leave the file as it is."""
        os.close(self._file)

    def _settle(self, samples: Samples) -> None:
        # Each step leaves a file that reads well, so a kill between them does no harm.
        _write(self._file, _bytes(samples[self._count :]))
        os.ftruncate(self._file, _HEADER.size + len(samples) * _WIDTH)
        os.lseek(self._file, 0, os.SEEK_SET)
        _write(self._file, _header(len(samples) * _WIDTH))

    def _replace(self, samples: Samples) -> None:
        fresh = self.path.with_suffix(".part")
        file = os.open(fresh, _FLAGS | os.O_TRUNC, 0o600)
        try:
            _write(file, _header(len(samples) * _WIDTH) + _bytes(samples))
        except OSError:
            fresh.unlink()
            raise
        finally:
            os.close(file)
        fresh.replace(self.path)


def _header(length: int) -> bytes:
    """Return the header of a mono 16-bit WAV file with `length` bytes of audio."""
    riff = _HEADER.size - 8 + length
    rate = SAMPLE_RATE * _WIDTH
    # After "fmt ": 16 bytes follow, PCM, one channel, samples and bytes a second, bytes and bits a sample.
    return _HEADER.pack(
        b"RIFF", riff, b"WAVE", b"fmt ", 16, 1, 1, SAMPLE_RATE, rate, _WIDTH, 8 * _WIDTH, b"data", length
    )


def _bytes(samples: Samples) -> bytes:
    return samples.astype("<i2", copy=False).tobytes()


def _write(file: int, audio: bytes) -> None:
    """Hand all of it to the kernel. Raises OSError."""
    rest = memoryview(audio)
    while rest:
        rest = rest[os.write(file, rest) :]
