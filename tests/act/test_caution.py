"""What is kept instead of typed, and that a confirmation is enough."""

import pytest

from assistant.act.performer import Performer
from assistant.values.action import InsertText, Method, Result, Window
from assistant.values.settings import ActSettings
from tests.fakes.desktop import RecordingDesktop

TERMINAL = Window(1, "XTerm", is_terminal=True)
EDITOR = Window(2, "Gedit")


@pytest.mark.parametrize("meant", [TERMINAL, None])
def test_several_lines_for_a_terminal_wait_for_a_word_of_the_user(meant: Window | None) -> None:
    desktop = RecordingDesktop(TERMINAL)
    performer = Performer(desktop)
    outcome = performer.perform(InsertText("rm -r x\nls", meant))
    assert outcome.result is Result.KEPT
    assert "lines" in outcome.message
    assert desktop.texts == []
    assert performer.perform(InsertText("rm -r x\nls", meant, is_confirmed=True)).is_delivered
    assert desktop.texts == ["rm -r x\nls"]


@pytest.mark.parametrize(
    ("text", "window"), [("ls", TERMINAL), ("ls\n\n", TERMINAL), ("one\ntwo", EDITOR), ("one\ntwo", None)]
)
def test_what_runs_nothing_is_typed_at_once(text: str, window: Window | None) -> None:
    desktop = RecordingDesktop(window)
    assert Performer(desktop).perform(InsertText(text, window)).is_delivered
    assert desktop.texts == [text]


def test_who_trusts_his_terminals_is_not_asked() -> None:
    desktop = RecordingDesktop(TERMINAL)
    performer = Performer(desktop, ActSettings(terminal_lines="paste"))
    assert performer.perform(InsertText("one\ntwo", TERMINAL)).is_delivered


@pytest.mark.parametrize("is_confirmed", [True, False])
def test_an_application_that_is_ruled_out_never_gets_anything(is_confirmed: bool) -> None:
    desktop = RecordingDesktop(Window(3, "KeePassXC"))
    performer = Performer(desktop, ActSettings(never_paste=("keepassxc",)))
    outcome = performer.perform(InsertText("secret", None, Method.AUTO, is_confirmed))
    assert outcome.result is Result.KEPT
    assert "KeePassXC" in outcome.message
    assert desktop.texts == []
