"""From what fingers do to what is recorded. Pure: times in, controls out.

A key that is held longer than `hold_ms` records until it is let go. One that is tapped goes on recording
until it is tapped again; what counts is the moment that tap went down. Escape and a shortcut made with the
key (a chord) call the recording off, except that a shortcut between the two taps is only a shortcut.
However fingers, programs and lost key-ups mix, a recording ends: after `longest_recording_s` at the latest.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.values.action import Window
from assistant.values.control import Cancel, Job, Press, Release
from assistant.values.settings import ActSettings, Hotkey

Position = Callable[[float], int | None]
"""From a time to the sample that was at the microphone then; None where that is not known."""
KeyControl = Press | Release | Cancel

REPEAT_S = 2.0
"""A key told to go down again within this repeats itself; later, its release was lost on the way."""


class _Meaning(StrEnum):
    """What it means that a key which is down comes up."""

    BEGUN = "begun"
    """Nothing after a tap, the end after a hold: this press began the recording."""
    END = "end"
    """The end: this press is the second tap."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class _Recording:
    """What is being recorded."""

    since: float
    job: Job


@dataclass(frozen=True, slots=True)
class _Finger:
    """A key while it is down."""

    hotkey: Hotkey
    since: float
    seen: float
    """When it was last told to be down."""
    meaning: _Meaning


class Gestures:
    """Follows one finger at a time; another key that goes down meanwhile takes its place."""

    def __init__(self, settings: ActSettings, position: Position) -> None:
        """Take the user's limits, and where in the audio a time is."""
        self.limit(settings)
        self._position = position
        self._recording: _Recording | None = None
        self._finger: _Finger | None = None
        self._early: tuple[str, float] | None = None
        """A release that came before its press: two programs that tell us of them may overtake each other."""

    def limit(self, settings: ActSettings) -> None:
        """Take other limits: for a recording that goes on, too."""
        self._hold = settings.hold_ms / 1000
        self._longest = settings.longest_recording_s

    @property
    def is_recording(self) -> bool:
        """True between a Press and the Release or Cancel that ends it."""
        return self._recording is not None

    def pressed(self, when: float, window: Window | None, hotkey: Hotkey) -> Iterator[KeyControl]:
        """Take a key that went down; a repetition of one that is down changes nothing."""
        yield from self.passed(when)
        finger = self._finger
        if finger is not None and finger.hotkey.keys == hotkey.keys and when - finger.seen <= REPEAT_S:
            self._finger = replace(finger, seen=when)
            return
        if self._recording is not None and self._recording.job is not hotkey.job:
            yield from self._end(when)
        meaning = _Meaning.BEGUN if self._recording is None else _Meaning.END
        self._finger = _Finger(hotkey, when, when, meaning)
        if meaning is _Meaning.BEGUN:
            yield from self._begin(when, window, hotkey.job)
        early, self._early = self._early, None
        if early is not None and early[0] == hotkey.keys and early[1] >= when:
            yield from self.released(early[1], hotkey)

    def released(self, when: float, hotkey: Hotkey) -> Iterator[KeyControl]:
        """Take a key that came up."""
        yield from self.passed(when)
        finger = self._finger
        if finger is None or finger.hotkey.keys != hotkey.keys:
            self._early = hotkey.keys, when
            return
        self._finger = None
        is_tap = when - finger.since <= self._hold
        match finger.meaning:
            case _Meaning.BEGUN if not is_tap:
                yield from self._end(when)
            case _Meaning.END:
                yield from self._end(finger.since if is_tap else when)
            case _:
                pass

    def chorded(self, when: float, hotkey: Hotkey) -> Iterator[KeyControl]:
        """Take a key that turned out to be part of a shortcut."""
        yield from self.passed(when)
        finger = self._finger
        if finger is None or finger.hotkey.keys != hotkey.keys:
            return
        self._finger = None
        if finger.meaning is _Meaning.BEGUN:
            yield from self._call_off()

    def toggled(self, when: float, window: Window | None, job: Job) -> Iterator[KeyControl]:
        """Take an order to begin where nothing is recorded, and to end where something is."""
        yield from self.passed(when)
        if self._recording is None:
            yield from self._begin(when, window, job)
        else:
            yield from self._end(when)
            self._forget_finger()

    def escaped(self, when: float) -> Iterator[KeyControl]:
        """Take Escape: nothing of what is being recorded is wanted."""
        yield from self.passed(when)
        yield from self._call_off()
        self._forget_finger()

    def ended(self) -> Iterator[KeyControl]:
        """Take it that the recording was ended or called off elsewhere: there is nothing left to end."""
        self._recording = None
        self._forget_finger()
        yield from ()

    def passed(self, when: float) -> Iterator[KeyControl]:
        """Take the time: a recording that has become too long ends."""
        recording = self._recording
        if recording is not None and when - recording.since > self._longest:
            yield from self._end(recording.since + self._longest)
            self._forget_finger()

    def _begin(self, when: float, window: Window | None, job: Job) -> Iterator[KeyControl]:
        self._recording = _Recording(when, job)
        yield Press(self._position(when), window, job)

    def _end(self, when: float) -> Iterator[KeyControl]:
        recording, self._recording = self._recording, None
        if recording is not None:
            yield Release(self._position(max(when, recording.since)))

    def _call_off(self) -> Iterator[KeyControl]:
        recording, self._recording = self._recording, None
        if recording is not None:
            yield Cancel()

    def _forget_finger(self) -> None:
        """See to it that a key which is still down neither ends nor begins anything when it comes up."""
        if self._finger is not None:
            self._finger = replace(self._finger, meaning=_Meaning.NOTHING)
