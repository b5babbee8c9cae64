"""Held, tapped, chorded, escaped, lost, overtaken: what of it becomes a recording."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.engine.hotkeys.gestures import Gestures, KeyControl
from assistant.values.action import Window
from assistant.values.control import Cancel, Job, Press, Release
from assistant.values.settings import ActSettings, Hotkey

KEY, OTHER = Hotkey("Control_R"), Hotkey("F9")
COMMAND = Hotkey("F10", Job.COMMAND)
WINDOW = Window(7, "xterm")
LONGEST = 600


class Keyboard:
    """A keyboard whose fingers a test moves; times are in ms."""

    def __init__(self) -> None:
        self.gestures = Gestures(ActSettings(longest_recording_s=LONGEST), lambda when: round(when * 1000))
        self.controls: list[KeyControl] = []

    def down(self, at: int, key: Hotkey = KEY) -> None:
        self._take(self.gestures.pressed(at / 1000, WINDOW, key))

    def up(self, at: int, key: Hotkey = KEY) -> None:
        self._take(self.gestures.released(at / 1000, key))

    def tap(self, at: int, key: Hotkey = KEY) -> None:
        self.down(at, key)
        self.up(at + 80, key)

    def chord(self, at: int, key: Hotkey = KEY) -> None:
        self._take(self.gestures.chorded(at / 1000, key))

    def escape(self, at: int) -> None:
        self._take(self.gestures.escaped(at / 1000))

    def toggle(self, at: int, job: Job = Job.DICTATE) -> None:
        self._take(self.gestures.toggled(at / 1000, WINDOW, job))

    def call_off(self) -> None:
        self._take(self.gestures.ended())

    def records(self) -> bool:
        return self.gestures.is_recording

    def wait(self, at: int) -> None:
        self._take(self.gestures.passed(at / 1000))

    def _take(self, controls: Iterator[KeyControl]) -> None:
        self.controls += controls


@pytest.fixture
def keys() -> Keyboard:
    return Keyboard()


def began(at: int, job: Job = Job.DICTATE) -> Press:
    return Press(at, WINDOW, job)


def test_a_held_key_records_while_it_is_held(keys: Keyboard) -> None:
    keys.down(1000)
    assert keys.controls == [began(1000)]
    keys.up(1301)
    assert keys.controls == [began(1000), Release(1301)]


def test_a_tapped_key_records_until_the_next_tap_went_down(keys: Keyboard) -> None:
    keys.down(1000)
    keys.up(1299)
    assert keys.controls == [began(1000)]
    keys.down(5000)
    assert keys.controls == [began(1000)]
    keys.up(5080)
    assert keys.controls == [began(1000), Release(5000)]


def test_a_second_tap_that_is_held_ends_when_it_comes_up(keys: Keyboard) -> None:
    keys.tap(1000)
    keys.down(5000)
    keys.up(6000)
    assert keys.controls == [began(1000), Release(6000)]


def test_auto_repeat_is_no_press(keys: Keyboard) -> None:
    for at in range(1000, 4000, 40):
        keys.down(at)
    keys.up(4000)
    assert keys.controls == [began(1000), Release(4000)]


def test_a_shortcut_calls_the_recording_off(keys: Keyboard) -> None:
    keys.down(1000)
    keys.chord(1100)
    assert keys.controls == [began(1000), Cancel()]
    keys.down(3000)
    keys.up(4000)
    assert keys.controls == [began(1000), Cancel(), began(3000), Release(4000)]


def test_a_shortcut_between_two_taps_is_a_shortcut(keys: Keyboard) -> None:
    keys.tap(1000)
    keys.down(3000)
    keys.chord(3100)
    assert keys.controls == [began(1000)]
    keys.tap(5000)
    assert keys.controls == [began(1000), Release(5000)]


def test_escape_calls_off_what_a_tap_began(keys: Keyboard) -> None:
    keys.tap(1000)
    keys.escape(2000)
    assert keys.controls == [began(1000), Cancel()]
    keys.escape(2500)
    assert keys.controls == [began(1000), Cancel()]
    keys.tap(3000)
    assert keys.controls[2:] == [began(3000)]


def test_escape_while_the_key_is_held_makes_its_release_nothing(keys: Keyboard) -> None:
    keys.down(1000)
    keys.escape(2000)
    keys.down(2040)
    keys.up(3000)
    assert keys.controls == [began(1000), Cancel()]


def test_what_somebody_else_called_off_begins_anew(keys: Keyboard) -> None:
    keys.tap(1000)
    keys.call_off()
    keys.tap(3000)
    assert keys.controls == [began(1000), began(3000)]


def test_a_recording_that_nobody_ends_ends(keys: Keyboard) -> None:
    keys.tap(1000)
    keys.wait(1000 + LONGEST * 1000)
    assert keys.controls == [began(1000)]
    keys.wait(1001 + LONGEST * 1000)
    assert keys.controls == [began(1000), Release(1000 + LONGEST * 1000)]


def test_a_key_for_another_job_ends_the_one_and_begins_the_other(keys: Keyboard) -> None:
    keys.tap(1000)
    keys.down(5000, COMMAND)
    keys.up(6000, COMMAND)
    assert keys.controls == [began(1000), Release(5000), began(5000, Job.COMMAND), Release(6000)]


def test_another_key_for_the_same_job_ends_it_too(keys: Keyboard) -> None:
    keys.tap(1000)
    keys.tap(5000, OTHER)
    assert keys.controls == [began(1000), Release(5000)]


def test_a_release_that_overtook_its_press_makes_a_tap(keys: Keyboard) -> None:
    keys.up(1080)
    keys.down(1000)
    assert keys.controls == [began(1000)]
    keys.up(5080)
    keys.down(5000)
    assert keys.controls == [began(1000), Release(5000)]


def test_a_key_whose_release_was_lost_ends_with_its_next_press(keys: Keyboard) -> None:
    keys.down(1000)
    keys.tap(9000)
    assert keys.controls == [began(1000), Release(9000)]


def test_toggle_begins_and_ends(keys: Keyboard) -> None:
    keys.toggle(1000, Job.ASK)
    keys.toggle(5000)
    assert keys.controls == [began(1000, Job.ASK), Release(5000)]


def test_toggle_ends_what_a_finger_still_holds(keys: Keyboard) -> None:
    keys.down(1000)
    keys.toggle(2000)
    keys.up(3000)
    assert keys.controls == [began(1000), Release(2000)]


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["down", "up", "chord", "escape", "toggle", "call_off", "wait"]),
        st.sampled_from([KEY, OTHER, COMMAND]),
        st.integers(0, 4000),
    ),
    max_size=60,
)


@given(DEEDS)
def test_nothing_sticks_and_nothing_begins_by_itself(deeds: list[tuple[str, Hotkey, int]]) -> None:
    keys, now = Keyboard(), 0
    for deed, key, pause in deeds:
        now += pause
        before = len(keys.controls)
        match deed:
            case "down" | "up" | "chord":
                getattr(keys, deed)(now, key)
            case "escape" | "wait":
                getattr(keys, deed)(now)
            case "toggle":
                keys.toggle(now)
            case _:
                was_recording = keys.records()
                keys.call_off()
                keys.controls += [Cancel()] if was_recording else []
        new = keys.controls[before:]
        assert deed in {"down", "toggle"} or not any(isinstance(each, Press) for each in new)
    _alternates(keys.controls)
    # Whatever happened: with no finger left on a key, one tap turns the recording over, and Escape ends it.
    for key in (KEY, OTHER, COMMAND):
        keys.up(now, key)
    was_recording = keys.records()
    keys.toggle(now + 1)
    assert keys.records() is not was_recording
    keys.escape(now + 2)
    assert not keys.records()
    keys.tap(now + 3000)
    assert keys.records()
    keys.wait(now + 3001 + LONGEST * 1000)
    assert not keys.records()
    _alternates(keys.controls)


def _alternates(controls: list[KeyControl]) -> None:
    """Each Press is ended once, later than it began, before the next; nothing else is ever ended."""
    begun: int | None = None
    for control in controls:
        match control:
            case Press(at):
                assert begun is None
                begun = at
            case Release(at):
                assert begun is not None
                assert at is not None
                assert at >= begun
                begun = None
            case Cancel():
                assert begun is not None
                begun = None
