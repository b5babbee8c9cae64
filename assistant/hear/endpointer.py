"""Audio and key presses in, utterances out.

Everything is decided at sample positions, in the order of positions: a cursor walks along the
timeline from one frame to the next and stops where a control is due. How audio was chunked changes
nothing. A control that arrives after its position was passed is honoured at its position all the
same: the audio is remembered, and so is what the detector made of it.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.hear.divide.draft import Draft
from assistant.hear.hands_free import HandsFree
from assistant.hear.ports import Detector
from assistant.hear.timeline import Timeline
from assistant.values.audio import (
    SAMPLE_RATE,
    AudioChunk,
    Gap,
    Segment,
    SpeechStarted,
    Trigger,
    Utterance,
    samples_in,
)
from assistant.values.control import Cancel, Mode, Press, Release
from assistant.values.event import UtteranceDropped
from assistant.values.settings import HearSettings

Found = SpeechStarted | Segment | Utterance | UtteranceDropped

MEMORY = 10 * SAMPLE_RATE
"""Samples remembered while nothing is open: how late a key press may be told."""


@dataclass(frozen=True, slots=True)
class _Hold:
    """The push-to-talk key is down, or was until a moment ago."""

    press: int
    release: int | None = None


class Endpointer:
    """Finds where utterances begin and end.

    Every SpeechStarted is followed by exactly one Utterance or UtteranceDropped of the same number,
    and only then by the next SpeechStarted. Dropped is what was cancelled, what was shorter than a
    slip of the finger (from press to release), and unannounced speech that had only just begun when
    the key was pressed: the key has priority, and its pre-roll holds that beginning.
    """

    def __init__(
        self,
        settings: HearSettings,
        detector: Detector,
        confirm: Detector | None = None,
        mode: Mode = Mode.PUSH_TO_TALK,
    ) -> None:
        """Find speech with `detector`; hands-free, `confirm` has to agree if it is given."""
        self.press: Press | None = None
        """The press that began the last push-to-talk utterance."""
        self._settings = settings
        self._timeline = Timeline(detector)
        self._hands_free = HandsFree(self._timeline, settings, confirm)
        self._mode = mode
        self._cursor = 0
        self._given_away = 0
        self._number = 0
        self._waiting: deque[tuple[int, Press | Release]] = deque()
        self._hold: _Hold | None = None
        self._draft: Draft | None = None

    def feed(self, item: AudioChunk | Gap | Press | Release | Cancel) -> Iterator[Found]:
        """Take the next item and yield what it brings."""
        match item:
            case AudioChunk():
                self._timeline.add(item)
                self._cursor = max(self._cursor, self._timeline.start)
            case Gap():
                self._bridge(item)
            case Press() | Release():
                at = self._timeline.stop if item.at is None else item.at
                self._waiting.append((at, item))
            case Cancel():
                yield from self._cancel()
        yield from self._walk()
        if isinstance(item, Gap):
            yield from self._interrupt(item)
        needed = self._cursor - MEMORY
        self._timeline.forget(min(needed, self._draft.begin.start) if self._draft else needed)

    @property
    def mode(self) -> Mode:
        """What happens with unannounced speech."""
        return self._mode

    @property
    def is_idle(self) -> bool:
        """True between two utterances: none is open, and no key announces one."""
        return self._draft is None and self._hold is None and not self._waiting

    def fit(self, settings: HearSettings, detector: Detector | None, confirm: Detector | None) -> None:
        """Find speech as other settings say; only between two utterances.

        `detector` takes the place of the one before, None lets it go on. Raises ValueError where it judges
        frames of another length.
        """
        self._settings = settings
        if detector is not None:
            self._timeline.hear_with(detector)
        self._hands_free = HandsFree(self._timeline, settings, confirm)
        self._hands_free.reset(self._cursor)

    def use(self, mode: Mode) -> Iterator[Found]:
        """Treat unannounced speech differently from here on; what the old mode had open is dropped."""
        self._mode = mode
        if self._hold is None:
            yield from self._drop()
        self._hands_free.reset(self._cursor)

    def flush(self) -> Iterator[Found]:
        """Finish what is open: the source has ended."""
        stop = self._timeline.stop
        self._waiting = deque((min(at, stop), control) for at, control in self._waiting)
        yield from self._walk()
        if self._hold is not None:
            hold = replace(self._hold, press=min(self._hold.press, stop), release=self._hold.release or stop)
            yield from self._drop() if self._is_slip(hold) else self._finish(stop)
        elif self._draft is not None:
            yield from self._finish(stop)
        self._hands_free.reset(stop)

    def _walk(self) -> Iterator[Found]:
        """Walk to the end of the timeline; finishing an utterance may set the cursor back."""
        while True:
            while self._is_control_due():
                yield from self._obey(*self._waiting.popleft())
            yield from self._release()
            if self._cursor >= self._timeline.stop:
                return
            if not self._is_control_due():
                self._cursor = self._next()
                yield from self._listen()

    def _next(self) -> int:
        """Return where the cursor stops next: a control, a frame, or the end."""
        index = self._timeline.frames_before(self._cursor)
        stops = [self._timeline.frame_start(index + 1), self._timeline.stop]
        stops += [at for at, _ in self._waiting if at > self._cursor]
        return min(stops)

    def _is_control_due(self) -> bool:
        """Tell whether the next control is; a press is as soon as its pre-roll is, if nothing is open."""
        if not self._waiting:
            return False
        at, control = self._waiting[0]
        if isinstance(control, Press) and self._draft is None:
            at -= samples_in(self._settings.pre_roll_ms)
        return at <= self._cursor

    def _obey(self, at: int, control: Press | Release) -> Iterator[Found]:
        hold = self._hold
        if isinstance(control, Release):
            if hold is not None and hold.release is None:
                yield from self._let_go(replace(hold, release=max(at, hold.press)))
            return
        if hold is not None:
            if hold.release is None:
                return  # the key is down already
            yield from self._release()
            if self._hold is not None:
                # pressed again before the tail was over: the tail ends here
                yield from self._finish(max(at, hold.release))
        # What was heard before the microphone was opened is another time, and not the beginning of this.
        early = max(at - samples_in(self._settings.pre_roll_ms), self._timeline.reopened_before(at))
        yield from self._make_way(early)
        self._hold = _Hold(at)
        self.press = control
        yield from self._begin(min(at, max(early, self._given_away)), Trigger.PUSH_TO_TALK)

    def _let_go(self, hold: _Hold) -> Iterator[Found]:
        """Note that the key is up again; where the utterance ends is told by what follows."""
        self._hold = hold
        if self._draft is not None and hold.release is not None and not self._is_slip(hold):
            yield from self._draft.release(hold.release)

    def _make_way(self, position: int) -> Iterator[Found]:
        """End unannounced speech at `position`: the key has priority. Drop it if it has only begun."""
        least = samples_in(self._settings.pre_roll_ms + self._settings.shortest_ms)
        if self._draft is not None and position - self._draft.begin.start >= least:
            yield from self._finish(position, goes_on=True)
        else:
            yield from self._drop()

    def _release(self) -> Iterator[Found]:
        """Finish the utterance of a key that is up again, once it is known where it ends."""
        hold = self._hold
        if hold is None or hold.release is None:
            return
        if self._is_slip(hold):
            yield from self._drop()
            self._resume(hold.release)
            return
        is_silent = self._draft.is_silent if self._draft is not None else _never
        end = self._timeline.tail_end(hold.release, self._cursor, self._settings, is_silent)
        if end is not None:
            yield from self._finish(end)

    def _is_slip(self, hold: _Hold) -> bool:
        held = (hold.press if hold.release is None else hold.release) - hold.press
        return held < samples_in(self._settings.shortest_ms)

    def _listen(self) -> Iterator[Found]:
        """Take in the audio that the cursor has just passed."""
        if self._draft is not None:
            yield from self._draft.settle(self._cursor)
        index = self._timeline.frames_before(self._cursor)
        if self._hold is not None or self._mode is Mode.PUSH_TO_TALK:
            return
        if self._timeline.frame_start(index) != self._cursor:
            return
        match self._hands_free.step(index - 1):
            case (start, True):
                yield from self._begin(start, Trigger.HANDS_FREE)
            case (stop, False):
                yield from self._finish(stop, goes_on=True)

    def _begin(self, start: int, trigger: Trigger) -> Iterator[Found]:
        self._number += 1
        begin = SpeechStarted(self._number, max(start, self._timeline.start), trigger)
        self._draft = Draft(begin, self._timeline, self._settings)
        yield begin
        yield from self._draft.settle(self._cursor)

    def _finish(self, stop: int, *, goes_on: bool = False) -> Iterator[Found]:
        draft, self._draft = self._draft, None
        hold, self._hold = self._hold, None
        if draft is None:
            return
        yield from draft.settle(stop)
        yield draft.finish(stop, hold.release if hold is not None else None)
        self._given_away = stop
        if not goes_on:
            self._resume(stop)

    def _drop(self) -> Iterator[Found]:
        draft, self._draft, self._hold = self._draft, None, None
        if draft is not None:
            yield UtteranceDropped(draft.begin.utterance)

    def _resume(self, position: int) -> None:
        """Look for unannounced speech again from `position` on, which may have been passed."""
        self._cursor = min(self._cursor, position)
        self._hands_free.reset(position)

    def _cancel(self) -> Iterator[Found]:
        self._waiting.clear()
        yield from self._drop()
        self._hands_free.hush(self._cursor)

    def _bridge(self, gap: Gap) -> None:
        """Note a gap; positions told for the time after it, by the clock, move back by what is missing."""
        self._timeline.gaps.append(gap)

        def moved(at: int) -> int:
            return max(gap.start, at - gap.missing) if at > gap.start else at

        self._waiting = deque((moved(at), control) for at, control in self._waiting)
        if self._hold is not None:
            self._hold = replace(self._hold, press=moved(self._hold.press))

    def _interrupt(self, gap: Gap) -> Iterator[Found]:
        """End unannounced speech at a gap that is longer than the silence that would end it."""
        if self._hold is None and gap.missing >= samples_in(self._settings.end_silence_ms):
            if self._draft is not None:
                yield from self._finish(gap.start)
            self._hands_free.reset(gap.start)


def _never(_start: int, _stop: int) -> bool:
    """Say that it is not silent."""
    return False
