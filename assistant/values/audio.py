"""Audio as it flows: numbered samples, and what replaced them where they were lost."""

import itertools
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SAMPLE_RATE = 16_000
"""Hertz. All audio inside the house is mono int16 at this rate."""

if TYPE_CHECKING:
    Samples = NDArray[np.int16]
else:
    Samples = Any
    """Whoever only shows what goes on, as the tray does, need not load NumPy for the name of a type."""


def seconds(samples: int) -> float:
    """Length of `samples` samples in seconds."""
    return samples / SAMPLE_RATE


def samples_in(milliseconds: float) -> int:
    """Return how many samples `milliseconds` hold."""
    return round(milliseconds * SAMPLE_RATE / 1000)


def read_only(samples: "NDArray[Any]") -> Samples:
    """Return `samples` as an int16 array that nobody can write to (a view where possible)."""
    import numpy as np

    array: Samples = np.asarray(samples, dtype=np.int16).view()
    array.flags.writeable = False
    return array


@dataclass(frozen=True, slots=True, eq=False)
class AudioChunk:
    """A run of samples as the source gave it."""

    start: int
    """Index of the first sample since the source began."""
    samples: Samples
    """Mono int16, shape [n], read-only."""

    @property
    def stop(self) -> int:
        """Index after the last sample."""
        return self.start + len(self.samples)

    def __repr__(self) -> str:
        """Show position and length, never content."""
        return f"AudioChunk({self.start}, {len(self.samples)} samples)"


class GapReason(StrEnum):
    """Why samples are missing."""

    OVERFLOW = "overflow"
    LOST = "lost"
    """The count of samples fell behind the clock."""
    REOPENED = "reopened"
    """The source went away and came back."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Samples that the source lost. Indexes go on without them: the next chunk starts at `start`."""

    start: int
    missing: int
    """Samples, estimated by the clock; 0 where unknown."""
    why: GapReason


class Trigger(StrEnum):
    """What began an utterance."""

    PUSH_TO_TALK = "push_to_talk"
    HANDS_FREE = "hands_free"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class SpeechStarted:
    """An utterance has begun; it may still turn out to be nothing."""

    utterance: int
    """Serial number of the utterance, from 1."""
    start: int
    """Sample index where its audio begins (pre-roll included)."""
    trigger: Trigger


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """The next piece of an open utterance, so that work can start while the user still speaks.

    Segments of one utterance abut. The utterance may end before the last of them does.
    """

    utterance: int
    start: int
    samples: Samples
    is_cut: bool
    """True where a piece that is decoded as one ends here."""
    pause: int | None = None
    """Sample index where speech has paused, the end of this piece: what came so far may be all, and may be
    decoded on approval."""

    @property
    def stop(self) -> int:
        """Index after the last sample."""
        return self.start + len(self.samples)

    def __repr__(self) -> str:
        """Show position and length, never content."""
        return f"Segment({self.utterance}: {self.start}, {len(self.samples)} samples)"


@dataclass(frozen=True, slots=True, eq=False)
class Utterance:
    """One finished stretch of speech."""

    number: int
    start: int
    samples: Samples
    """Mono int16, shape [n], read-only."""
    trigger: Trigger
    cuts: tuple[int, ...] = ()
    """Sample indexes inside it across which decoding does not look, ascending."""
    gaps: tuple[Gap, ...] = ()
    voiced: float | None = None
    """Seconds of it that the detector took for speech; None where none listened."""
    silent_from: int | None = None
    """Sample index from which on there is only silence, which is not decoded; None: all of it is."""
    spoken_until: int | None = None
    """Sample index behind the last of it that the detector took for speech; None where there was none."""
    released: int | None = None
    """Sample index where the key came up; None where no key ended it."""

    @property
    def stop(self) -> int:
        """Index after the last sample."""
        return self.start + len(self.samples)

    def pieces(self) -> tuple[tuple[int, int], ...]:
        """Return the half-open sample ranges that are decoded one by one."""
        end = self.stop if self.silent_from is None else self.silent_from
        edges = itertools.pairwise((self.start, *self.cuts, end))
        return tuple((start, stop) for start, stop in edges if start < stop)

    def __repr__(self) -> str:
        """Show position and length, never content."""
        return f"Utterance({self.number}: {self.trigger}, {seconds(len(self.samples)):.2f} s)"
