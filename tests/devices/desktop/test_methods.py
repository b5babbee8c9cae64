"""Each way of inserting is exact in the windows that it is for."""

import os
import signal
from threading import Thread

import pytest

from assistant.devices.desktop.target.methods import RULES, best_method
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.devices.desktop.x11.selection import clipboard
from assistant.values.action import Method, Outcome, Result, Window
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_client import Owner, PlainWindow, Reader
from tests.support.x_server import XServer

PLAIN = "Typed, not pasted: 3 > 2; isn't it?"


def test_the_users_wish_goes_before_the_rules_and_those_before_the_default() -> None:
    viewer = Window(1, "VirtualBox Machine")
    assert best_method(viewer, Method.AUTO, Method.SHIFT_INSERT) is Method.KEYS
    assert best_method(viewer, Method.CTRL_V, Method.SHIFT_INSERT) is Method.CTRL_V
    assert best_method(Window(1, "Gedit"), Method.AUTO, Method.SHIFT_INSERT) is Method.SHIFT_INSERT
    assert best_method(None, Method.AUTO, Method.CTRL_V) is Method.CTRL_V


def test_no_application_has_two_rules() -> None:
    names = [app for apps in RULES.values() for app in apps]
    assert len(names) == len(set(names))
    assert all(name == name.casefold() for name in names)


@pytest.mark.parametrize("method", [Method.SHIFT_INSERT, Method.CTRL_V, Method.KEYS])
@pytest.mark.parametrize("held", ["Control_R", "Shift_L"])
def test_plain_text_arrives_by_every_method_whatever_is_held(
    desktop: X11Desktop, qt_field: TextField, server: XServer, method: Method, held: str
) -> None:
    qt_field.focus()
    qt_field.mark()
    with server.holding(held):
        outcome = desktop.insert(PLAIN, desktop.active_window(), method)
    assert qt_field.received(PLAIN) == PLAIN
    assert outcome.is_delivered
    assert outcome.method == ("keys" if method is Method.KEYS else "clipboard")
    assert server.held() == set()


def test_the_chord_of_terminals_reaches_a_window_that_knows_it(desktop: X11Desktop, server: XServer) -> None:
    with TextField("gtk", server) as field:  # GTK's text view takes Ctrl+Shift+V for pasting, too
        field.focus()
        outcome = desktop.insert("chord 组合键", desktop.active_window(), Method.CTRL_SHIFT_V)
        assert outcome.result in {Result.DELIVERED, Result.ON_CLIPBOARD}
        assert field.received("chord 组合键", 2) == ("chord 组合键" if outcome.is_delivered else "")


def test_what_the_keyboard_lacks_is_pasted_instead_of_typed(desktop: X11Desktop, qt_field: TextField) -> None:
    qt_field.focus()
    qt_field.mark()
    outcome = desktop.insert("键盘没有 🎹", desktop.active_window(), Method.KEYS)
    assert qt_field.received("键盘没有 🎹") == "键盘没有 🎹"
    assert (outcome.result, outcome.method) == (Result.DELIVERED, "clipboard")


def test_texts_follow_each_other_without_the_old_clipboard_coming_back_between_them(
    desktop: X11Desktop, qt_field: TextField, server: XServer, reader: Reader
) -> None:
    qt_field.focus()
    qt_field.mark()
    texts = [f"第{number} text. " for number in range(10)]
    with Owner(server.name, "old") as owner:
        asked = []
        owner.when_asked = lambda: asked.append(1)
        for text in texts:
            assert desktop.insert(text, desktop.active_window()).result is Result.DELIVERED
        reads = len(asked)
        assert qt_field.received("".join(texts)) == "".join(texts)
        wait_until(lambda: reader.read("UTF8_STRING").value == b"old", "the old clipboard")
        assert reads <= 4, "the old contents are fetched once and not ten times"


def test_a_window_that_hung_does_not_get_the_text_of_another_one(
    desktop: X11Desktop, qt_field: TextField, server: XServer
) -> None:
    """It wakes while a text for another window is on offer, and its own old paste chord comes up then."""
    with TextField("qt", server) as hung, PlainWindow(server.name) as plain:
        other = server.wait_for_window("Plain")
        server.focus(other)  # a new window takes the focus when it comes: let that be over
        hung.focus()
        os.kill(hung.pid, signal.SIGSTOP)
        assert desktop.insert("for the hung one", desktop.active_window()).result is Result.ON_CLIPBOARD
        server.focus(other)
        outcomes: list[Outcome] = []
        delivery = Thread(target=lambda: outcomes.append(desktop.insert("for another", plain_window)))
        plain_window = desktop.active_window()
        assert plain_window is not None
        assert plain_window.handle == plain.window.id
        delivery.start()
        wait_until(lambda: _is_offering(desktop, "for another"), "the second offer")
        os.kill(hung.pid, signal.SIGCONT)
        assert "for another" not in hung.received("for the hung one", 1)
        delivery.join()
    assert outcomes[0].result is Result.ON_CLIPBOARD


def _is_offering(desktop: X11Desktop, text: str) -> bool:
    session = desktop._session
    assert session is not None
    held = session.clipboard._owner.content(session.clipboard._selections[0]) or {}
    return any(piece.value == text.encode() for piece in held.values())


def test_the_pause_between_two_texts_is_shorter_than_the_wait_for_late_readers() -> None:
    assert 0 < clipboard.PACE < clipboard.QUIET
