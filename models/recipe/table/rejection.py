"""Ordinary sentences turned away while commands pass: the bar set on one half, told on the other."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from models.recipe.table.closed import Fit
from models.recipe.table.counting import sounds_alike

ACCEPTED, REJECTED = 0.97, 0.995
"""Shares of the first half's commands that should pass, and of its sentences that should not; the bar is set
half-way between what they ask for. A little more than is asked of the second half."""

MEASURES: dict[str, Callable[[Fit], float]] = {
    "gap per frame": lambda fit: fit.gap / fit.frames,
    "gap per unit": lambda fit: fit.gap / fit.units,
    "worst word, gap per unit": lambda fit: fit.worst,
    "worst word and gap per unit": lambda fit: fit.worst + fit.gap / fit.units,
}
"""How badly a phrase fits; above the bar it is turned away."""


@dataclass(frozen=True)
class Rejection:
    """What one measure does to the second half."""

    measure: str
    bar: float
    accepted: float
    """Share of commands that pass."""
    right: float
    """Share of commands that pass as what was said."""
    rejected: dict[str, float]
    """Share of each set of ordinary sentences that is turned away."""


def reject(commands: list[tuple[str, Fit]], others: dict[str, list[Fit]], measure: str) -> Rejection:
    """Set the bar on every other clip, apply it to the rest; `commands` are (said, fit)."""
    badness = MEASURES[measure]
    worst = float(np.quantile([badness(fit) for _, fit in commands[::2]], ACCEPTED))
    best = min(
        float(np.quantile([badness(fit) for fit in fits[::2]], 1 - REJECTED)) for fits in others.values()
    )
    bar = (worst + best) / 2
    passed = [(said, fit) for said, fit in commands[1::2] if badness(fit) <= bar]
    count = len(commands[1::2])
    right = sum(sounds_alike(said, fit.text) for said, fit in passed)
    rejected = {
        name: float(np.mean([badness(fit) > bar for fit in fits[1::2]])) for name, fits in others.items()
    }
    return Rejection(measure, bar, len(passed) / count, right / count, rejected)
