"""The menu: what it shows, and which controls its items give."""

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from assistant.tray.desk import About
from assistant.tray.menu import menu as menu_module
from assistant.tray.menu.menu import Menu
from assistant.values.action import InsertText, KeepText, Outcome, Result
from assistant.values.audio import SpeechStarted, Trigger
from assistant.values.control import (
    Cancel,
    DeliverKept,
    SetPause,
    SetPrivacy,
)
from assistant.values.event import (
    ActionPerformed,
    AnswerStarted,
    Fault,
    IntentRouted,
    LevelMeasured,
    PauseChanged,
    PrivacyChanged,
    Recovered,
    State,
    StateChanged,
    Trouble,
)
from assistant.values.intent import Nothing, Why
from tests.tray.menu.owner import Owner, labels, menu_of


def performed(text: str, result: Result) -> ActionPerformed:
    action = KeepText(text, "unsure") if result is Result.KEPT else InsertText(text, None)
    return ActionPerformed(1, action, Outcome(result))


def test_what_there_is(menu: Menu) -> None:
    assert labels(menu.widget.actions()) == [
        "Starting…",
        "Mode: Push-to-talk",
        "Microphone: System default",
        "Model",
        "Spoken language: Any",
        "Pause: close the microphone",
        "Private: keep nothing",
        "Copy last text",
        "Type what was kept",
        "Take the last text back",
        "Cancel",
        "About…",
        "Quit",
    ]
    enabled = [action.text() for action in menu.widget.actions() if action.isEnabled() and action.text()]
    assert enabled[1:7] == labels(menu.widget.actions())[1:7]
    assert enabled[7:] == ["About…", "Quit"]


def test_private_mode_is_chosen_and_shown(menu: Menu, owner: Owner) -> None:
    menu.private.trigger()
    assert owner.controls == [SetPrivacy(is_private=True)]
    menu.follow(PrivacyChanged(is_private=False))
    assert not menu.private.isChecked()
    menu.private.trigger()
    menu.private.trigger()
    assert owner.controls[1:] == [SetPrivacy(is_private=True), SetPrivacy(is_private=False)]


def test_the_last_text_can_be_copied(menu: Menu) -> None:
    menu.follow(performed("first", Result.DELIVERED))
    menu.follow(performed("你好, second", Result.FAILED))
    menu.copy.trigger()
    assert QGuiApplication.clipboard().text() == "你好, second"


def test_words_of_a_discard_can_be_copied(menu: Menu) -> None:
    menu.follow(IntentRouted(1, Nothing(Why.NO_SPEECH, "murmur")))
    menu.copy.trigger()
    assert QGuiApplication.clipboard().text() == "murmur"


@pytest.mark.parametrize("result", [Result.KEPT, Result.WRONG_WINDOW, Result.FAILED, Result.ON_CLIPBOARD])
def test_what_was_kept_is_one_click_away(
    menu: Menu, owner: Owner, monkeypatch: pytest.MonkeyPatch, result: Result
) -> None:
    monkeypatch.setattr(menu_module, "SETTLE_MS", 0)
    menu.follow(performed("a line\nand another && very long line", result))
    assert menu.deliver.text() == "Type what was kept: “a line and another &&&& very…”"
    menu.deliver.trigger()
    QCoreApplication.processEvents()
    assert owner.controls == [DeliverKept()]
    menu.follow(performed("a line\nand another && very long line", Result.DELIVERED))
    assert not menu.deliver.isEnabled()


def test_it_is_not_typed_while_the_menu_holds_the_keyboard(menu: Menu, owner: Owner) -> None:
    menu.follow(performed("kept", Result.KEPT))
    menu.deliver.trigger()
    assert owner.controls == []


def test_a_delivery_of_something_else_leaves_what_is_kept(menu: Menu) -> None:
    menu.follow(performed("kept", Result.KEPT))
    menu.follow(performed("typed", Result.DELIVERED))
    assert menu.deliver.text() == "Type what was kept: “kept”"


