"""What the model is given for a piece of an utterance: the piece, and some of what came before it."""

from collections.abc import Callable
from dataclasses import dataclass

from assistant.recognize.eager.arrival import Arrival
from assistant.recognize.features import LFR_SAMPLES, Cmvn, Floats, stack
from assistant.recognize.ports import Cancellation, Emissions
from assistant.values.audio import samples_in
from assistant.values.transcript import Timings

OVERLAP = samples_in(2000)
"""Samples from before a cut that the piece behind it is heard with: some words on either side of the
place where the two are joined, so that neither begins nor ends there. A multiple of LFR_SAMPLES is
taken, so that all windows of an utterance have their text frames at the same places."""

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


class Decoder:
    """Runs the model on windows, and knows what that costs."""

    def __init__(self, emit: Emit, cmvn: Cmvn, clock: Callable[[], float]) -> None:
        self._emit = emit
        self._cmvn = cmvn
        self._clock = clock
        self._pace = 0.0

    def decode(self, arrival: Arrival, edges: tuple[int, int], cancellation: Cancellation | None) -> Window:
        """Decode samples [start, stop) of what has arrived. Raises CancelledError, ModelError."""
        start, stop = edges
        begun = self._clock()
        features = self._cmvn.apply(stack(arrival.frames(start, stop)))
        ready = self._clock()
        emissions = self._emit(features, cancellation)
        emitted = self._clock()
        self._pace = (emitted - begun) / (stop - start)
        spent = Timings(features=ready - begun, model=emitted - ready)
        return Window(start, stop, (start - arrival.start) // LFR_SAMPLES, emissions, spent)

    def expected(self, samples: int) -> float:
        """Return how many seconds that many samples will take, by the last ones; 0 before the first."""
        return self._pace * samples
