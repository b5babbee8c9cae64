"""Where unannounced speech begins and ends."""

from collections import deque

from assistant.hear.ports import Detector
from assistant.hear.smoothing import Closed, Opened, Smoother
from assistant.hear.timeline import Timeline
from assistant.hear.voicing import is_voiced
from assistant.values.audio import samples_in
from assistant.values.settings import HearSettings

LEAD = samples_in(500)
"""Samples kept from before the second detector's first agreement, which comes a little late."""

FIRST, AGAIN = samples_in(800), samples_in(1000)
"""Samples that the second detector listens to at the beginning of a span, and after something voiced."""
VOICED, VOICED_WITHIN = 3, 500
"""So many voiced frames within so many milliseconds wake it."""


class HandsFree:
    """Watches the timeline for speech; a second detector may have to agree.

    The first detector opens a span. Only inside one does the second listen, from the span's own
    beginning, so that it always hears the same; where it hears speech the utterance begins, and
    where either of them has heard none for long enough it ends.
    """

    def __init__(self, timeline: Timeline, settings: HearSettings, confirm: Detector | None) -> None:
        """Watch with the verdicts of `timeline`, and with `confirm` if there is one."""
        self._timeline = timeline
        self._pre_roll = samples_in(settings.pre_roll_ms)
        self._post_roll = self._pre_roll
        self._first = Smoother(timeline.frame, settings.onset_ms, settings.end_silence_ms)
        self._second = _Second(confirm, settings) if confirm is not None else None
        self._from = 0
        self._is_open = False
        self._is_hushed = False

    def reset(self, position: int) -> None:
        """Begin anew: nothing before `position` counts."""
        self._from = position
        self._first.reset()
        self._is_open = self._is_hushed = False
        if self._second is not None:
            self._second.end()

    def hush(self, position: int) -> None:
        """Begin anew, and ignore the speech that is going on: it was cancelled."""
        self.reset(position)
        self._is_hushed = True

    def step(self, index: int) -> tuple[int, bool] | None:
        """Take frame `index`; return (where speech began, True) or (where it ended, False), or None."""
        if self._timeline.frame_start(index) < self._from:
            return None
        now = self._timeline.frame_start(index + 1)
        if self._is_hushed:
            self._is_hushed = self._is_talking(index)
            return None
        edge = self._first.feed(self._timeline.is_speech(index))
        if isinstance(edge, Closed):
            return self._close(now - edge.ago * self._timeline.frame, now)
        if isinstance(edge, Opened):
            start = self._earliest(now - edge.ago * self._timeline.frame - self._pre_roll)
            if self._second is None:
                return self._open(start)
            self._second.begin(start)
        if self._second is None or not self._first.is_open:
            return None
        return self._agree(self._second, now)

    def _is_talking(self, index: int) -> bool:
        quiet = self._first.hangover
        return self._timeline.quiet_before(index + 1, quiet) < quiet

    def _agree(self, second: "_Second", now: int) -> tuple[int, bool] | None:
        edge = second.step(self._timeline, now)
        if isinstance(edge, Opened):
            agreed = second.heard - edge.ago * second.frame
            return self._open(self._earliest(max(second.begun, agreed - LEAD)))
        if isinstance(edge, Closed):
            return self._close(second.heard - edge.ago * second.frame, now, goes_on=True)
        return None

    def _earliest(self, position: int) -> int:
        return max(position, self._from, self._timeline.start)

    def _open(self, start: int) -> tuple[int, bool]:
        self._is_open = True
        return start, True

    def _close(self, last: int, now: int, *, goes_on: bool = False) -> tuple[int, bool] | None:
        if self._second is not None and not goes_on:
            self._second.end()
        if not self._is_open:
            return None
        self._is_open = False
        stop = min(now, last + self._post_roll)
        self._from = max(self._from, stop)
        return stop, False


class _Second:
    """The second detector, which hears each span from its beginning.

    It is dear, and some sounds keep the first one busy for minutes: typing, a fan. So after a while without
    speech it dozes, until something voiced is heard; then it hears what led up to that, too.
    """

    def __init__(self, detector: Detector, settings: HearSettings) -> None:
        self.frame = detector.frame
        self.begun = 0
        self.heard = 0
        self._detector = detector
        self._smoother = Smoother(detector.frame, settings.onset_ms, settings.end_silence_ms)
        self._listens_until = 0
        self._voiced: deque[bool] = deque(maxlen=max(VOICED, samples_in(VOICED_WITHIN) // detector.frame))

    def begin(self, start: int) -> None:
        self.begun = start
        self._detector.reset()  # when it wakes it goes on as it was: fresh from a reset it is easier to fool
        self._listen(start, start + FIRST)

    def end(self) -> None:
        self._smoother.reset()

    def step(self, timeline: Timeline, now: int) -> Opened | Closed | None:
        """Hear what there is before `now`, up to the next edge."""
        while self.heard + self.frame <= now:
            if self.heard >= self._listens_until and not self._smoother.is_open:
                self._doze(timeline)
                continue
            frame = timeline.samples(self.heard, self.heard + self.frame)
            self.heard += self.frame
            edge = self._smoother.feed(self._detector.is_speech(frame))
            if edge is not None:
                self._listens_until = max(self._listens_until, self.heard + AGAIN)
                return edge
        return None

    def _listen(self, start: int, until: int) -> None:
        self.heard, self._listens_until = start, until
        self._voiced.clear()
        self._smoother.reset()

    def _doze(self, timeline: Timeline) -> None:
        """Let a frame pass; a few that are voiced wake it."""
        self.heard += self.frame
        start = max(self.heard - 2 * self.frame, timeline.start)
        self._voiced.append(is_voiced(timeline.samples(start, self.heard)))
        if sum(self._voiced) >= VOICED:
            self._listen(max(self.begun, self.heard - LEAD, timeline.start), self.heard + AGAIN)
