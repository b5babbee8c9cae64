"""The windows of an utterance one after the other, read as far as nothing to come can change it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from assistant.recognize.eager.joint import Joiner
from assistant.recognize.eager.window import Window
from assistant.recognize.features import LFR_SAMPLES
from assistant.recognize.ports import Emissions
from assistant.values.transcript import Timings

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Speller(Generic[R]):
    """Turns windows into readings of any kind."""

    read: Callable[[Emissions, int, int], R]
    """What is said in emissions that stand for samples [start, stop)."""
    joiner: Joiner
    clock: Callable[[], float]


@dataclass(frozen=True, slots=True, eq=False)
class Line(Generic[R]):
    """What is known of an utterance after some of its windows."""

    origin: int
    """Sample index where the utterance begins."""
    settled: tuple[R, ...] = field(default=(), repr=False)
    """What was said up to the last window."""
    firsts: tuple[int, ...] = (0,)
    """Text frames at which those readings begin, and at which the last window is taken up."""
    last: Window | None = None
    spent: Timings = field(default_factory=Timings)
    """What the windows and the readings have cost."""

    @property
    def windows(self) -> int:
        """How many windows are in it."""
        return len(self.settled) + (self.last is not None)

    def then(self, window: Window, speller: Speller[R]) -> "Line[R]":
        """Return the line with another window behind it."""
        spent = self.spent + window.timings
        if self.last is None:
            return replace(self, last=window, spent=spent)
        begun = speller.clock()
        switch = speller.joiner.switch(self.last, window, self.firsts[-1])
        reading = self._read(self.last, switch, speller)
        spent += Timings(decode=speller.clock() - begun)
        settled, firsts = (*self.settled, reading), (*self.firsts, switch)
        return Line(self.origin, settled, firsts, window, spent)

    def back(self, windows: int) -> "Line[R]":
        """Return the line before it had more windows than that; the last of those is to be added again."""
        if windows >= self.windows:
            return self
        kept = max(0, windows - 1)
        return Line(self.origin, self.settled[:kept], self.firsts[: kept + 1])

    def ended(self, speller: Speller[R]) -> "Line[R]":
        """Return the line with its last window read to the end."""
        if self.last is None:
            return self
        begun = speller.clock()
        reading = self._read(self.last, self.last.last, speller)
        spent = self.spent + Timings(decode=speller.clock() - begun)
        return replace(self, settled=(*self.settled, reading), last=None, spent=spent)

    def _read(self, window: Window, until: int, speller: Speller[R]) -> R:
        first = self.firsts[-1]
        emissions = window.emissions.frames(first - window.first, until - window.first)
        stop = window.stop if until == window.last else self.origin + until * LFR_SAMPLES
        return speller.read(emissions, self.origin + first * LFR_SAMPLES, stop)
