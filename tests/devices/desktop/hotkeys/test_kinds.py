"""Hotkeys of all kinds at once: chords, mouse buttons, CapsLock, Escape; and keyboards that come and go."""

import time
from collections.abc import Iterator
from random import Random

import pytest

from assistant.devices.desktop.x11.hotkeys import X11Hotkeys
from assistant.errors import HotkeyError
from assistant.values.event import Recovered, Trouble
from assistant.values.settings import Hotkey
from tests.fakes.hotkeys import RecordingKeyListener
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.watched_keys import Hands, Watched
from tests.support.x_server import XServer


@pytest.fixture
def hands(server: XServer) -> Iterator[Hands]:
    with Hands(server) as hands:
        yield hands


def test_several_keys_are_told_apart(server: XServer) -> None:
    with Watched("Control_R F9 Pause", server) as watched:
        server.tap("Pause")
        server.tap("Control_R")
        server.tap("F9")
        assert watched.tells(*("pressed", "released") * 3)
        assert watched.listener.keys == ["Pause", "Control_R", "F9"]


def test_a_key_that_is_not_there_leaves_the_others(server: XServer) -> None:
    with Watched("F35 Control_R", server) as watched:
        server.tap("Control_R")
        assert watched.tells("pressed", "released")
        (trouble,) = watched.listener.troubles
        assert isinstance(trouble, Trouble)
        assert "F35" in trouble.message


def test_a_key_that_another_program_lets_go_of_is_taken(server: XServer) -> None:
    with Watched("F9", server) as first:
        second = Watched("F9 Control_R", server)
        (trouble,) = second.listener.troubles
        assert "Another program" in trouble.message
        first.hotkeys.stop()
    wait_until(lambda: len(second.listener.troubles) > 1, "the recovery")
    assert isinstance(second.listener.troubles[1], Recovered)
    server.tap("F9")
    assert second.tells("pressed", "released")
    second.hotkeys.stop()


@pytest.mark.parametrize("chord", ["Ctrl+Alt+space", "ctrl + alt + space", "Control_L+Alt+space"])
def test_a_chord_is_a_hotkey_and_hidden_from_the_program(server: XServer, chord: str) -> None:
    with TextField("xterm", server) as field, Watched([chord], server) as watched:
        field.focus()
        field.mark()
        server.tap("space")
        assert field.received(" ") == " "
        field.mark()
        server.tap("Control_L", "Alt_L", "space")
        assert watched.tells("pressed", "released")
        assert field.received("", 0.1) == ""
        server.tap("Control_L", "Alt_L", "Shift_L", "space")  # one modifier more is another chord
        assert watched.tells("pressed", "released")


def test_a_chord_lasts_as_long_as_its_key(server: XServer) -> None:
    with Watched("Ctrl+F9", server) as watched:
        with server.holding("F9"):
            pass
        with server.holding("Control_R"), server.holding("F9"):
            assert watched.tells("pressed")
            server.release("Control_R")
            server.tap("F7")
            assert watched.tells("pressed")
        assert watched.tells("pressed", "released")


def test_a_chord_may_begin_with_a_key_that_is_a_hotkey_itself(server: XServer) -> None:
    with Watched("Control_R Control_R+space", server) as watched:
        server.tap("Control_R", "space")
        assert watched.tells("pressed", "chorded", "pressed", "released")
        assert watched.listener.keys == ["Control_R", "Control_R+space"]


def test_a_modifier_that_joins_others_is_a_shortcut(server: XServer) -> None:
    """Layouts are switched with two modifiers: that must not begin a recording."""
    with Watched("Control_R", server) as watched:
        with server.holding("Shift_L"):
            server.tap("Control_R")
        server.tap("Control_R")
        assert watched.tells("pressed", "released")


@pytest.mark.parametrize(
    ("keys", "says"),
    [("Shift+a", "writing"), ("Hyper+a", "modifier"), ("Ctrl+Shift_R", "no key"), ("Button1", "clicks")],
)
def test_a_chord_that_will_not_do_is_said_so(server: XServer, keys: str, says: str) -> None:
    with pytest.raises(HotkeyError, match=says):
        X11Hotkeys([Hotkey(keys)], display=server.name).start(RecordingKeyListener(), lambda _: None)


