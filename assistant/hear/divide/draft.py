"""An utterance while it is open."""

from collections.abc import Iterator

from assistant.hear.divide.cutter import STEP, Cutter, Mark
from assistant.hear.level import power
from assistant.hear.timeline import Timeline
from assistant.values.audio import Segment, SpeechStarted, Utterance, samples_in
from assistant.values.settings import HearSettings

PIECE = samples_in(80)
"""Samples of a segment, unless it ends in a mark. With a block of the microphone, the journal is
always less than 250 ms behind."""


class Draft:
    """Gives an open utterance away in segments, and the whole of it at its end."""

    def __init__(self, begin: SpeechStarted, timeline: Timeline, settings: HearSettings) -> None:
        """Begin where `begin` says."""
        self.begin = begin
        self._timeline = timeline
        self._cutter = Cutter(settings.eager_after_s, settings.longest_segment_s)
        self._heard = begin.start
        self._given = begin.start
        self._marks: list[tuple[int, Mark]] = []

    def settle(self, until: int) -> Iterator[Segment]:
        """Yield the segments that audio before `until` settles; a mark ends its segment."""
        while self._heard + STEP <= until:
            mark = self._cutter.feed(self._timeline.samples(self._heard, self._heard + STEP))
            self._heard += STEP
            if mark is None:
                yield from self._pieces(self._heard)
                continue
            self._marks.append((self._heard, mark))
            yield from self._pieces(self._heard - 1)
            yield self._segment(self._heard, mark)

    def finish(self, stop: int) -> Utterance:
        """Return the utterance, which ends at `stop`; what was heard behind that changes nothing."""
        stop = max(stop, self.begin.start)
        return Utterance(
            self.begin.utterance,
            self.begin.start,
            self._timeline.samples(self.begin.start, stop),
            self.begin.trigger,
            tuple(at for at, mark in self._marks if mark.is_cut and at <= stop),
            self._timeline.gaps_within(self.begin.start, stop),
            self._timeline.voiced(self.begin.start, stop),
            self._silent_from(stop),
        )

    def _silent_from(self, stop: int) -> int | None:
        """Return the last mark before `stop` if nothing but silence follows it."""
        at, mark = next(((at, mark) for at, mark in reversed(self._marks) if at <= stop), (stop, None))
        if mark is None:
            return None
        rest = self._timeline.samples(at, stop)
        steps = (rest[begin : begin + STEP] for begin in range(0, len(rest), STEP))
        return at if all(power(step) <= mark.silence for step in steps) else None

    def _pieces(self, until: int) -> Iterator[Segment]:
        while self._given + PIECE <= until:
            yield self._segment(self._given + PIECE)

    def _segment(self, stop: int, mark: Mark | None = None) -> Segment:
        start, self._given = self._given, stop
        is_cut = mark is not None and mark.is_cut
        samples = self._timeline.samples(start, stop)
        return Segment(self.begin.utterance, start, samples, is_cut, is_pause=mark is not None and not is_cut)
