"""A recording of any length -> utterances that are short enough to be held, with long silence left out."""

from collections.abc import Iterator

from assistant.hear.divide.draft import Draft
from assistant.hear.ports import Detector
from assistant.hear.timeline import Timeline
from assistant.values.audio import AudioChunk, SpeechStarted, Trigger, Utterance, samples_in
from assistant.values.settings import HearSettings

REST = samples_in(1500)
"""Samples without speech that end a section."""
EDGE = samples_in(500)
"""Samples kept around speech where silence is left out."""
EMPTY = samples_in(30_000)
"""Samples without any speech that are left out; less is decoded all the same: a detector can be wrong."""
MOST = samples_in(120_000)
"""Samples after which a section ends at its next cut."""


class Sections:
    """Divides a recording; how it is cut on its way in changes nothing, and memory stays bounded."""

    def __init__(self, detector: Detector, settings: HearSettings) -> None:
        """Find silence with `detector`; pieces inside sections are as `settings` have them."""
        self._timeline = Timeline(detector)
        self._settings = settings
        self._draft: Draft | None = None
        self._number = 0
        self._cursor = 0
        self._spoken: int | None = None
        """Where the last speech of the section ended; None before any."""

    def feed(self, chunk: AudioChunk) -> Iterator[Utterance]:
        """Take the next chunk and yield the sections that it completes."""
        self._timeline.add(chunk)
        draft = self._draft or self._begin(self._timeline.start)
        index = self._timeline.frames_before(self._cursor)
        while (stop := self._timeline.frame_start(index + 1)) <= self._timeline.stop:
            if self._timeline.is_speech(index):
                self._spoken = stop
            cuts = [segment.stop for segment in draft.settle(stop) if segment.is_cut]
            end = self._end(draft, stop, cuts)
            if end is not None:
                yield draft.finish(end)
                draft = self._begin(end)
            elif self._spoken is None and stop - draft.begin.start >= EMPTY:
                draft = self._begin(stop - EDGE)
            self._cursor = stop
            index += 1
        self._timeline.forget(draft.begin.start)

    def flush(self) -> Iterator[Utterance]:
        """Yield the last section: the recording has ended."""
        if self._draft is not None and self._timeline.stop > self._draft.begin.start:
            list(self._draft.settle(self._timeline.stop))
            yield self._draft.finish(self._timeline.stop)
        self._draft = None

    def _end(self, draft: Draft, now: int, cuts: list[int]) -> int | None:
        """Return where the section ends, if what was heard up to `now` ends it."""
        if self._spoken is not None and now - self._spoken >= REST:
            return self._spoken + EDGE
        if cuts and cuts[-1] - draft.begin.start >= MOST:
            return cuts[-1]
        return None

    def _begin(self, start: int) -> Draft:
        self._number += 1
        self._spoken = None
        self._cursor = max(self._cursor, start)
        begin = SpeechStarted(self._number, start, Trigger.FILE)
        self._draft = Draft(begin, self._timeline, self._settings)
        return self._draft
