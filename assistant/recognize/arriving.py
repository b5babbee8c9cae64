"""A piece of an utterance whose audio is still arriving: features are computed as it comes."""

import numpy as np

from assistant.recognize.features import Fbank, Floats
from assistant.values.audio import Samples


class ArrivingPiece:
    """Audio from `start` on, and its fbank frames so far."""

    def __init__(self, start: int) -> None:
        self.start = start
        self._parts: list[Samples] = []
        self._count = 0
        self._fbank = Fbank()

    @property
    def stop(self) -> int:
        """Index after the last sample that has come."""
        return self.start + self._count

    def accept(self, samples: Samples) -> None:
        """Take the next int16 samples."""
        self._parts.append(samples)
        self._count += samples.size
        self._fbank.accept(samples)

    def samples(self) -> Samples:
        """Return all audio so far."""
        return np.concatenate(self._parts) if self._parts else np.zeros(0, np.int16)

    def frames_of(self, samples: Samples) -> Floats | None:
        """Return the fbank frames of exactly `samples` [n], computing only what is missing.

        None where what came is other audio than that: an announcement of one utterance does not
        fit the audio of another.
        """
        common = min(self._count, samples.size)
        if not np.array_equal(self.samples()[:common], samples[:common]):
            return None
        self.accept(samples[common:])
        return self._fbank.frames(samples.size)
