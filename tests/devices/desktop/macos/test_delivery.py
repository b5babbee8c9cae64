"""Delivery on macOS, with a stand-in for its system calls."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.devices.desktop.macos.desktop import CHUNK, HIDDEN, KEYS, TEXT, MacDesktop, chunks
from assistant.values.action import Method, Result
from assistant.values.settings import ActSettings
from tests.fakes.macos import ScriptedMac
from tests.support.waiting import wait_until

HARD = "tab\tline\nGrüße 你好 🙂👩🏽\u200d💻 “quotes” " * 3


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")))
def test_no_chunk_is_too_long_and_together_they_are_the_text(text: str) -> None:
    found = list(chunks(text))
    assert "".join(found) == text
    for chunk in found:
        assert len(chunk.encode("utf-16-le")) <= 2 * CHUNK
        assert chunk in KEYS or not set(chunk) & set(KEYS)


def test_both_ways_bring_the_text_exactly() -> None:
    for method in (Method.AUTO, Method.KEYS):
        calls = ScriptedMac()
        desktop = MacDesktop(ActSettings(), calls)
        assert desktop.insert(HARD, None, method).result is Result.UNCONFIRMED
        assert calls.text == HARD
        desktop.close()


def test_the_pasteboard_comes_back_after_the_last_of_several_texts_and_histories_are_asked_to_look_away() -> (
    None
):
    calls = ScriptedMac()
    calls.contents = {TEXT: b"old", "public.png": b"picture"}
    desktop = MacDesktop(ActSettings(), calls)
    for number in range(3):
        desktop.insert(f"{number}", None)
    assert set(HIDDEN) < set(calls.contents)
    assert calls.text == "012"
    wait_until(lambda: calls.contents == {TEXT: b"old", "public.png": b"picture"}, "the old contents")
    desktop.close()


def test_what_the_user_copies_meanwhile_stays() -> None:
    calls = ScriptedMac()
    desktop = MacDesktop(ActSettings(), calls)
    desktop.insert("one", None)
    calls.put({TEXT: b"the user's"})
    desktop.close()
    assert calls.contents == {TEXT: b"the user's"}


def test_a_password_field_is_told_and_gets_nothing() -> None:
    calls = ScriptedMac()
    calls.secure = True
    outcome = MacDesktop(ActSettings(), calls).insert("secret", None)
    assert outcome.result is Result.KEPT
    assert "password" in outcome.message
    assert (calls.text, calls.contents) == ("", {})


def test_without_the_permission_the_text_is_on_the_clipboard_and_it_says_what_to_do() -> None:
    calls = ScriptedMac()
    calls.trusted = False
    desktop = MacDesktop(ActSettings(), calls)
    outcome = desktop.insert("allowed?", None)
    assert outcome.result is Result.ON_CLIPBOARD
    assert "Accessibility" in outcome.message
    desktop.close()
    assert calls.contents[TEXT] == b"allowed?"
