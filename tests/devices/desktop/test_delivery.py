"""Text arrives in real windows exactly as it was, exactly once, in the window it was meant for."""

import os
import signal
import threading
import time

import pytest
from Xlib import XK, X
from Xlib.display import Display

from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.errors import DeliveryError
from assistant.values.action import Result, Window
from assistant.values.settings import ActSettings
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_client import Owner, PlainWindow, Reader
from tests.support.x_server import XServer

TEXTS = {
    "english": "The quick brown fox, at 5:30 pm; isn't it?",
    "chinese": "今天天气很好,我们去公园散步吧。\u3000你好世界!",
    "marks": "“double” ‘single’ \"plain\" 'plain' é€ñß — \\ $HOME `x` 🎉👍🏽👩\u200d💻 日本語 한국어",
    "tabs and lines": "one\ttwo\n\tthree\n\nfour",
    "long english": "Speech becomes text. " * 95 + "End.",
    "long chinese": "长文本测试" * 400,
}
MODIFIERS = ("Control_R", "Shift_L", "Alt_L", "Super_L")


@pytest.mark.parametrize("name", TEXTS)
def test_text_arrives_exactly_once(desktop: X11Desktop, any_field: TextField, name: str) -> None:
    any_field.focus()
    any_field.mark()
    outcome = desktop.insert(TEXTS[name], desktop.active_window())
    assert any_field.received(TEXTS[name]) == TEXTS[name]
    assert outcome.result is Result.DELIVERED
    assert outcome.method == "clipboard"
    assert outcome.message == ""
    assert outcome.window is not None
    assert outcome.window.handle == any_field.window


@pytest.mark.parametrize("key", MODIFIERS)
def test_a_held_modifier_does_no_harm(
    desktop: X11Desktop, any_field: TextField, server: XServer, key: str
) -> None:
    any_field.focus()
    any_field.mark()
    with server.holding(key):
        outcome = desktop.insert("Held keys. 按住", desktop.active_window())
    assert any_field.received("Held keys. 按住") == "Held keys. 按住"
    assert outcome.result is Result.DELIVERED
    assert server.held() == set()


def test_caps_lock_changes_nothing(desktop: X11Desktop, qt_field: TextField, server: XServer) -> None:
    qt_field.focus()
    qt_field.mark()
    server.tap("Caps_Lock")
    try:
        desktop.insert("Mixed Case", desktop.active_window())
        assert qt_field.received("Mixed Case") == "Mixed Case"
    finally:
        server.tap("Caps_Lock")


def test_texts_in_a_row_keep_their_order(desktop: X11Desktop, any_field: TextField) -> None:
    any_field.focus()
    any_field.mark()
    window = desktop.active_window()
    for number in range(3):
        assert desktop.insert(f"text {number}. ", window).is_delivered
    assert any_field.received("text 0. text 1. text 2. ") == "text 0. text 1. text 2. "


