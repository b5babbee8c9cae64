"""An utterance while it is open."""

from collections.abc import Iterator

from assistant.hear.cutter import LOOK_AHEAD, STEP, Cutter
from assistant.hear.timeline import Timeline
from assistant.values.audio import Segment, SpeechStarted, Utterance, samples_in

PIECE = samples_in(80)
"""Samples of a segment. With LOOK_AHEAD and a block of the microphone, the journal is always less
than 250 ms behind."""


class Draft:
    """Gives an open utterance away in segments, and the whole of it at its end."""

    def __init__(self, begin: SpeechStarted, timeline: Timeline, longest_s: float) -> None:
        """Begin where `begin` says; no piece is to be longer than `longest_s` seconds."""
        self.begin = begin
        self._timeline = timeline
        self._cutter = Cutter(longest_s)
        self._heard = begin.start
        self._given = begin.start
        self._cuts: list[int] = []

    def settle(self, until: int) -> Iterator[Segment]:
        """Yield the segments that audio before `until` settles; a cut ends its segment."""
        while self._heard + STEP <= until:
            step = self._timeline.samples(self._heard, self._heard + STEP)
            self._heard += STEP
            settled = self._heard - LOOK_AHEAD
            if self._cutter.feed(step):
                self._cuts.append(settled)
                yield from self._pieces(settled - 1)
                yield self._segment(settled, is_cut=True)
            else:
                yield from self._pieces(settled)

    def finish(self, stop: int) -> Utterance:
        """Return the utterance, which ends at `stop`.

        Only cuts that were known by then count, however much was heard since.
        """
        stop = max(stop, self.begin.start)
        return Utterance(
            self.begin.utterance,
            self.begin.start,
            self._timeline.samples(self.begin.start, stop),
            self.begin.trigger,
            tuple(cut for cut in self._cuts if cut + LOOK_AHEAD <= stop),
            self._timeline.gaps_within(self.begin.start, stop),
            self._timeline.voiced(self.begin.start, stop),
        )

    def _pieces(self, until: int) -> Iterator[Segment]:
        while self._given + PIECE <= until:
            yield self._segment(self._given + PIECE, is_cut=False)

    def _segment(self, stop: int, *, is_cut: bool) -> Segment:
        start, self._given = self._given, stop
        return Segment(self.begin.utterance, start, self._timeline.samples(start, stop), is_cut)
