"""Utterances -> readings, with most of the work done while they are spoken.

A piece that has ended is decoded at once. Where speech pauses, what was said since is decoded on
approval: it is used if nothing but silence follows, and dropped if speech goes on. Neither changes
what is read in the end: that follows from the samples of the utterance and from where it is cut.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from assistant.recognize.eager.arrival import Arrival
from assistant.recognize.eager.line import Line, Speller
from assistant.recognize.eager.window import Decoder, Span, begin_of
from assistant.recognize.features import LFR_SAMPLES
from assistant.recognize.ports import Cancellation
from assistant.values.audio import Segment, Utterance

PATIENCE = 0.5
"""Seconds that decoding on approval may take; on a slower machine it would only be in the way."""

R = TypeVar("R")
Edges = tuple[int, int]


class _Open(Generic[R]):
    """What is known of the utterance that is being spoken."""

    def __init__(self, number: int, start: int) -> None:
        self.number = number
        self.arrival = Arrival(start)
        self.cuts: list[int] = []
        self.line: Line[R] = Line(start)
        self.is_whole = True
        """No audio is missing from it."""
        self.silence: int | None = None
        """Where nothing but silence follows, or is thought to."""
        self.guess: tuple[tuple[Edges, ...], Line[R]] | None = None
        """The pieces, and what they say, if the utterance should end there."""


class EagerReader(Generic[R]):
    """Reads one utterance after the other."""

    def __init__(self, decoder: Decoder, speller: Speller[R]) -> None:
        self._decoder = decoder
        self._speller = speller
        self._open: _Open[R] | None = None

    def begin(self, number: int, start: int) -> None:
        """Expect the audio of utterance `number` from sample `start` on."""
        self._open = _Open(number, start)

    def forget(self) -> None:
        """Expect nothing any more."""
        self._open = None

    def hear(self, segment: Segment, cancellation: Cancellation | None) -> Line[R] | None:
        """Take the next audio; return what was said so far where that is worth telling.

        Raises CancelledError and ModelError; what was not decoded is decoded with what follows.
        """
        heard = self._open
        if heard is None or heard.number != segment.utterance or not heard.is_whole:
            return None  # nobody announced it, or some is missing: the Utterance will be read as a whole
        if heard.arrival.stop != segment.start:
            heard.is_whole = False
            return None
        heard.arrival.accept(segment.samples)
        if segment.is_cut:
            heard.cuts.append(segment.stop)
        stop = segment.stop if segment.is_cut else segment.pause
        return None if stop is None else self._look(heard, stop, cancellation)

    def read(self, utterance: Utterance, cancellation: Cancellation | None) -> Line[R]:
        """Return all that is said in an utterance. Raises CancelledError and ModelError."""
        heard = self._open
        is_known = (
            heard is not None
            and (heard.number, heard.arrival.start) == (utterance.number, utterance.start)
            and heard.arrival.complete(utterance.samples)
        )
        if heard is None or not is_known:
            heard = _Open(utterance.number, utterance.start)
            heard.arrival.accept(utterance.samples)
        pieces = utterance.pieces()
        heard.silence = None if utterance.silent_from in utterance.cuts else utterance.silent_from
        if heard.guess is not None and heard.guess[0] == pieces:
            line = heard.guess[1]
        else:
            line = heard.line.back(_agreed(heard.cuts, utterance.cuts))
            line = self._extend(heard, line, pieces, cancellation)
            line = line.ended(self._speller)
        if self._open is not None and self._open.number == utterance.number:
            self.forget()
        return line

    def _look(self, heard: _Open[R], stop: int, cancellation: Cancellation | None) -> Line[R] | None:
        """Decode what is there to be decoded, and return what was said up to `stop`."""
        edges = [heard.arrival.start, *heard.cuts]
        pieces = tuple(zip(edges, heard.cuts, strict=False))
        heard.silence = None
        heard.line = _early(self._extend(heard, heard.line, pieces, cancellation))
        line = heard.line
        if edges[-1] < stop:
            heard.silence = stop
            pieces = (*pieces, (edges[-1], stop))
            is_moot = cancellation is not None and cancellation.is_set
            if is_moot or self._decoder.expected(stop - edges[-1]) > PATIENCE:
                return None
            line = self._extend(heard, line, pieces, cancellation)
        line = _early(line.ended(self._speller))
        heard.guess = pieces, line
        return line

    def _extend(
        self, heard: _Open[R], line: Line[R], pieces: tuple[Edges, ...], cancellation: Cancellation | None
    ) -> Line[R]:
        """Add the windows of all `pieces` that are not in the line."""
        origin = heard.arrival.start
        for index in range(line.windows, len(pieces)):
            start, stop = pieces[index]
            if index:
                start = begin_of(pieces[index], pieces[index - 1][0], origin)
            span = Span(start, stop, (start - origin) // LFR_SAMPLES, stop == heard.silence)
            window = self._decoder.decode(heard.arrival.frames(start, stop), span, cancellation)
            line = line.then(window, self._speller)
        return line


def _agreed(cuts: Sequence[int], others: Sequence[int]) -> int:
    """Return how many cuts from the first on are the same."""
    return next(
        (count for count, (cut, other) in enumerate(zip(cuts, others, strict=False)) if cut != other),
        min(len(cuts), len(others)),
    )


def _early(line: Line[R]) -> Line[R]:
    """Return the line with its features for free: they were computed before the end of speech."""
    return replace(line, spent=replace(line.spent, features=0.0))