@pytest.mark.parametrize("state", list(State))
def test_only_what_is_going_on_can_be_cancelled(menu: Menu, owner: Owner, state: State) -> None:
    menu.follow(StateChanged(state))
    menu.cancel.trigger()
    is_busy = state in {State.HEARING, State.THINKING, State.ACTING}
    assert owner.controls == ([Cancel()] if is_busy else [])


def test_quit(menu: Menu, owner: Owner) -> None:
    menu.quit.trigger()
    assert owner.left == 1


def test_every_state_has_its_sentence(menu: Menu) -> None:
    said = set()
    for state in State:
        menu.follow(StateChanged(state))
        said.add(menu.status.text())
    assert len(said) == len(State)


@pytest.mark.parametrize(
    ("hotkey", "sentence"),
    [
        ("Control_R", "Ready — hold Right Ctrl and speak"),
        ("Alt_L", "Ready — hold Left Alt and speak"),
        ("F9", "Ready — hold F9 and speak"),
        ("Scroll_Lock", "Ready — hold Scroll_Lock and speak"),
    ],
)
def test_the_key_has_the_name_that_is_printed_on_it(
    app: QApplication, owner: Owner, hotkey: str, sentence: str
) -> None:
    menu = menu_of(owner, About(hotkey=hotkey))
    menu.follow(StateChanged(State.READY))
    assert menu.status.text() == sentence


def test_a_trouble_stands_there_until_it_is_over(menu: Menu) -> None:
    menu.follow(Trouble(Fault.MICROPHONE_LOST, "Plug it in."))
    menu.follow(Trouble(Fault.DELIVERY, "The window is gone."))
    assert menu.trouble.text() == "The window is gone."
    menu.follow(SpeechStarted(1, 0, Trigger.PUSH_TO_TALK))
    assert menu.trouble.text() == "Plug it in."
    menu.follow(Recovered(Fault.MICROPHONE_LOST, "It is back."))
    assert not menu.trouble.isVisible()


def test_events_of_others_are_no_concern_of_it(menu: Menu) -> None:
    before = labels(menu.widget.actions())
    menu.follow(LevelMeasured(-20))
    menu.follow(object())
    assert labels(menu.widget.actions()) == before


class Marking(QTranslator):
    """Marks every text that asks to be translated."""

    def isEmpty(self) -> bool:  # noqa: N802 -- Qt's name
        return False

    def translate(self, context: str, source: str, remark: str | None = None, number: int = -1) -> str:
        return f"«{source}»"


def test_every_text_can_be_translated(app: QApplication, owner: Owner) -> None:
    marking = Marking()
    app.installTranslator(marking)
    try:
        menu = menu_of(owner, About("nano", is_demo=True))
        menu.follow(performed("kept", Result.KEPT))
        for state in State:
            menu.follow(StateChanged(state))
            for label in labels([*menu.widget.actions(), menu.choosing.microphone.actions()[0]]):
                assert label.startswith("«"), label
    finally:
        app.removeTranslator(marking)


def test_pausing_closes_the_microphone_and_says_so(menu: Menu, owner: Owner) -> None:
    menu.follow(StateChanged(State.READY))
    menu.pause.trigger()
    assert owner.controls == [SetPause(is_paused=True)]
    menu.follow(PauseChanged(is_paused=True))
    assert menu.pause.isChecked()
    assert menu.status.text() == "Paused — nothing is heard"
    menu.follow(PauseChanged(is_paused=False))
    assert menu.status.text() == "Ready — hold Right Ctrl and speak"


def test_windows_that_are_there_can_be_opened(app: QApplication, owner: Owner) -> None:
    owner.windows = {"history", "settings", "commands"}
    menu = menu_of(owner)
    assert list(menu.windows) == ["commands", "history", "settings"]
    for action in (*menu.windows.values(), menu.about):
        action.trigger()
    assert owner.opened == ["commands", "history", "settings", "settings:about"]


def test_an_answer_can_be_brought_to_the_keyboard(menu: Menu, owner: Owner) -> None:
    assert not menu.answer.isVisible()
    menu.follow(AnswerStarted(1, is_edit=False))
    assert menu.answer.isVisible()
    menu.answer.trigger()
    assert owner.opened == ["answer"]
