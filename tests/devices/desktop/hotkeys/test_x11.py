"""The push-to-talk key: press and release, whatever else happens on the keyboard."""

import time
from collections.abc import Iterator

import pytest
from Xlib import XK, X
from Xlib.display import Display

from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.devices.desktop.x11.hotkeys import X11Hotkeys
from assistant.errors import HotkeyError
from assistant.values.event import Fault, Recovered, Trouble
from assistant.values.settings import Hotkey
from tests.fakes.hotkeys import RecordingKeyListener
from tests.support.targets.field import TextField
from tests.support.waiting import Stopwatch, wait_until
from tests.support.watched_keys import Watched
from tests.support.x_server import XServer

UNEVENTFUL = 0.5
"""Seconds in which something wrong would have been told."""


@pytest.fixture
def right_ctrl(server: XServer) -> Iterator[Watched]:
    with Watched("Control_R", server) as watched:
        yield watched


def test_press_and_release_of_a_bare_modifier(right_ctrl: Watched, server: XServer) -> None:
    down = server.press("Control_R")
    assert right_ctrl.tells("pressed")
    up = server.release("Control_R")
    assert right_ctrl.tells("pressed", "released")
    (_, first), (_, second) = right_ctrl.listener.told
    # The server's own time of the events, so that a late wake-up of ours moves nothing.
    assert first == pytest.approx(down, abs=0.05)
    assert second == pytest.approx(up, abs=0.05)


def test_the_window_of_the_press_is_told(right_ctrl: Watched, server: XServer, any_field: TextField) -> None:
    any_field.focus()
    server.tap("Control_R")
    assert right_ctrl.tells("pressed", "released")
    window = right_ctrl.listener.windows[0]
    assert window is not None
    assert window.handle == any_field.window


def test_the_left_twin_is_another_key(right_ctrl: Watched, server: XServer) -> None:
    server.tap("Control_L")
    server.tap("Control_R")
    assert right_ctrl.tells("pressed", "released")


def test_another_key_makes_it_a_shortcut(right_ctrl: Watched, server: XServer) -> None:
    with server.holding("Control_R"):
        assert right_ctrl.tells("pressed")
        server.tap("F7")
        server.tap("F8")
        assert right_ctrl.tells("pressed", "chorded")
    server.tap("Control_R")
    assert right_ctrl.tells("pressed", "chorded", "pressed", "released")


def test_holding_it_long_is_one_press(right_ctrl: Watched, server: XServer) -> None:
    with server.holding("Control_R"):
        time.sleep(1.2)  # a key repeats after 0.66 s; and we have looked five times whether it is down
        assert right_ctrl.tells("pressed")
    assert right_ctrl.tells("pressed", "released")


def test_an_ordinary_key_is_hidden_from_the_program(server: XServer, any_field: TextField) -> None:
    any_field.focus()
    any_field.mark()
    with Watched("F9", server) as watched:
        with server.holding("F9"):
            time.sleep(1.0)  # long enough to repeat
        assert watched.tells("pressed", "released")
        server.tap("x")
        assert any_field.received("x") == "x"
    server.tap("y")
    assert any_field.received("xy") == "xy"


def test_an_ordinary_key_is_hidden_with_the_lock_keys_on(server: XServer) -> None:
    with TextField("xterm", server) as field, Watched("F9", server) as watched:
        field.focus()
        server.tap("Caps_Lock")
        server.tap("Num_Lock")
        server.tap("F9")
        server.tap("Num_Lock")
        server.tap("Caps_Lock")
        assert watched.tells("pressed", "released")
        assert field.received("", 0.1) == ""


def test_an_ordinary_key_with_a_modifier_is_another_shortcut(server: XServer) -> None:
    with TextField("xterm", server) as field, Watched("F9", server) as watched:
        field.focus()
        server.tap("Control_L", "F9")
        assert field.received("\x1b[20;5~") == "\x1b[20;5~"
        server.tap("F9")
        assert watched.tells("pressed", "released")


def test_other_keys_do_not_end_an_ordinary_one(server: XServer) -> None:
    with Watched("F9", server) as watched:
        with server.holding("F9"):
            server.tap("F7")
            assert watched.tells("pressed")
        assert watched.tells("pressed", "released")


