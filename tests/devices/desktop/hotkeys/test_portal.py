"""Hotkeys by the GlobalShortcuts portal: a user who says yes or no, a desktop or bus that ends it."""

import time
from collections.abc import Iterator

import pytest

from assistant.devices.desktop.wayland.hotkeys.binding import binding_advice
from assistant.devices.desktop.wayland.hotkeys.portal import PortalHotkeys
from assistant.errors import HotkeyError
from assistant.values.action import Window
from assistant.values.control import Job
from assistant.values.event import Fault, Recovered, Trouble
from assistant.values.settings import Hotkey
from tests.fakes.hotkeys import RecordingKeyListener
from tests.support import message_bus
from tests.support.key_devices import ScriptedPortal
from tests.support.message_bus import MessageBus
from tests.support.waiting import wait_until

HOTKEYS = (Hotkey("Ctrl+Alt+space"), Hotkey("F10", Job.COMMAND), Hotkey("F11", Job.COMMAND))
WINDOW = Window(7, "kate")


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[MessageBus]:
    reason = message_bus.missing_programs()
    if reason is not None:
        pytest.skip(reason)
    with MessageBus() as bus:
        bus.apply(monkeypatch)
        yield bus


@pytest.fixture
def portal(bus: MessageBus) -> Iterator[ScriptedPortal]:
    portal = ScriptedPortal(bus)
    with portal.service:
        yield portal


@pytest.fixture
def listener() -> RecordingKeyListener:
    return RecordingKeyListener()


@pytest.fixture
def hotkeys(portal: ScriptedPortal, listener: RecordingKeyListener) -> Iterator[PortalHotkeys]:
    hotkeys = PortalHotkeys(HOTKEYS, lambda: WINDOW)
    hotkeys.start(listener, listener.troubles.append)
    portal.wait_until_bound(hotkeys)
    yield hotkeys
    hotkeys.stop()


def tells(listener: RecordingKeyListener, *story: str) -> bool:
    wait_until(lambda: len(listener.story) >= len(story), " ".join(story))
    time.sleep(0.05)
    return listener.story == list(story)


@pytest.mark.usefixtures("hotkeys")
def test_all_hotkeys_are_asked_for_at_once_each_for_its_job(
    portal: ScriptedPortal, listener: RecordingKeyListener
) -> None:
    wished = {name: what["preferred_trigger"][1] for name, what in portal.shortcuts.items()}
    assert wished == {"dictate": "CTRL+ALT+space", "command": "F10", "command-2": "F11"}
    portal.press("command-2")
    portal.press("command-2")  # some desktops repeat themselves
    portal.release("command-2")
    assert tells(listener, "pressed", "released")
    assert listener.keys == ["F11"]
    assert listener.windows == [WINDOW]


@pytest.mark.usefixtures("hotkeys")
def test_hotkeys_of_others_are_nothing(portal: ScriptedPortal, listener: RecordingKeyListener) -> None:
    portal.press("lights")
    ours, portal.session = portal.session, "/org/freedesktop/portal/desktop/session/1_1/other"
    portal.press()
    portal.session = ours
    portal.press()
    portal.release()
    assert tells(listener, "pressed", "released")


def test_a_user_who_says_no_is_not_asked_again(bus: MessageBus, listener: RecordingKeyListener) -> None:
    portal = ScriptedPortal(bus, agrees=False)
    with portal.service:
        hotkeys = PortalHotkeys(HOTKEYS)
        hotkeys.start(listener, listener.troubles.append)
        wait_until(lambda: listener.troubles, "the trouble")
        (trouble,) = listener.troubles
        assert isinstance(trouble, Trouble)
        assert "not allowed" in trouble.message
        hotkeys.stop()
        assert len(portal.service.called("CreateSession")) == 1


def test_a_session_that_the_desktop_ends_is_asked_for_again(
    portal: ScriptedPortal, hotkeys: PortalHotkeys, listener: RecordingKeyListener
) -> None:
    portal.press()
    assert tells(listener, "pressed")
    portal.end_session()
    assert tells(listener, "pressed", "released")
    wait_until(lambda: len(listener.troubles) == 2, "trouble and recovery")
    first, second = listener.troubles
    assert isinstance(first, Trouble)
    assert isinstance(second, Recovered)
    assert first.fault is second.fault is Fault.HOTKEY
    wait_until(lambda: len(portal.service.called("BindShortcuts")) == 2, "the second binding")
    portal.wait_until_bound(hotkeys)
    portal.press()
    portal.release()
    assert tells(listener, *("pressed", "released") * 2)


@pytest.mark.usefixtures("hotkeys")
def test_a_bus_that_dies_lets_go_and_is_told(
    bus: MessageBus, portal: ScriptedPortal, listener: RecordingKeyListener
) -> None:
    portal.press()
    assert tells(listener, "pressed")
    bus.kill()
    assert tells(listener, "pressed", "released")
    wait_until(lambda: listener.troubles, "the trouble")


@pytest.mark.usefixtures("bus")
def test_a_desktop_without_the_portal_is_explained(listener: RecordingKeyListener) -> None:
    hotkeys = PortalHotkeys(HOTKEYS)
    assert not hotkeys.is_offered()
    with pytest.raises(HotkeyError, match="assistant press"):
        hotkeys.start(listener, listener.troubles.append)


@pytest.mark.parametrize(
    ("desktop", "says"),
    [
        ("sway", "bindsym --release F9 exec assistant release"),
        ("Hyprland", "bindr = , F9, exec, assistant release"),
        ("ubuntu:GNOME", "Custom Shortcuts"),
        ("KDE", "assistant toggle"),
        ("", "assistant press"),
    ],
)
def test_each_desktop_is_told_how_to_bind_a_key(desktop: str, says: str) -> None:
    assert says in binding_advice({"XDG_CURRENT_DESKTOP": desktop})
