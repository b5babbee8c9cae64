"""Text frames -> tokens: greedy CTC, which merges repeats and drops blanks."""

from dataclasses import dataclass

import numpy as np

from assistant.recognize.ports import Emissions


@dataclass(frozen=True, slots=True)
class Token:
    """One token as it was emitted."""

    id: int
    first: int
    """Text frame where its run begins."""
    last: int
    """Text frame where its run ends, inclusive."""
    score: float
    """Probability at the best frame of the run, 0...1."""


def collapse(emissions: Emissions, blank: int = 0) -> tuple[Token, ...]:
    """Decode greedily: a run of one token is that token once, blanks part two of the same."""
    best = emissions.best
    if not best.size:
        return ()
    edges = np.flatnonzero(np.diff(best)) + 1
    starts = np.concatenate(([0], edges))
    peaks = np.exp(np.maximum.reduceat(emissions.score, starts))
    lasts = np.concatenate((edges, [best.size])) - 1
    return tuple(
        Token(int(best[first]), int(first), int(last), min(1.0, float(peak)))
        for first, last, peak in zip(starts, lasts, peaks, strict=True)
        if best[first] != blank
    )
