"""Hotkeys on device files, on Windows and on macOS: what is particular to each."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.devices.desktop.macos.keyboard import MacKeyboard
from assistant.devices.desktop.system_keys import SystemHotkeys, SystemKeyboard
from assistant.devices.desktop.wayland.hotkeys.evdev import EvdevKeyboard
from assistant.devices.desktop.windows.keyboard import WindowsKeyboard
from assistant.errors import HotkeyError
from assistant.values.event import Trouble
from assistant.values.settings import Hotkey
from tests.fakes.hotkeys import RecordingKeyListener
from tests.fakes.system_keyboards import ScriptedQuartz, ScriptedWindows
from tests.support.key_devices import PipedKeyboard
from tests.support.waiting import wait_until


class Watched:
    """Hotkeys on a system's keyboard, and what was told of them."""

    def __init__(self, keys: str, keyboard: SystemKeyboard) -> None:
        self.listener = RecordingKeyListener()
        self.hotkeys = SystemHotkeys([Hotkey(key) for key in keys.split()], keyboard)
        self.hotkeys.start(self.listener, self.listener.troubles.append)

    def tells(self, *story: str) -> bool:
        wait_until(lambda: len(self.listener.story) >= len(story), " ".join(story))
        time.sleep(0.05)
        return self.listener.story == list(story)


@pytest.fixture
def windows() -> ScriptedWindows:
    return ScriptedWindows()


@pytest.fixture
def on_windows(windows: ScriptedWindows) -> Iterator[Watched]:
    watched = Watched("Control_R F9 Ctrl+Alt+space", WindowsKeyboard(windows, windows))
    yield watched
    watched.hotkeys.stop()


def test_windows_hides_an_ordinary_key_and_no_other(windows: ScriptedWindows, on_windows: Watched) -> None:
    for key in ("F9", "a"):
        windows.press(key)
        windows.press(key)  # as Windows tells of a key that repeats itself
        windows.release(key)
    assert on_windows.tells("pressed", "released")
    assert windows.received == [("a", True), ("a", True), ("a", False)]


def test_windows_tells_left_from_right_by_the_state(windows: ScriptedWindows, on_windows: Watched) -> None:
    windows.press("Control_L")
    windows.release("Control_L")
    windows.press("Control_R")
    windows.release("Control_R")
    assert on_windows.tells("pressed", "released")
    assert ("Control_R", True) in windows.received


def test_windows_hides_a_chord_by_its_last_key(windows: ScriptedWindows, on_windows: Watched) -> None:
    for key in ("Control_L", "Alt_L", "space"):
        windows.press(key)
    for key in ("space", "Alt_L", "Control_L"):
        windows.release(key)
    assert on_windows.tells("pressed", "released")
    assert on_windows.listener.keys == ["Ctrl+Alt+space"]
    assert "space" not in {key for key, _ in windows.received}


def test_windows_has_lost_a_release_at_the_lock_screen(windows: ScriptedWindows, on_windows: Watched) -> None:
    windows.press("Control_R")
    assert on_windows.tells("pressed")
    windows.lose_release("Control_R")
    assert on_windows.tells("pressed", "released")
    windows.press("Control_R")
    windows.release("Control_R")
    assert on_windows.tells(*("pressed", "released") * 2)


def test_windows_keeps_escape_only_while_it_is_wanted(windows: ScriptedWindows, on_windows: Watched) -> None:
    on_windows.hotkeys.take_escape(is_taken=True)
    windows.press("Escape")
    on_windows.hotkeys.take_escape(is_taken=False)
    windows.press("Escape")  # it repeats itself: that is for nobody
    windows.release("Escape")
    windows.press("Escape")
    windows.release("Escape")
    assert on_windows.tells("escaped")
    assert windows.received == [("Escape", True), ("Escape", False)]


@pytest.fixture
def quartz() -> ScriptedQuartz:
    return ScriptedQuartz()


@pytest.fixture
def on_macos(quartz: ScriptedQuartz) -> Iterator[Watched]:
    watched = Watched("Control_R F9 Button8", MacKeyboard(quartz))
    yield watched
    watched.hotkeys.stop()


def test_macos_has_to_allow_it() -> None:
    with pytest.raises(HotkeyError, match="Accessibility"):
        Watched("Control_R", MacKeyboard(ScriptedQuartz(is_allowed=False)))


