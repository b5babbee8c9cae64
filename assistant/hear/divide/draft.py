"""An utterance while it is open."""

from bisect import insort
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
        self._silences: list[float] = []
        """The power of silence, as it was known after each step."""
        self._marks: list[tuple[int, Mark]] = []

    def settle(self, until: int) -> Iterator[Segment]:
        """Yield the segments that audio before `until` settles; a mark ends its segment."""
        while self._heard + STEP <= until:
            mark = self._cutter.feed(self._timeline.samples(self._heard, self._heard + STEP))
            self._heard += STEP
            self._silences.append(self._cutter.silence)
            if mark is not None:
                self._marks.append((self._heard, mark))
                yield from self._pieces(self._heard - 1)
                yield self._segment(self._heard, mark)
            else:
                yield from self._pieces(self._heard)

    def release(self, at: int) -> Iterator[Segment]:
        """Note that the key came up at `at`, where everything before is settled: that may have been all.

        Yield what lets it be decoded on approval while the tail is waited for, unless a pause did so.
        """
        if at < self.begin.start + STEP or self._silent_from(at) is not None:
            return
        insort(self._marks, (at, Mark.PAUSE), key=lambda mark: mark[0])
        start, self._given = self._given, max(self._given, at)
        samples = self._timeline.samples(start, self._given)
        yield Segment(self.begin.utterance, start, samples, is_cut=False, pause=at)

    def is_silent(self, start: int, stop: int) -> bool:
        """Tell whether [start, stop), which was heard, is no louder than the background was by its end."""
        steps = (stop - self.begin.start) // STEP
        if start >= stop or not 0 < steps <= len(self._silences):
            return start >= stop
        return power(self._timeline.samples(start, stop)) <= self._silences[steps - 1]

    def finish(self, stop: int, released: int | None = None) -> Utterance:
        """Return the utterance, which ends at `stop`; what was heard behind that changes nothing.

        `released` is where the key came up.
        """
        stop = max(stop, self.begin.start)
        silent_from = self._silent_from(stop)
        end = stop if silent_from is None else silent_from
        return Utterance(
            self.begin.utterance,
            self.begin.start,
            self._timeline.samples(self.begin.start, stop),
            self.begin.trigger,
            tuple(at for at, mark in self._marks if mark is Mark.CUT and at <= end),
            self._timeline.gaps_within(self.begin.start, stop),
            self._timeline.voiced(self.begin.start, stop),
            silent_from,
            self._timeline.spoken_until(self.begin.start, stop),
            released,
        )

    def _silent_from(self, stop: int) -> int | None:
        """Return the first mark that only silence follows up to `stop`, or the last cut if that is later."""
        marks = [(at, mark) for at, mark in self._marks if at <= stop]
        found = None
        for at, mark in reversed(marks):
            if not self._is_silence(at, stop):
                break
            found = at
            if mark is Mark.CUT:
                break
        return found

    def _is_silence(self, start: int, stop: int) -> bool:
        """Tell whether every step of [start, stop) is silence, as that was known at `start`."""
        silence = self._silences[(start - self.begin.start) // STEP - 1]
        rest = self._timeline.samples(start, stop)
        steps = (rest[at : at + STEP] for at in range(0, len(rest), STEP))
        return all(power(step) <= silence for step in steps)

    def _pieces(self, until: int) -> Iterator[Segment]:
        while self._given + PIECE <= until:
            yield self._segment(self._given + PIECE)

    def _segment(self, stop: int, mark: Mark | None = None) -> Segment:
        start, self._given = self._given, stop
        samples = self._timeline.samples(start, stop)
        pause = stop if mark is Mark.PAUSE else None
        return Segment(self.begin.utterance, start, samples, mark is Mark.CUT, pause)
