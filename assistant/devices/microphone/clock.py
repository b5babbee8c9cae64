"""Samples counted against the clock.

Two times come with every block. When it arrived tells how many samples there should be: it is late
by whatever the machine was busy with, but never early. When its first sample was at the microphone
(PortAudio's ADC time) is what a key press is compared with; sound servers take a second after they
wake a source to get that right, so it is not used for counting.
"""

from collections import deque
from dataclasses import dataclass
from statistics import median

from assistant.values.audio import SAMPLE_RATE

RECENT = 32
"""Blocks in a row (1 s) that have to be late before samples count as lost: a busy machine delivers
late, and then delivers all."""
AGES = 16
"""Blocks whose ADC times are averaged."""
SETTLING = 8
"""Blocks at the beginning of a stream whose times are not yet to be trusted."""
LATE = 0.05
"""Seconds that the samples may fall behind."""
DRIFT = 200e-6
"""Seconds a second that a sound card's clock may differ from ours."""
OLDEST = 0.4
"""Seconds that a block can reasonably be old; where PortAudio says more, or nothing, it is guessed."""


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A position and the time when that sample was at the microphone; nothing before it is known."""

    position: int
    time: float


class SampleClock:
    """Knows when each sample of one stream was at the microphone, and how many went missing.

    `position` may be called from any thread: it looks at one immutable anchor.
    """

    def __init__(self, start: int, rate: int) -> None:
        """Begin a stream of `rate` Hz whose first sample has position `start` at 16 kHz."""
        self._start = start
        self._rate = rate
        self._frames = 0
        self._blocks = 0
        self._recent: deque[float] = deque(maxlen=RECENT)
        self._ages: deque[float] = deque(maxlen=AGES)
        self._origin = float("inf")
        self._anchor: _Anchor | None = None

    @property
    def begin(self) -> float | None:
        """When the first sample would have arrived by itself, by the newest blocks; None before any."""
        return min(self._recent) if self._recent else None

    @property
    def end(self) -> float | None:
        """When the sample after the last one is due to arrive; None before the first block."""
        return None if self.begin is None else self.begin + self._frames / self._rate

    def note(self, arrived: float, age: float, frames: int) -> int:
        """Take a block of `frames` that arrived then; its first sample was heard `age` seconds before.

        Return how many samples at 16 kHz were lost before it: 0 as long as the count keeps up.
        """
        length = frames / self._rate
        origin = arrived - length - self._frames / self._rate
        self._recent.append(origin)
        self._ages.append(origin + length - (age if 0 < age < OLDEST else length))
        self._frames += frames
        self._blocks += 1
        self._anchor = _Anchor(self._start, median(self._ages))
        return self._missing(length)

    def position(self, when: float) -> int | None:
        """Return the sample at 16 kHz that was at the microphone at `when`; None before the first block."""
        anchor = self._anchor
        if anchor is None:
            return None
        return anchor.position + max(0, round((when - anchor.time) * SAMPLE_RATE))

    def _missing(self, length: float) -> int:
        if self._blocks < SETTLING + RECENT:
            return 0
        earliest = min(self._recent)
        late = earliest - self._origin
        self._origin = min(self._origin + length * DRIFT, earliest)
        if late <= LATE:
            return 0
        self._origin = earliest
        return round(late * SAMPLE_RATE)
