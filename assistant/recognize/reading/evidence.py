"""What speaks for speech besides the words: how loud it was, and how much the model wrote."""

from collections.abc import Iterable

import numpy as np

from assistant.recognize.ports import Emissions
from assistant.recognize.reading.reading import Reading
from assistant.values.audio import Samples, Utterance, samples_in
from assistant.values.transcript import Evidence

STRETCH = samples_in(200)
"""Samples over which loudness is measured: a syllable."""
_STEP = samples_in(50)
_FULL_SCALE = 32_768.0
_SILENCE = -96.0


def loudness(samples: Samples) -> tuple[float, float]:
    """Return the RMS of the loudest stretch of int16 `samples` [n], in dB, and its lead on the quietest.

    Audio shorter than a stretch is one stretch; none at all is silence.
    """
    if not samples.size:
        return _SILENCE, 0.0
    size = _STEP if samples.size >= STRETCH else samples.size
    steps = samples[: samples.size - samples.size % size].reshape(-1, size).astype(np.float32)
    energy = np.concatenate(([0.0], np.cumsum(np.einsum("ij,ij->i", steps, steps), dtype=np.float64)))
    span = min(STRETCH // _STEP, len(steps))
    power = (energy[span:] - energy[:-span]) / (span * size)
    levels = 10 * np.log10(np.maximum(power / _FULL_SCALE**2, 10 ** (_SILENCE / 10)))
    return float(levels.max()), float(levels.max() - levels.min())


def emitted(emissions: Emissions, blank: int) -> float:
    """Return how many frames' worth of probability is not blank."""
    blanks = np.where(emissions.top == blank, np.exp(emissions.top_score), 0.0).sum(axis=1)
    return float((1.0 - np.minimum(blanks, 1.0)).sum())


def weigh(utterance: Utterance, readings: Iterable[Reading]) -> Evidence:
    """Put together what there is to say about an utterance and what was read in it."""
    level, contrast = loudness(utterance.samples)
    found = list(readings)
    return Evidence(
        level=level,
        contrast=contrast,
        voiced=utterance.voiced,
        emitted=sum(reading.emitted for reading in found),
        frames=sum(reading.frames for reading in found),
    )
