"""Who follows the keys: any thread, one order, and word of each beginning and end."""

import threading

import pytest

from assistant.engine.engine import Engine
from assistant.engine.hotkeys.follower import KeyFollower
from assistant.engine.hotkeys.gestures import Gestures, KeyControl
from assistant.values.audio import SpeechStarted
from assistant.values.control import Cancel, Control, Job, Press, Release, SetLock
from assistant.values.event import Event
from assistant.values.settings import ActSettings, Hotkey
from tests.fakes.desktop import RecordingDesktop
from tests.fakes.hand_fed_source import HandFedSource
from tests.fakes.recognizer import ScriptedRecognizer
from tests.fakes.rooms import scripted_rooms
from tests.support.waiting import wait_until

KEY = Hotkey("Control_R")


class Followed:
    """A follower, what it posted, and what it told."""

    def __init__(self) -> None:
        self.posted: list[KeyControl] = []
        self.told: list[bool] = []
        self.keys = KeyFollower(Gestures(ActSettings(), lambda _: None), self.posted.append)
        assert not self.keys.has_hotkeys
        self.keys.telling(self.told.append)

    def kinds(self) -> list[type]:
        return [type(control) for control in self.posted]


def test_each_beginning_and_end_is_told_once() -> None:
    followed = Followed()
    followed.keys.pressed(1.0, None, KEY)
    followed.keys.pressed(1.1, None, KEY)
    followed.keys.chorded(1.2, KEY)
    followed.keys.toggled(2.0, None, Job.ASK)
    followed.keys.escaped(3.0)
    followed.keys.escaped(3.1)
    assert followed.kinds() == [Press, Cancel, Press, Cancel]
    assert followed.told == [True, False, True, False]
    assert followed.keys.has_hotkeys
    assert not followed.keys.is_recording


def test_the_key_that_takes_back_records_nothing() -> None:
    followed, undone = Followed(), []
    followed.keys.undoing("Ctrl+Alt+z", lambda: undone.append(1))
    back = Hotkey("Ctrl+Alt+z")
    followed.keys.pressed(1.0, None, back)
    assert undone == []  # the finger is still on it
    followed.keys.released(1.1, back)
    followed.keys.pressed(2.0, None, back)
    followed.keys.chorded(2.1, back)
    assert undone == [1]
    assert followed.posted == []
    followed.keys.pressed(3.0, None, KEY)
    assert followed.kinds() == [Press]


def test_time_ends_what_nobody_ends() -> None:
    followed = Followed()
    followed.keys.passed(0.5)
    followed.keys.toggled(1.0, None, Job.DICTATE)
    followed.keys.passed(2.0)
    followed.keys.passed(1.0 + ActSettings().longest_recording_s + 0.1)
    assert followed.kinds() == [Press, Release]
    assert followed.told == [True, False]


def test_fingers_and_programs_at_once_leave_one_order() -> None:
    followed = Followed()

    def toggle() -> None:
        for _ in range(200):
            followed.keys.toggled(1.0, None, Job.DICTATE)

    threads = [threading.Thread(target=toggle) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert followed.kinds() == [Press, Release] * 400
    assert followed.told == [True, False] * 400


@pytest.mark.parametrize("control", [Cancel(), SetLock(is_locked=True)])
def test_a_key_begins_anew_after_what_the_engine_was_told(control: Control) -> None:
    """Behind the lock screen, the tap that was to end the recording has become one that begins."""
    seen: list[Event] = []
    engine = Engine(
        scripted_rooms(RecordingDesktop(), ScriptedRecognizer([])), HandFedSource(), (seen.append,)
    )
    engine.start()
    try:
        engine.keys.toggled(1.0, None, Job.DICTATE)
        engine.post(control)
        engine.keys.toggled(2.0, None, Job.DICTATE)
        assert engine.keys.is_recording
        wait_until(lambda: sum(isinstance(event, SpeechStarted) for event in seen) == 2, "two recordings")
    finally:
        engine.stop()