def test_a_lost_release_is_found(
    right_ctrl: Watched, server: XServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.press("Control_R")
    assert right_ctrl.tells("pressed")
    watch = right_ctrl.hotkeys._watch
    assert watch is not None
    monkeypatch.setattr(watch, "_raw", _DeafRawKeys())
    server.release("Control_R")
    assert right_ctrl.tells("pressed", "released")


class _DeafRawKeys:
    def read(self, event: object) -> None:
        return None


def test_our_own_paste_is_no_shortcut(server: XServer, qt_field: TextField, desktop: X11Desktop) -> None:
    """The next utterance may begin while the text of the last one is delivered."""
    qt_field.focus()
    qt_field.mark()
    with Watched("Control_R", server, desktop) as watched:
        server.press("Control_R")
        assert watched.tells("pressed")
        assert desktop.insert("meanwhile", desktop.active_window()).is_delivered
        time.sleep(UNEVENTFUL)
        assert watched.tells("pressed")
        server.release("Control_R")
        assert watched.tells("pressed", "released")
    assert qt_field.received("meanwhile") == "meanwhile"


def test_a_shortcut_after_our_own_paste_is_one(
    server: XServer, qt_field: TextField, desktop: X11Desktop
) -> None:
    qt_field.focus()
    with Watched("Control_R", server, desktop) as watched:
        server.press("Control_R")
        assert watched.tells("pressed")
        desktop.insert("meanwhile", desktop.active_window())
        server.tap("F7")
        assert watched.tells("pressed", "chorded")
        server.release("Control_R")


def test_a_key_that_moves_is_followed(server: XServer) -> None:
    keyboard = Display(server.name)
    spare = next(code for code in range(255, 8, -1) if not any(keyboard.get_keyboard_mapping(code, 1)[0]))
    f9 = server.key_code("F9")
    row = list(keyboard.get_keyboard_mapping(f9, 1)[0])
    try:
        with Watched("F9", server) as watched:
            keyboard.change_keyboard_mapping(f9, [(X.NoSymbol,)])
            keyboard.change_keyboard_mapping(spare, [(XK.XK_F9,)])
            keyboard.sync()
            time.sleep(0.2)
            server.press_code(spare)
            assert watched.tells("pressed")
            server.release_code(spare)
            assert watched.tells("pressed", "released")
            server.press_code(f9)
            server.release_code(f9)
            assert watched.tells("pressed", "released")
    finally:
        keyboard.change_keyboard_mapping(spare, [(X.NoSymbol,)])
        keyboard.change_keyboard_mapping(f9, [row])
        keyboard.sync()
        keyboard.close()


@pytest.mark.parametrize(
    ("key", "says"), [("Hyper_Q", "not the name"), ("a", "writing"), ("space", "writing"), ("F35", "no F35")]
)
def test_a_key_that_will_not_do_names_some_that_will(server: XServer, key: str, says: str) -> None:
    with pytest.raises(HotkeyError, match=says) as raised:
        X11Hotkeys([Hotkey(key)], display=server.name).start(RecordingKeyListener(), lambda _: None)
    assert "Control_R" in str(raised.value)
    assert "Pause" in str(raised.value)


def test_a_key_that_another_program_has_is_said_so(server: XServer) -> None:
    with Watched("F9", server), pytest.raises(HotkeyError, match="Another program"):
        X11Hotkeys([Hotkey("F9")], display=server.name).start(RecordingKeyListener(), lambda _: None)


def test_no_server_is_a_hotkey_error() -> None:
    with pytest.raises(HotkeyError):
        X11Hotkeys([Hotkey("Control_R")], display=":987").start(RecordingKeyListener(), lambda _: None)


def test_a_server_that_dies_is_told_and_the_key_comes_back_with_it() -> None:
    with XServer() as server, Watched("Control_R", server) as watched:
        server.press("Control_R")
        assert watched.tells("pressed")
        server.kill()
        assert watched.tells("pressed", "released")
        wait_until(lambda: watched.listener.troubles, "the trouble")
        server.start()
        wait_until(lambda: len(watched.listener.troubles) > 1, "the recovery")
        server.tap("Control_R")
        assert watched.tells("pressed", "released", "pressed", "released")
        first, second = watched.listener.troubles
        assert isinstance(first, Trouble)
        assert isinstance(second, Recovered)
        assert first.fault is second.fault is Fault.HOTKEY


def test_stop_ends_while_the_server_is_away() -> None:
    with XServer() as server, Watched("Control_R", server) as watched:
        server.kill()
        wait_until(lambda: watched.listener.troubles, "the trouble")
        began = Stopwatch()
        watched.hotkeys.stop()
        began.soon("stopping without a server")
