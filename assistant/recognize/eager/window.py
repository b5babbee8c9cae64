"""What the model is given for a piece of an utterance: the piece, and some of what came before it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from assistant.recognize.features import LFR_SAMPLES, LFR_SHIFT, Cmvn, Floats, stack
from assistant.recognize.ports import Cancellation, Emissions
from assistant.values.audio import samples_in
from assistant.values.transcript import Timings

OVERLAP = samples_in(2000)
"""Samples from before a cut that the piece behind it is heard with: some words on either side of the
place where the two are joined, so that neither begins nor ends there. A multiple of LFR_SAMPLES is
taken, so that all windows of an utterance have their text frames at the same places."""

REST, REPEATS = 8, 3
"""Fbank frames of rest, and how often they stand behind a window (240 ms)."""

Emit = Callable[[Floats, Cancellation | None], Emissions]
"""Runs the model on normalised features, shape [T, 560]."""


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """A stretch of an utterance that was decoded as one."""

    start: int
    stop: int
    first: int
    """Which text frame of the utterance its first one is."""
    emissions: Emissions
    timings: Timings

    @property
    def last(self) -> int:
        """The text frame of the utterance after its last one."""
        return self.first + len(self.emissions.best)


def begin_of(piece: tuple[int, int], before: int, origin: int) -> int:
    """Return where the window of `piece` begins, of an utterance that begins at `origin`.

    `before` is where the piece before it begins: no window reaches into more than that one.
    """
    start = max(before, piece[0] - OVERLAP)
    return start - (start - origin) % LFR_SAMPLES


def rest_of(frames: Floats) -> Floats:
    """Return fbank frames [R, 80] of rest to stand behind `frames` [T, 80]: their quietest, over and over.

    A model wants to hear that a word is over, and a window may end with the word. What it makes of the
    rest itself is not read.
    """
    if len(frames) < REST:
        return frames[:0]
    loudness = np.convolve(frames.mean(axis=1), np.ones(REST), "valid")
    quietest = int(loudness.argmin())
    return np.tile(frames[quietest : quietest + REST], (REPEATS, 1))


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch that is to be decoded as one."""

    start: int
    stop: int
    first: int
    """Which text frame of the utterance its first one is."""
    is_over: bool
    """Nothing but silence follows, so the model is given some rest to hear behind it."""


class Decoder:
    """Runs the model on windows, and knows what that costs."""

    def __init__(self, emit: Emit, cmvn: Cmvn, clock: Callable[[], float]) -> None:
        self._emit = emit
        self._cmvn = cmvn
        self._clock = clock
        self._pace = 0.0

    def decode(self, frames: Floats, span: Span, cancellation: Cancellation | None) -> Window:
        """Decode fbank frames [T, 80] of a stretch. Raises CancelledError, ModelError."""
        begun = self._clock()
        heard = np.concatenate((frames, rest_of(frames))) if span.is_over else frames
        features = self._cmvn.apply(stack(heard))
        ready = self._clock()
        emissions = self._emit(features, cancellation).frames(0, -(-len(frames) // LFR_SHIFT))
        emitted = self._clock()
        self._pace = (emitted - begun) / (span.stop - span.start)
        spent = Timings(features=ready - begun, model=emitted - ready)
        return Window(span.start, span.stop, span.first, emissions, spent)

    def expected(self, samples: int) -> float:
        """Return how many seconds that many samples will take, by the last ones; 0 before the first."""
        return self._pace * samples
