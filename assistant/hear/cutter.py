"""Where long speech is cut so that no piece is too long to decode: at a pause, heard as it passes.

Audio must not be held back, because it is on its way to the disk and to the features. So a cut has
to be decided a moment after it passed, without knowing what pauses are still to come. In the last
third of the longest piece the quietest place is taken that can be known: at first only what is as
quiet as the quietest two hundredths of the piece so far, then less and less, and anything at its end.
"""

import numpy as np

from assistant.hear.level import power
from assistant.values.audio import SAMPLE_RATE, Samples, samples_in

STEP = samples_in(20)
"""Samples between places where a cut can be."""
SPAN = 8
"""Steps whose mean power is the loudness of the place in their middle (160 ms)."""
LOOK_AHEAD = (SPAN // 2 + 1) * STEP
"""A cut is known this many samples after it passed: half a span, and a step to see it get louder."""
SEARCH = 2 / 3
"""The share of the longest piece that goes by before a cut is looked for."""
AT_FIRST = 0.02
"""The share of the piece so far that may be quieter than a cut at the beginning of the search."""


class Cutter:
    """Hears one utterance in steps and says where it is to be cut."""

    def __init__(self, longest_s: float) -> None:
        """Let no piece be longer than `longest_s` seconds."""
        # what ends before its cut is known stays in one piece, and must not be too long either
        self._longest = max(SPAN, int((longest_s * SAMPLE_RATE - LOOK_AHEAD) / STEP))
        self._powers: list[float] = []
        self._loudness: list[float] = []

    def feed(self, step: Samples) -> bool:
        """Take the next STEP samples; True means: cut LOOK_AHEAD samples before their end."""
        self._powers.append(power(step))
        if len(self._powers) <= SPAN:
            return False
        self._loudness.append(sum(self._powers[-SPAN - 1 : -1]))
        length = len(self._powers) - LOOK_AHEAD // STEP
        if length < self._longest and not self._is_pause(length):
            return False
        self._powers = self._powers[-(LOOK_AHEAD // STEP) :]
        self._loudness = []
        return True

    def _is_pause(self, length: int) -> bool:
        """Tell whether a piece of `length` steps ends in the middle of a pause that is quiet enough."""
        first = self._longest * SEARCH
        if length < first:
            return False
        place, after = self._loudness[-1], sum(self._powers[-SPAN:])
        progress = (length - first) / (self._longest - first)
        allowed = AT_FIRST + (1 - AT_FIRST) * progress**3
        return after >= place and bool(place <= np.quantile(self._loudness, allowed))
