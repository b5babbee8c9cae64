"""An utterance whose audio is still arriving: features are computed as it comes."""

import numpy as np

from assistant.recognize.features import FRAME, HOP, Fbank, Floats, fbank
from assistant.values.audio import Samples


class Arrival:
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

    def complete(self, samples: Samples) -> bool:
        """Take what is still missing of `samples`, which are all there is from `start` on.

        False where something else has come: then this is the arrival of another utterance.
        """
        known = self._samples()
        common = min(self._count, samples.size)
        if not np.array_equal(known[:common], samples[:common]):
            return False
        if samples.size > common:
            self.accept(samples[common:])
        return True

    def frames(self, start: int, stop: int) -> Floats:
        """Return the fbank frames of samples [start, stop) alone, shape [T, 80], T >= 1.

        `start` lies a multiple of HOP behind the beginning, `stop` behind `start`.
        """
        if stop - start < FRAME:
            return fbank(self._samples()[start - self.start : stop - self.start])
        first = (start - self.start) // HOP
        return self._fbank.rows(first, first + 1 + (stop - start - FRAME) // HOP)

    def _samples(self) -> Samples:
        if len(self._parts) > 1:
            self._parts = [np.concatenate(self._parts)]
        return self._parts[0] if self._parts else np.zeros(0, np.int16)
