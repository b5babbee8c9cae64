"""What one stretch of an utterance says."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.recognize import detokenize
from assistant.recognize.tags import NO_SPEECH, Tags
from assistant.values.phrases import Candidate
from assistant.values.transcript import Replacement, RunnerUp, Word

MOST = 5
"""Other readings that are kept of an utterance."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What samples [start, stop) say."""

    start: int
    stop: int
    text: str = field(default="", repr=False)
    words: tuple[Word, ...] = field(default=(), repr=False)
    tags: Tags = NO_SPEECH
    replacements: tuple[Replacement, ...] = ()
    runners_up: tuple[RunnerUp, ...] = ()
    withheld: str = field(default="", repr=False)
    """All that the model wrote, where some of it is in a script that nobody asked for."""
    emitted: float = 0.0
    """Frames' worth of probability that was not blank."""
    frames: int = 0
    candidate: Candidate | None = None


def runners_up(readings: Sequence[Reading]) -> tuple[RunnerUp, ...]:
    """Return other readings of the whole: one stretch of it in another reading, the best of them."""
    every = [(place, other) for place, reading in enumerate(readings) for other in reading.runners_up]
    best = sorted(every, key=lambda pair: -pair[1].score)[:MOST]
    whole = [reading.text for reading in readings]
    return tuple(
        replace(other, text=detokenize.join((*whole[:place], other.text, *whole[place + 1 :])))
        for place, other in best
    )