def test_macos_hides_keys_and_buttons_and_ignores_repetitions(
    quartz: ScriptedQuartz, on_macos: Watched
) -> None:
    for key in ("F9", "Button8", "a"):
        quartz.press(key)
        quartz.press(key)  # as macOS tells of a key that repeats itself
        quartz.release(key)
    assert on_macos.tells(*("pressed", "released") * 2)
    assert on_macos.listener.keys == ["F9", "Button8"]
    assert quartz.received == [("a", True), ("a", True), ("a", False)]


def test_macos_has_switched_the_tap_off_and_a_release_was_lost(
    quartz: ScriptedQuartz, on_macos: Watched
) -> None:
    quartz.press("Control_R")
    quartz.lose_release("Control_R")
    assert on_macos.tells("pressed", "released")
    assert quartz.switched_on == 1


def test_macos_tells_our_own_paste_from_a_shortcut(quartz: ScriptedQuartz, on_macos: Watched) -> None:
    quartz.press("Control_R")
    quartz.paste("v")
    assert on_macos.tells("pressed")
    quartz.release("Control_R")
    assert on_macos.tells("pressed", "released")


@pytest.fixture
def keyboard(tmp_path: Path) -> Iterator[PipedKeyboard]:
    keyboard = PipedKeyboard(tmp_path)
    yield keyboard
    keyboard.unplug()


@pytest.fixture
def on_devices(tmp_path: Path, keyboard: PipedKeyboard) -> Iterator[Watched]:
    watched = Watched("Control_R F9 Ctrl+Alt+space", EvdevKeyboard(tmp_path))
    yield watched
    watched.hotkeys.stop()


def test_a_device_repeats_a_key_that_is_held(keyboard: PipedKeyboard, on_devices: Watched) -> None:
    keyboard.press("F9")
    for _ in range(5):
        keyboard.repeat("F9")
    keyboard.release("F9")
    assert on_devices.tells("pressed", "released")


def test_a_device_that_is_pulled_out_lets_go(keyboard: PipedKeyboard, on_devices: Watched) -> None:
    keyboard.press("Control_R")
    assert on_devices.tells("pressed")
    keyboard.unplug()
    assert on_devices.tells("pressed", "released")


def test_a_device_that_is_plugged_in_later_is_heard(
    tmp_path: Path, keyboard: PipedKeyboard, on_devices: Watched
) -> None:
    keyboard.unplug()
    second = PipedKeyboard(tmp_path, 1)
    for key in ("Control_R", "Alt_L", "Shift_L"):  # an old press that nobody ended must not spoil a chord
        second.press(key)
        second.release(key)
    assert on_devices.tells("pressed", "released")
    for key in ("Control_L", "Alt_L", "space"):
        second.press(key)
    second.release("space")
    assert on_devices.tells(*("pressed", "released") * 2)
    second.unplug()


def test_devices_that_may_not_be_read_are_explained(tmp_path: Path) -> None:
    with pytest.raises(HotkeyError, match="assistant press"):
        Watched("Control_R", EvdevKeyboard(tmp_path))


def test_half_an_event_is_none(tmp_path: Path, keyboard: PipedKeyboard, on_devices: Watched) -> None:
    with (tmp_path / "event0").open("wb", buffering=0) as device:
        os.write(device.fileno(), b"\x01" * 7)
    time.sleep(0.1)
    assert on_devices.listener.story == []


def test_a_key_without_a_place_is_told_and_the_others_are_watched(windows: ScriptedWindows) -> None:
    watched = Watched("Button8 F9", WindowsKeyboard(windows, windows))
    windows.press("F9")
    windows.release("F9")
    assert watched.tells("pressed", "released")
    (trouble,) = watched.listener.troubles
    assert isinstance(trouble, Trouble)
    assert "Button8" in trouble.message
    watched.hotkeys.stop()


@pytest.mark.parametrize("keys", ["a", "space", "Shift+a"])
def test_a_key_for_writing_is_refused(windows: ScriptedWindows, keys: str) -> None:
    with pytest.raises(HotkeyError, match="writing"):
        Watched(keys, WindowsKeyboard(windows, windows))
