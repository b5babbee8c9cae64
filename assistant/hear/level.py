"""How loud audio is, relative to the loudest there can be."""

import math
from collections.abc import Iterator

import numpy as np

from assistant.values.audio import AudioChunk, Samples, samples_in

SILENCE = -96.0
"""Decibels of digital silence: what 16 bits can tell apart."""
FULL_SCALE = 32_768.0
STRETCH = samples_in(50)
"""Samples that one measurement of the meter covers, at least."""


def power(samples: Samples) -> float:
    """Return the mean square of int16 samples [n], n > 0, in squared sample units."""
    return float(np.mean(np.square(samples.astype(np.float32))))


def decibels(mean_square: float) -> float:
    """Turn a mean square into RMS decibels relative to full scale, at least SILENCE."""
    if mean_square <= 0:
        return SILENCE
    return max(SILENCE, 10 * math.log10(mean_square / FULL_SCALE**2))


class LevelMeter:
    """Measures the level some twenty times a second, whatever the size of the chunks."""

    def __init__(self) -> None:
        self._energy = 0.0
        self._count = 0

    def feed(self, chunk: AudioChunk) -> Iterator[float]:
        """Take the next chunk and yield RMS decibels once a stretch is full."""
        count = len(chunk.samples)
        if count == 0:
            return
        self._energy += power(chunk.samples) * count
        self._count += count
        if self._count >= STRETCH:
            yield decibels(self._energy / self._count)
            self._energy, self._count = 0.0, 0

    def flush(self) -> Iterator[float]:
        """Yield the level of what was not yet enough for a measurement."""
        if self._count:
            yield decibels(self._energy / self._count)
            self._energy, self._count = 0.0, 0
