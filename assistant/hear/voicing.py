"""Whether somebody's voice may be in a sound at all: a few microseconds, where a network takes milliseconds.

Vowels repeat with the pitch of the voice, which typing, taps and rustling do not.
"""

import numpy as np

from assistant.values.audio import Samples

SLOWER = 4
"""The check is made at a fourth of the rate: pitch is low."""
LAGS = np.arange(8, 58)
"""Periods of a voice at that rate: 500 to 70 Hz."""
QUIETEST = 25.0
"""RMS below which nothing is taken for a voice."""
ALIKE = 0.7
"""Correlation of a sound with itself, one period later: of speech two windows in five have it, of typing one
in a hundred."""


def is_voiced(samples: Samples) -> bool:
    """Tell whether mono int16 at 16 kHz, some 64 ms of it, repeats itself as a voice does."""
    whole = samples[: len(samples) // SLOWER * SLOWER].astype(np.float32)
    slow = whole.reshape(-1, SLOWER).mean(axis=1)
    slow -= slow.mean()
    energy = np.concatenate(([0.0], np.cumsum(slow * slow)))
    count = len(slow)
    if energy[-1] < count * QUIETEST**2:
        return False
    size = 1 << (2 * count - 1).bit_length()
    spectrum = np.fft.rfft(slow, size)
    likeness = np.fft.irfft(spectrum * spectrum.conj(), size)[LAGS]
    loudness = np.sqrt(energy[count - LAGS] * (energy[-1] - energy[LAGS]))
    return bool(np.any(likeness > ALIKE * (loudness + 1e-9)))