def test_texts_of_two_threads_do_not_mix(desktop: X11Desktop, qt_field: TextField) -> None:
    qt_field.focus()
    qt_field.mark()
    texts = ["one " * 50, "two " * 50]
    threads = [threading.Thread(target=desktop.insert, args=(text, None)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    received = qt_field.received("".join(texts))
    assert received in {texts[0] + texts[1], texts[1] + texts[0]}


def test_without_a_window_the_focused_one_gets_it(desktop: X11Desktop, qt_field: TextField) -> None:
    qt_field.focus()
    qt_field.mark()
    outcome = desktop.insert("anyone", None)
    assert qt_field.received("anyone") == "anyone"
    assert outcome.window is not None
    assert outcome.window.handle == qt_field.window


def test_nothing_is_sent_when_the_focus_moved(
    desktop: X11Desktop, qt_field: TextField, server: XServer, reader: Reader
) -> None:
    qt_field.focus()
    meant = desktop.active_window()
    with TextField("xterm", server) as other, Owner(server.name, "precious"):
        other.focus()
        qt_field.mark()
        outcome = desktop.insert("secret", meant)
        assert outcome.result is Result.WRONG_WINDOW
        assert "focus" in outcome.message
        assert other.received("", 0.1) == ""
        assert qt_field.received("", 0.1) == ""
        assert reader.read("UTF8_STRING").value == b"precious"


def test_nothing_is_sent_when_the_focus_moves_at_the_last_moment(
    desktop: X11Desktop, qt_field: TextField, server: XServer, reader: Reader
) -> None:
    """The clipboard's owner is asked between the first look at the focus and the keys."""
    qt_field.focus()
    meant = desktop.active_window()
    with TextField("xterm", server) as other, Owner(server.name, "precious") as owner:
        qt_field.focus()  # a new window takes it
        owner.when_asked = other.focus
        qt_field.mark()
        outcome = desktop.insert("secret", meant)
        assert server.active_window() == other.window
        assert outcome.result is Result.WRONG_WINDOW
        assert other.received("", 0.1) == ""
        assert qt_field.received("", 0.1) == ""
        assert reader.read("UTF8_STRING").value == b"precious"


def test_what_nobody_takes_stays_on_the_clipboard(
    desktop: X11Desktop, server: XServer, reader: Reader
) -> None:
    with PlainWindow(server.name) as plain, Owner(server.name, "older"):
        server.wait_for_window("Plain")
        server.focus(plain.window.id)
        outcome = desktop.insert("to be kept 保留", desktop.active_window())
        assert outcome.result is Result.ON_CLIPBOARD
        assert "clipboard" in outcome.message
        assert reader.read("UTF8_STRING").value.decode() == "to be kept 保留"


def test_without_any_window_the_text_goes_to_the_clipboard() -> None:
    with XServer(window_manager=False) as bare, Reader(bare.name) as reader:
        with reader.lock:
            reader.display.set_input_focus(X.NONE, X.RevertToNone, X.CurrentTime)
            reader.display.sync()
        desktop = X11Desktop(ActSettings(), bare.name)
        try:
            assert desktop.active_window() is None
            assert desktop.insert("nowhere", None).result is Result.ON_CLIPBOARD
            assert reader.read("UTF8_STRING").value == b"nowhere"
        finally:
            desktop.close()


def test_a_terminal_gets_no_last_line_break_and_no_control_codes(
    desktop: X11Desktop, server: XServer
) -> None:
    with TextField("xterm", server) as terminal:
        terminal.focus()
        window = desktop.active_window()
        assert window is not None
        assert window.is_terminal
        desktop.insert("rm \x1b[201~x\x03\nsecond\n\n", window)
        assert terminal.received("rm [201~x\nsecond") == "rm [201~x\nsecond"


def test_empty_text_is_nothing(desktop: X11Desktop, qt_field: TextField) -> None:
    qt_field.focus()
    qt_field.mark()
    assert desktop.insert("", None).result is Result.NOTHING
    assert qt_field.received("", 0.1) == ""


def test_a_missing_insert_key_is_borrowed_and_given_back() -> None:
    with XServer() as server, TextField("qt", server) as field:
        keyboard = Display(server.name)
        keyboard.change_keyboard_mapping(server.key_code("Insert"), [(X.NoSymbol, X.NoSymbol)])
        keyboard.sync()
        desktop = X11Desktop(ActSettings(), server.name)
        field.focus()
        outcome = desktop.insert("no Insert here", desktop.active_window())
        assert field.received("no Insert here") == "no Insert here"
        assert outcome.result is Result.DELIVERED
        desktop.close()
        rows = keyboard.get_keyboard_mapping(8, 248)
        assert not any(row[0] == XK.XK_Insert for row in rows)
        keyboard.close()


def test_a_hung_target_is_reported_and_its_text_kept(
    desktop: X11Desktop, server: XServer, reader: Reader
) -> None:
    with TextField("qt", server) as field:
        field.focus()
        window = desktop.active_window()
        os.kill(field.pid, signal.SIGSTOP)
        outcome = desktop.insert("are you there", window)
        os.kill(field.pid, signal.SIGCONT)
    assert outcome.result is Result.ON_CLIPBOARD
    assert reader.read("UTF8_STRING").value == b"are you there"


def test_a_server_that_dies_is_a_delivery_error_and_comes_back() -> None:
    with XServer() as server:
        desktop = X11Desktop(ActSettings(), server.name)
        server.kill()
        assert desktop.active_window() is None
        for _ in range(2):
            with pytest.raises(DeliveryError):
                desktop.insert("lost", None)
        server.start()
        with TextField("qt", server) as field:
            field.focus()
            assert desktop.insert("back again", None).result is Result.DELIVERED
            assert field.received("back again") == "back again"
        desktop.close()


def _kill_once_text_is_offered(server: XServer) -> None:
    wait_until(lambda: server.owner("CLIPBOARD") is not None, "the offer")
    time.sleep(0.1)  # the keys are sent now, or will never be
    server.kill()


def test_a_server_that_dies_while_we_wait_is_a_delivery_error() -> None:
    with XServer(window_manager=False) as server, PlainWindow(server.name) as plain:
        wait_until(lambda: plain.is_shown, "the window")
        server.focus(plain.window.id)
        desktop = X11Desktop(ActSettings(), server.name)
        killer = threading.Thread(target=_kill_once_text_is_offered, args=(server,))
        killer.start()
        with pytest.raises(DeliveryError):
            desktop.insert("lost", desktop.active_window())
        killer.join()
        desktop.close()


def test_close_does_not_wait_for_a_target_that_never_asks(server: XServer) -> None:
    with PlainWindow(server.name) as plain:
        server.wait_for_window("Plain")
        server.focus(plain.window.id)
        desktop = X11Desktop(ActSettings(), server.name)
        window = desktop.active_window()
        ended = threading.Event()

        def deliver(target: Window | None) -> None:
            with pytest.raises(DeliveryError):
                desktop.insert("unfinished", target)
            ended.set()

        thread = threading.Thread(target=deliver, args=(window,))
        thread.start()
        time.sleep(0.2)
        desktop.close()
        wait_until(ended.is_set, "the end of the delivery")
        thread.join()


def test_words_are_in_no_repr(desktop: X11Desktop, qt_field: TextField) -> None:
    qt_field.focus()
    outcome = desktop.insert("confidential", desktop.active_window())
    assert "confidential" not in repr(outcome)
