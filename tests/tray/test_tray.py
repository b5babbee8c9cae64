"""The tray in this process: icon, tooltip and the window that stands in for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from assistant.devices.settings_file import SettingsFile
from assistant.tray.desk import Desk
from assistant.tray.frame import teller
from assistant.tray.looks.icon import face_icon
from assistant.tray.running.caretaker import Started
from assistant.tray.standing import Face
from assistant.tray.tray import Tray
from assistant.values.action import KeepText, Outcome, Result
from assistant.values.control import Control, Mode, SetMode, SetPrivacy
from assistant.values.event import (
    ActionPerformed,
    AnswerStarted,
    Fault,
    MicrophoneClosed,
    MicrophoneOpened,
    MicrophoneOpening,
    PrivacyChanged,
    RecordingLimited,
    RecordingsFound,
    Recovered,
    Rest,
    State,
    StateChanged,
    TimerRang,
    Trouble,
)
from tests.fakes.engine import ScriptedEngine


class Owner:
    def __init__(self) -> None:
        self.controls: list[Control] = []
        self.left = 0

    def leave(self) -> None:
        self.left += 1


@pytest.fixture
def owner() -> Owner:
    return Owner()


@pytest.fixture
def tray(app: QApplication, owner: Owner, tmp_path: Path) -> Iterator[Tray]:
    tray = Tray(
        Desk(
            owner.controls.append,
            settings_file=SettingsFile(tmp_path / "settings.toml"),
            leave=owner.leave,
            microphones=lambda: ["Headset"],
        )
    )
    yield tray
    tray.hide()


@pytest.fixture
def told(tray: Tray) -> list[str]:
    """Messages that would be shown, did the drawing into memory have a tray."""
    messages: list[str] = []
    tray.teller._tell = lambda message, _is_trouble: messages.append(message)
    return messages


def buttons(tray: Tray) -> dict[str, QToolButton]:
    return {button.text(): button for button in tray.window.findChildren(QToolButton)}


def lines(tray: Tray) -> list[str]:
    return [label.text() for label in tray.window.findChildren(QLabel) if label.text() and label.isVisible()]


@pytest.mark.parametrize("state", [state for state in State if state is not State.STARTING])
def test_the_icon_follows_the_state(tray: Tray, state: State) -> None:
    before = tray.icon.icon().cacheKey()
    assert before == face_icon(Face.STARTING, is_dark=False).cacheKey()
    tray.follow(StateChanged(state))
    assert tray.icon.icon().cacheKey() == face_icon(Face(state.value), is_dark=False).cacheKey()


def test_the_tooltip_names_state_and_microphone(tray: Tray) -> None:
    tray.follow(MicrophoneOpened("Desk microphone"))
    tray.follow(StateChanged(State.READY))
    assert tray.icon.toolTip() == "Assistant\nReady — hold Right Ctrl and speak\nDesk microphone"


def test_nothing_can_be_chosen_before_there_is_an_engine(tray: Tray, owner: Owner) -> None:
    tray.menu.choosing.modes[Mode.HANDS_FREE].trigger()
    assert owner.controls == []
    tray.follow(Started(ScriptedEngine()))
    tray.menu.choosing.modes[Mode.HANDS_FREE].trigger()
    assert owner.controls == [SetMode(Mode.HANDS_FREE)]


def test_an_engine_that_could_not_start_is_trouble(tray: Tray) -> None:
    tray.follow(Started(None))
    assert tray.icon.icon().cacheKey() == face_icon(Face.TROUBLE, is_dark=False).cacheKey()
    assert tray.menu.status.text() == "Something is wrong"


def test_each_trouble_is_told_once_until_it_is_over(tray: Tray, told: list[str]) -> None:
    for _ in range(3):
        tray.follow(Trouble(Fault.MICROPHONE_LOST, "Plug it in."))
    tray.follow(Trouble(Fault.MODEL, "No model."))
    tray.follow(Recovered(Fault.MICROPHONE_LOST, "It is back."))
    tray.follow(Recovered(Fault.HOTKEY, "Nobody knew."))
    tray.follow(Trouble(Fault.MICROPHONE_LOST, "Plug it in."))
    assert told == ["Plug it in.", "No model.", "It is back.", "Plug it in."]


def test_what_became_of_the_text_is_told_where_it_needs_saying(tray: Tray, told: list[str]) -> None:
    outcomes = (Outcome(Result.KEPT, "Not sure, so kept."), Outcome(Result.DELIVERED))
    for outcome in outcomes:
        tray.follow(ActionPerformed(1, KeepText("secret", "unsure"), outcome))
    assert told == ["Not sure, so kept."]


def test_without_a_tray_there_is_a_window_with_the_same_controls(tray: Tray, owner: Owner) -> None:
    tray.show()
    assert tray.window.isVisible()
    tray.follow(Started(ScriptedEngine()))
    tray.follow(StateChanged(State.READY))
    tray.follow(Trouble(Fault.MODEL, "No model."))
    assert lines(tray) == ["Ready — hold Right Ctrl and speak", "No model."]
    buttons(tray)["Private: keep nothing"].click()
    assert owner.controls == [SetPrivacy(is_private=True)]
    assert {"Mode: Push-to-talk", "Copy last text", "Type what was kept", "Cancel"} < set(buttons(tray))
    buttons(tray)["Quit"].click()
    assert owner.left == 1


def test_without_a_tray_the_window_says_what_a_notification_would(tray: Tray) -> None:
    tray.show()
    tray.follow(TimerRang("Your timer rang.", "tea"))
    assert lines(tray)[-1] == "tea\nYour timer rang."
    tray.window.tell("Gone soon.", 1)
    QTest.qWait(200)
    assert "Gone soon." not in lines(tray)


def test_without_a_tray_an_answer_is_one_click_away(tray: Tray) -> None:
    tray.show()
    button = buttons(tray)["Show the answer"]
    assert not button.isVisible()
    tray.follow(AnswerStarted(1, is_edit=False))
    assert button.isVisible()


def test_where_no_card_can_come_by_itself_it_is_told(
    tray: Tray, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tray.follow(AnswerStarted(1, is_edit=False))
    assert told == []
    monkeypatch.setattr(teller, "obstacle", lambda: "Wayland.")
    tray.follow(AnswerStarted(2, is_edit=False))
    assert told == ["There is an answer: “Show the answer” in the menu"]


def test_closing_the_window_quits(tray: Tray, owner: Owner) -> None:
    tray.show()
    tray.window.close()
    assert owner.left == 1


def test_hiding_is_not_quitting(tray: Tray, owner: Owner) -> None:
    tray.show()
    tray.hide()
    assert owner.left == 0
    tray.show()
    assert not tray.window.isVisible()


def test_the_menu_opens_on_a_click(tray: Tray) -> None:
    tray.icon.activated.emit(tray.icon.ActivationReason.Trigger)
    assert tray.menu.widget.isVisible()
    assert tray.menu.widget.pos() != QPoint(-1, -1)
    tray.menu.widget.close()


def test_the_tooltip_says_whether_the_microphone_is_open(tray: Tray) -> None:
    for event, words in (
        (MicrophoneClosed(Rest.ON_DEMAND), "opens with the key"),
        (MicrophoneOpening(), "getting ready"),
        (MicrophoneOpened("Headset"), "Headset"),
        (MicrophoneClosed(Rest.LOCKED), "locked"),
    ):
        tray.follow(event)
        assert words in tray.icon.toolTip()


def test_what_was_never_delivered_and_what_is_kept_is_told(tray: Tray, told: list[str]) -> None:
    for event in (
        RecordingsFound(2, 7.5),
        RecordingLimited(10.0),
        PrivacyChanged(is_private=True),
        PrivacyChanged(is_private=False),
    ):
        tray.follow(event)
    assert [
        words in message for words, message in zip(("2 rec", "10 s", "Nothing", "goes on"), told, strict=True)
    ] == [True] * 4
