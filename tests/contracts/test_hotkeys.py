"""What every Hotkeys does: X11, portal, device files, Windows and macOS by their system calls, the fake."""

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from assistant.act.ports import Hotkeys
from assistant.devices.desktop.macos.keyboard import MacKeyboard
from assistant.devices.desktop.system_keys import SystemHotkeys, SystemKeyboard
from assistant.devices.desktop.wayland.hotkeys.evdev import EvdevKeyboard
from assistant.devices.desktop.wayland.hotkeys.portal import PortalHotkeys
from assistant.devices.desktop.windows.keyboard import WindowsKeyboard
from assistant.devices.desktop.x11.hotkeys import X11Hotkeys
from assistant.errors import HotkeyError
from assistant.values.settings import Hotkey
from tests.fakes.hotkeys import RecordingKeyListener, ScriptedHotkeys
from tests.fakes.system_keyboards import ScriptedQuartz, ScriptedWindows
from tests.support import message_bus
from tests.support.key_devices import PipedKeyboard, ScriptedPortal
from tests.support.message_bus import MessageBus
from tests.support.waiting import wait_until
from tests.support.x_server import XServer, missing_programs

RIGHT_CTRL = Hotkey("Control_R")


class Hands(Protocol):
    """Fingers on a keyboard."""

    def press(self, key: str) -> None:
        """Press a key and keep it down."""

    def release(self, key: str) -> None:
        """Let it go."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Hotkeys for Control_R, and hands on the keyboard."""

    hotkeys: Hotkeys
    press: Callable[[], object]
    release: Callable[[], object]
    press_other: Callable[[], object] | None
    """Taps another key; None where the system shows no other keys."""
    unknown: Hotkeys | None
    """Hotkeys for a key that there is not; None where the system can't know."""


def _scripted() -> Iterator[Subject]:
    fake = ScriptedHotkeys()
    yield Subject(fake, fake.press, fake.release, fake.press_other, ScriptedHotkeys(Hotkey("Hyper_Q")))


def _x11() -> Iterator[Subject]:
    reason = missing_programs()
    if reason is not None:
        pytest.skip(reason)
    with XServer() as server:
        hotkeys = X11Hotkeys([RIGHT_CTRL], display=server.name)
        yield Subject(
            hotkeys,
            lambda: server.press("Control_R"),
            lambda: server.release("Control_R"),
            lambda: server.tap("F7"),
            X11Hotkeys([Hotkey("Hyper_Q")], display=server.name),
        )
        hotkeys.stop()


def _system(make: Callable[[], SystemKeyboard], hands: Hands) -> Iterator[Subject]:
    def tap_other() -> None:
        hands.press("F7")
        hands.release("F7")

    hotkeys = SystemHotkeys([RIGHT_CTRL], make())
    unknown = SystemHotkeys([Hotkey("Hyper_Q")], make())
    yield Subject(
        hotkeys, lambda: hands.press("Control_R"), lambda: hands.release("Control_R"), tap_other, unknown
    )
    hotkeys.stop()


def _evdev() -> Iterator[Subject]:
    with tempfile.TemporaryDirectory() as folder:
        keyboard = PipedKeyboard(Path(folder))
        yield from _system(lambda: EvdevKeyboard(Path(folder)), keyboard)
        keyboard.unplug()


def _windows() -> Iterator[Subject]:
    windows = ScriptedWindows()
    yield from _system(lambda: WindowsKeyboard(windows, windows), windows)


def _macos() -> Iterator[Subject]:
    quartz = ScriptedQuartz()
    yield from _system(lambda: MacKeyboard(quartz), quartz)


def _portal() -> Iterator[Subject]:
    reason = message_bus.missing_programs()
    if reason is not None:
        pytest.skip(reason)
    with pytest.MonkeyPatch.context() as patch, MessageBus() as bus:
        bus.apply(patch)
        portal = ScriptedPortal(bus)
        with portal.service:
            hotkeys = PortalHotkeys([RIGHT_CTRL])

            def press() -> None:
                portal.wait_until_bound(hotkeys)
                portal.press()

            yield Subject(hotkeys, press, portal.release, None, None)
            hotkeys.stop()


SUBJECTS = [_scripted, _x11, _evdev, _portal, _windows, _macos]


@pytest.fixture(params=SUBJECTS, ids=[make.__name__.strip("_") for make in SUBJECTS])
def subject(request: pytest.FixtureRequest) -> Iterator[Subject]:
    yield from request.param()


@pytest.fixture
def listener(subject: Subject) -> RecordingKeyListener:
    listener = RecordingKeyListener()
    subject.hotkeys.start(listener, listener.troubles.append)
    return listener


def tells(listener: RecordingKeyListener, *story: str) -> bool:
    wait_until(lambda: len(listener.story) >= len(story), " ".join(story))
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
    _tap_other(subject)
    subject.release()
    assert tells(listener, "pressed", "chorded")


def test_other_keys_alone_are_nothing(subject: Subject, listener: RecordingKeyListener) -> None:
    _tap_other(subject)
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
    if subject.unknown is None:
        pytest.skip("this system takes any name for a wish")
    with pytest.raises(HotkeyError, match="Control_R"):
        subject.unknown.start(RecordingKeyListener(), lambda _: None)


def test_escape_may_be_taken_and_given_back_at_any_time(
    subject: Subject, listener: RecordingKeyListener
) -> None:
    for is_taken in (True, False, True, False):
        subject.hotkeys.take_escape(is_taken=is_taken)
    subject.press()
    subject.hotkeys.take_escape(is_taken=True)
    subject.release()
    assert tells(listener, "pressed", "released")
    subject.hotkeys.stop()
    subject.hotkeys.take_escape(is_taken=False)


def _tap_other(subject: Subject) -> None:
    if subject.press_other is None:
        pytest.skip("this system shows no other keys")
    subject.press_other()
