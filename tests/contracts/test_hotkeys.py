"""What every Hotkeys does, the real one and the fake."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from assistant.act.ports import Hotkeys
from assistant.devices.desktop.x11.hotkeys import X11Hotkeys
from assistant.errors import HotkeyError
from assistant.values.settings import Hotkey
from tests.fakes.hotkeys import RecordingKeyListener, ScriptedHotkeys
from tests.support.waiting import wait_until
from tests.support.x_server import XServer, missing_programs


@dataclass(frozen=True, slots=True)
class Subject:
    """Hotkeys for Control_R, and hands on the keyboard."""

    hotkeys: Hotkeys
    press: Callable[[], object]
    release: Callable[[], object]
    press_other: Callable[[], object]
    unknown: Hotkeys
    """Hotkeys for a key that there is not."""


def _scripted() -> Iterator[Subject]:
    fake = ScriptedHotkeys()
    yield Subject(fake, fake.press, fake.release, fake.press_other, ScriptedHotkeys(Hotkey("Hyper_Q")))


def _x11() -> Iterator[Subject]:
    reason = missing_programs()
    if reason is not None:
        pytest.skip(reason)
    with XServer() as server:
        hotkeys = X11Hotkeys([Hotkey("Control_R")], display=server.name)
        yield Subject(
            hotkeys,
            lambda: server.press("Control_R"),
            lambda: server.release("Control_R"),
            lambda: server.tap("F7"),
            X11Hotkeys([Hotkey("Hyper_Q")], display=server.name),
        )
        hotkeys.stop()


@pytest.fixture(params=[_scripted, _x11], ids=["scripted", "x11"])
def subject(request: pytest.FixtureRequest) -> Iterator[Subject]:
    yield from request.param()


@pytest.fixture
def listener(subject: Subject) -> RecordingKeyListener:
    listener = RecordingKeyListener()
    subject.hotkeys.start(listener, listener.troubles.append)
    return listener


def tells(listener: RecordingKeyListener, *story: str) -> bool:
    wait_until(lambda: len(listener.story) >= len(story), " ".join(story), 5)
    time.sleep(0.05)
    return listener.story == list(story)


def test_each_press_is_told_and_ended_once(subject: Subject, listener: RecordingKeyListener) -> None:
    for _ in range(2):
        subject.press()
        subject.release()
    assert tells(listener, "pressed", "released", "pressed", "released")
    assert not listener.troubles


def test_times_are_of_our_clock_and_ascend(subject: Subject, listener: RecordingKeyListener) -> None:
    began = time.monotonic()
    subject.press()
    subject.release()
    assert tells(listener, "pressed", "released")
    times = [when for _, when in listener.told]
    assert times == sorted(times)
    assert began - 0.1 <= times[0] <= times[-1] <= time.monotonic()


def test_a_shortcut_ends_the_press(subject: Subject, listener: RecordingKeyListener) -> None:
    subject.press()
    subject.press_other()
    subject.release()
    assert tells(listener, "pressed", "chorded")


def test_other_keys_alone_are_nothing(subject: Subject, listener: RecordingKeyListener) -> None:
    subject.press_other()
    subject.press()
    subject.release()
    assert tells(listener, "pressed", "released")


def test_after_stop_nothing_is_told(subject: Subject, listener: RecordingKeyListener) -> None:
    subject.hotkeys.stop()
    subject.hotkeys.stop()
    subject.press()
    subject.release()
    time.sleep(0.1)
    assert listener.story == []


def test_it_can_be_started_again(subject: Subject, listener: RecordingKeyListener) -> None:
    subject.hotkeys.stop()
    subject.hotkeys.start(listener, listener.troubles.append)
    subject.press()
    subject.release()
    assert tells(listener, "pressed", "released")


def test_a_key_that_there_is_not_is_an_error_that_names_others(subject: Subject) -> None:
    with pytest.raises(HotkeyError, match="Control_R"):
        subject.unknown.start(RecordingKeyListener(), lambda _: None)
