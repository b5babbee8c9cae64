"""How training changes with progress, which runs from 0 to 1 over the un-paused time given."""

from dataclasses import dataclass

from models.recipe.train.augment import Strength

LAST_RATE = 0.01
"""Share of the peak that the learning rate ends at."""


@dataclass(frozen=True)
class Schedule:
    """One way through a run; every method takes the progress."""

    peak: float
    """Highest learning rate."""
    plateau: float
    """Progress at which the rate begins to fall, in a straight line."""
    lengths: tuple[tuple[float, int], ...]
    """Longest example in 10 ms frames up to each progress."""
    strength_at_first: float
    phonemes_at_first: float
    """Weight of the middle loss, which breaks the CTC plateau early and steps back later."""

    def rate(self, progress: float) -> float:
        """Learning rate: a short warm-up, the plateau, the way down."""
        if progress < 0.02:  # noqa: PLR2004 - warm-up
            return self.peak * (0.05 + 0.95 * progress / 0.02)
        down = min(1.0, max(0.0, (progress - self.plateau) / (1 - self.plateau)))
        return self.peak * (1 - (1 - LAST_RATE) * down)

    def longest(self, progress: float) -> int:
        """Longest example in 10 ms frames."""
        return next(length for until, length in self.lengths if progress <= until)

    def strength(self, progress: float) -> Strength:
        """Augmentation: light at first, and never at its fullest while training is this short."""
        grown = min(0.7, self.strength_at_first + progress)
        return Strength(0.14 * grown, 0.6 * grown, 20 - 14 * grown, 0.4 * grown, 0.25 * grown)

    def phoneme_weight(self, progress: float) -> float:
        """Weight of the middle loss, falling to a quarter of what it was."""
        return self.phonemes_at_first * (1 - 0.75 * min(1.0, progress / 0.7))


FROM_NOTHING = Schedule(1.5e-3, 0.25, ((0.08, 220), (0.5, 450), (1.0, 1560)), 0.3, 1.2)
CONTINUED = Schedule(7e-4, 0.15, ((0.4, 700), (1.0, 1560)), 0.5, 0.3)
"""From weights that know speech already: a lower peak, sentences at once."""