def test_a_mouse_button_is_a_hotkey_and_hidden_from_the_program(server: XServer, hands: Hands) -> None:
    with Watched("Button8", server) as watched:
        hands.press_button(8)
        time.sleep(0.5)  # we have looked whether it is still down
        assert watched.tells("pressed")
        hands.release_button(8)
        assert watched.tells("pressed", "released")
        hands.press_button(9)
        hands.release_button(9)
        assert watched.tells("pressed", "released")


@pytest.mark.parametrize("is_on", [False, True])
def test_caps_lock_is_left_as_it_was(server: XServer, hands: Hands, is_on: bool) -> None:
    if is_on:
        server.tap("Caps_Lock")
    assert hands.caps_light() is is_on
    try:
        with Watched("Caps_Lock", server) as watched:
            for _ in range(3):
                server.tap("Caps_Lock")
                wait_until(lambda: hands.caps_light() is is_on, "the light")
            with server.holding("Caps_Lock"):
                server.tap("F7")
            assert watched.tells(*("pressed", "released") * 3, "pressed", "chorded")
            wait_until(lambda: hands.caps_light() is is_on, "the light")
            with server.holding("Shift_L"):
                server.tap("Caps_Lock")  # the way to have capitals all the same
            wait_until(lambda: hands.caps_light() is not is_on, "the light")
            with server.holding("Shift_L"):
                server.tap("Caps_Lock")
    finally:
        if hands.caps_light():
            server.tap("Caps_Lock")


def test_escape_is_taken_only_while_it_is_wanted(server: XServer, hands: Hands) -> None:
    with TextField("xterm", server) as field, Watched("Control_R", server) as watched:
        field.focus()
        server.tap("Escape")
        assert field.received("\x1b") == "\x1b"
        field.mark()
        watched.hotkeys.take_escape(is_taken=True)
        wait_until(lambda: not hands.can_grab("Escape"), "the grab")
        with server.holding("Escape"):
            assert watched.tells("escaped")
            watched.hotkeys.take_escape(is_taken=False)
            time.sleep(1.0)  # long enough to repeat, into whichever program would get it
        wait_until(lambda: hands.can_grab("Escape"), "the end of the grab")
        assert watched.tells("escaped")
        assert field.received("", 0.1) == ""
        server.tap("Escape")
        assert field.received("\x1b") == "\x1b"
        assert watched.tells("escaped")


def test_a_thousand_presses_are_a_thousand(server: XServer) -> None:
    """Taps, repetitions, shortcuts and other keys in any order: none missed, none made up, none stuck."""
    moves = Random(6)
    story: list[str] = []
    with Watched("Control_R F9 Ctrl+Alt+space", server) as watched:
        for number in range(1000):
            match moves.choice(["tap", "ordinary", "chord", "shortcut", "other", "layout"]):
                case "tap":
                    server.tap("Control_R")
                    story += ["pressed", "released"]
                case "ordinary":
                    server.tap("F9")
                    story += ["pressed", "released"]
                case "chord":
                    server.tap("Control_L", "Alt_L", "space")
                    story += ["pressed", "released"]
                case "shortcut":
                    server.tap("Control_R", "F7")
                    story += ["pressed", "chorded"]
                case "layout":
                    server.tap("Shift_L", "Control_R")
                case _:
                    server.tap("F8")
            if number % 100 == 99:
                assert watched.tells(*story), number
        assert server.held() == set()


def test_a_keyboard_that_goes_and_another_that_comes_are_survived(server: XServer, hands: Hands) -> None:
    """A second keyboard is plugged in and out, once while the key is held."""
    with Watched("Control_R", server) as watched:
        for _ in range(3):
            keyboard = hands.plug_in("replugged")
            server.press("Control_R")
            hands.unplug(keyboard)
            server.release("Control_R")
        assert watched.tells(*("pressed", "released") * 3)
        assert not watched.listener.troubles
