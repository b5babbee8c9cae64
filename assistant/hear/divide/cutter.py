"""Where an utterance is divided while it is spoken, decided by its samples alone.

What was said up to a pause can be decoded while the user goes on, so pauses are noticed as they
come: a short piece is only marked there, since it may be all that was said, and a longer one ends.
Where nobody pauses, a piece ends at the quietest place that can be known, in the last third of the
longest piece: at first only at what is as quiet as the quietest fiftieth of the piece so far, then
at less and less, and at anything at its end. Nothing is decided later than it is heard, because the
audio is on its way to the disk and to the features.
"""

from bisect import bisect_left, insort
from collections import deque
from enum import Enum

import numpy as np

from assistant.hear.level import power
from assistant.values.audio import SAMPLE_RATE, Samples, samples_in

STEP = samples_in(20)
"""Samples between places where a mark can be."""
PAUSE = 8
"""Steps of quiet that are a pause (160 ms): the closure before a plosive is shorter."""
APART = 10
"""Steps between marks, at least: five of them a second at most."""
SPOKEN = 5
"""Steps that are not quiet before a pause can be one of speech (100 ms)."""
SEARCH = 2 / 3
"""The share of the longest piece that goes by before any quiet place will do."""
AT_FIRST = 0.02
"""The share of the piece so far that may be quieter than such a place at the beginning of the search."""
MEMORY = 500
"""Steps that tell how loud background and speech are (10 s)."""
FLOOR, PEAK = 0.05, 0.9
"""Of those steps, the share that is quieter than the background at its loudest, and than speech."""
ABOVE_FLOOR = 6.0
"""Quiet is what has no more than this many times the power of the background (8 dB)..."""
BELOW_PEAK = 1e-3
"""...or, to make a pause, of speech (-30 dB): breath is that quiet, and so is no word."""
STANDS_OUT = 0.05
"""Background has no more than this share of the power of speech (-13 dB)."""
INAUDIBLE = 36.0
"""Mean square, in squared sample units, of what is silence in any case (-75 dB)."""


class Mark(Enum):
    """Something to do about what was heard so far."""

    PAUSE = "pause"
    """Speech has paused."""
    CUT = "cut"
    """The piece ends here."""


class Cutter:
    """Hears one utterance in steps and marks where it pauses and where its pieces end."""

    def __init__(self, eager_s: float, longest_s: float) -> None:
        """End pieces of `eager_s` seconds and more at any pause, and all before they are `longest_s`."""
        self._eager = eager_s * SAMPLE_RATE / STEP
        self._longest = max(PAUSE, int(longest_s * SAMPLE_RATE / STEP))
        self._loudness = _Loudness()
        self._powers: list[float] = []
        self._spans: list[float] = []
        self._quiet = 0
        self._spoken = 0
        self._since = APART

    def feed(self, step: Samples) -> Mark | None:
        """Take the next STEP samples and return the mark at their end, if there is one."""
        loudness = power(step)
        self._loudness.add(loudness)
        self._powers.append(loudness)
        self._since += 1
        is_quiet = loudness <= self._loudness.pause
        self._quiet = self._quiet + 1 if is_quiet else 0
        self._spoken += not is_quiet
        is_pause = self._quiet >= PAUSE and self._spoken >= SPOKEN and self._since >= APART
        length = len(self._powers)
        is_cut = (is_pause and length >= self._eager) or self._is_last_chance(length)
        if is_cut:
            self._powers, self._spans = [], []
        if not (is_cut or is_pause):
            return None
        self._since = self._spoken = 0
        return Mark.CUT if is_cut else Mark.PAUSE

    @property
    def silence(self) -> float:
        """The mean square up to which what follows is silence and no speech, not even whispered."""
        return self._loudness.silence

    def _is_last_chance(self, length: int) -> bool:
        """Tell whether a piece of `length` steps must end, or may because it ends in a quiet place."""
        if length <= PAUSE:
            return length >= self._longest
        place, after = sum(self._powers[-PAUSE - 1 : -1]), sum(self._powers[-PAUSE:])
        self._spans.append(place)
        first = self._longest * SEARCH
        if length < first:
            return False
        progress = (length - first) / (self._longest - first)
        allowed = AT_FIRST + (1 - AT_FIRST) * min(1.0, progress) ** 3
        is_quiet_place = after >= place and bool(place <= np.quantile(self._spans, allowed))
        return length >= self._longest or is_quiet_place


class _Loudness:
    """How loud the background and the speech of the last seconds are."""

    def __init__(self) -> None:
        self._recent: deque[float] = deque()
        self._ranked: list[float] = []

    def add(self, step: float) -> None:
        if len(self._recent) == MEMORY:
            del self._ranked[bisect_left(self._ranked, self._recent.popleft())]
        self._recent.append(step)
        insort(self._ranked, step)

    @property
    def silence(self) -> float:
        """The power up to which a step is nothing but background; where nothing stands out, nothing is."""
        return max(min(ABOVE_FLOOR * self._at(FLOOR), STANDS_OUT * self._at(PEAK)), INAUDIBLE)

    @property
    def pause(self) -> float:
        """The power up to which a step may be part of a pause."""
        return max(self.silence, BELOW_PEAK * self._at(PEAK))

    def _at(self, share: float) -> float:
        return self._ranked[int(share * len(self._ranked))]
