"""How training changes with progress, which runs from 0 to 1 over the un-paused time given."""

import math

from models.recipe.train.augment import Strength

PEAK = 1.5e-3
"""Highest learning rate."""


def rate(progress: float) -> float:
    """Learning rate: short warm-up, flat to a quarter, then cosine down to a hundredth."""
    if progress < 0.02:  # noqa: PLR2004 - warm-up
        return PEAK * (0.05 + progress / 0.02)
    if progress < 0.25:  # noqa: PLR2004 - plateau
        return PEAK
    down = min(1.0, (progress - 0.25) / 0.75)
    return PEAK * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * down)))


def longest(progress: float) -> int:
    """Longest example in 10 ms frames: short ones first; commands never need more than the last."""
    if progress < 0.08:  # noqa: PLR2004 - the first minutes
        return 220
    return 450 if progress < 0.5 else 700  # noqa: PLR2004 - the second half hears whole sentences


def strength(progress: float) -> Strength:
    """Augmentation: light at first, and never at its fullest while training is this short."""
    grown = min(0.7, 0.3 + progress)
    return Strength(0.14 * grown, 0.6 * grown, 20 - 14 * grown, 0.4 * grown, 0.25 * grown)


def phoneme_weight(progress: float) -> float:
    """Weight of the middle loss: it breaks the CTC plateau early and steps back later."""
    return 1.2 - 0.9 * min(1.0, progress / 0.7)
