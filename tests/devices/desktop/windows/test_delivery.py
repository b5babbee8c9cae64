"""Delivery on Windows, with a stand-in for its system calls."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.devices.desktop.windows import strokes
from assistant.devices.desktop.windows.calls import Foreground
from assistant.devices.desktop.windows.desktop import WindowsDesktop
from assistant.values.action import Method, Result
from assistant.values.settings import ActSettings
from tests.fakes.windows import UNICODE_TEXT, ScriptedWindows
from tests.support.waiting import wait_until

HARD = "tab\tline\nGrüße 你好 🙂👩🏽\u200d💻 “quotes”"
OLD = {UNICODE_TEXT: b"old", 8: b"picture"}


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")))
def test_what_is_typed_as_key_events_is_the_text(text: str) -> None:
    calls = ScriptedWindows()
    calls.send(list(strokes.typing(text)))
    assert calls.text == text


@pytest.mark.parametrize(
    "held", [strokes.RIGHT_CONTROL, strokes.LEFT_SHIFT, strokes.RIGHT_MENU, strokes.LEFT_WIN]
)
@pytest.mark.parametrize("method", [Method.AUTO, Method.SHIFT_INSERT, Method.KEYS])
def test_a_modifier_of_push_to_talk_that_is_still_down_does_no_harm(held: int, method: Method) -> None:
    calls = ScriptedWindows()
    calls.held = {held}
    assert WindowsDesktop(ActSettings(), calls).insert(HARD, None, method).is_delivered
    assert calls.text == HARD
    assert calls.held == set()


def test_the_clipboard_comes_back_after_the_last_of_several_texts() -> None:
    calls = ScriptedWindows()
    calls.contents = dict(OLD)
    desktop = WindowsDesktop(ActSettings(), calls)
    for number in range(3):
        assert desktop.insert(f"{number}", None).result is Result.DELIVERED
    assert calls.text == "012"
    wait_until(lambda: calls.contents == OLD, "the old contents")
    desktop.close()


def test_what_the_user_copies_meanwhile_stays() -> None:
    calls = ScriptedWindows()
    desktop = WindowsDesktop(ActSettings(), calls)
    desktop.insert("one", None)
    calls.copy({UNICODE_TEXT: b"the user's"})
    desktop.close()
    assert calls.contents == {UNICODE_TEXT: b"the user's"}


def test_a_window_with_more_rights_is_told_and_nothing_is_sent() -> None:
    calls = ScriptedWindows()
    calls.window = Foreground(7, "regedit.exe", "", is_above_us=True)
    outcome = WindowsDesktop(ActSettings(), calls).insert("secret", None)
    assert outcome.result is Result.KEPT
    assert "administrator" in outcome.message
    assert calls.text == ""


@pytest.mark.parametrize("is_watched", [True, False])
def test_a_window_that_hangs_is_told_truthfully_also_beside_a_clipboard_history(is_watched: bool) -> None:
    calls = ScriptedWindows()
    calls.is_hung, calls.is_watched = True, is_watched
    outcome = WindowsDesktop(ActSettings(), calls).insert("patience", None)
    assert outcome.result is Result.ON_CLIPBOARD
    assert "may still" in outcome.message
    assert calls.is_ours()


def test_swallowed_keys_are_told() -> None:
    calls = ScriptedWindows()
    calls.is_deaf = True
    desktop = WindowsDesktop(ActSettings(), calls)
    assert desktop.insert("unheard", None).result is Result.ON_CLIPBOARD
    assert desktop.insert("unheard", None, Method.KEYS).result is Result.FAILED


def test_where_the_clipboard_is_held_by_another_program_the_text_is_typed() -> None:
    calls = ScriptedWindows()
    calls.is_locked = True
    outcome = WindowsDesktop(ActSettings(), calls).insert(HARD, None)
    assert (outcome.result, outcome.method) == (Result.UNCONFIRMED, "keys")
    assert calls.text == HARD


def test_terminals_get_no_last_line_break() -> None:
    calls = ScriptedWindows()
    calls.window = Foreground(7, "WindowsTerminal.exe", "")
    WindowsDesktop(ActSettings(), calls).insert("dir\n", None)
    assert calls.text == "dir"


def test_without_a_window_the_text_is_on_the_clipboard() -> None:
    calls = ScriptedWindows()
    calls.window = None
    assert WindowsDesktop(ActSettings(), calls).insert("nowhere", None).result is Result.ON_CLIPBOARD
    assert calls.is_ours()
