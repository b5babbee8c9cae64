"""The pages of the first run: what they show, what they choose, and when they are done."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from assistant.tray.first_run.parts.keys import pressed_key, spelled
from assistant.tray.first_run.parts.take import Take, Verdict
from assistant.tray.first_run.stamp import is_first_run
from assistant.values.action import InsertText, KeepText, Outcome, Result
from assistant.values.audio import SpeechStarted, Trigger
from assistant.values.control import Cancel, Press, Release, UseMicrophone
from assistant.values.event import ActionPerformed, Fault, LevelMeasured, Recovered, TranscriptReady, Trouble
from assistant.values.settings import Hotkey
from tests.fakes.recognizer import transcript
from tests.fakes.rooms import loud, quiet
from tests.tray.first_run.conftest import Setup, done


def test_it_is_shown_once(setup: Setup) -> None:
    assert not is_first_run()


def test_every_page_can_be_skipped_and_the_whole_too(setup: Setup) -> None:
    window = setup.window
    for page in window.pages:
        assert window.page is page
        assert not done(page)
        window.next.click()
    assert not window.isVisible()


def test_a_level_that_speech_has_says_that_the_assistant_hears(setup: Setup) -> None:
    page = setup.window.microphone
    setup.tell(LevelMeasured(-70.0))
    assert not done(page)
    setup.tell(LevelMeasured(-20.0))
    assert done(page)
    assert page.meter.level == -20.0
    assert setup.window.next.text() == "&Next"


def test_a_muted_microphone_is_told_and_takes_the_mark_back(setup: Setup) -> None:
    page = setup.window.microphone
    setup.tell(LevelMeasured(-20.0), Trouble(Fault.MICROPHONE_SILENT, "Headset gives only silence."))
    assert not done(page)
    assert "only silence" in page.advice.text()
    setup.tell(Recovered(Fault.MICROPHONE_SILENT, "Headset gives sound again."), LevelMeasured(-20.0))
    assert done(page)


def test_after_a_while_of_quiet_it_asks_whether_this_is_the_right_one(setup: Setup) -> None:
    page = setup.window.microphone
    page._doubt.timeout.emit()
    assert "right microphone" in page.advice.text()


def test_another_microphone_is_used_at_once_and_remembered(setup: Setup) -> None:
    choice = setup.window.microphone.choice
    assert [choice.itemText(n) for n in range(choice.count())] == ["System default", "Headset", "Webcam"]
    choice.setCurrentIndex(2)
    choice.activated.emit(2)
    assert setup.posted == [UseMicrophone("Webcam")]
    assert setup.desk.settings_file.read().hear.microphone == "Webcam"


@pytest.mark.parametrize(
    ("loudest", "is_alive", "verdict"),
    [
        (-96.0, False, Verdict.DEAD),
        (-80.0, True, Verdict.NOTHING),
        (-50.0, True, Verdict.FAINT),
        (-25.0, True, Verdict.GOOD),
        (-0.5, True, Verdict.LOUD),
    ],
)
def test_what_three_seconds_say(loudest: float, is_alive: bool, verdict: Verdict) -> None:
    samples = loud(0.1) if is_alive else quiet(0.1) * 0
    assert Take(samples, loudest).verdict is verdict


def test_a_press_is_the_proof_and_is_called_off(setup: Setup) -> None:
    setup.window.show_page("key")
    assert setup.window.key.cap.text() == "Right Ctrl"
    setup.tell(SpeechStarted(1, 0, Trigger.HANDS_FREE))
    assert not done(setup.window.key)
    setup.tell(SpeechStarted(2, 0, Trigger.PUSH_TO_TALK))
    assert done(setup.window.key)
    assert setup.posted == [Cancel()]


def test_the_key_that_is_pressed_becomes_the_key(setup: Setup) -> None:
    setup.window.show_page("key")
    page = setup.window.key
    page.other.click()
    page.keyPressEvent(key(Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier))
    assert "Text needs that key" in page.told.text()
    page.keyPressEvent(key(Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier, 0xFFC6))
    assert setup.desk.settings_file.read().act.hotkeys == (Hotkey("F9"),)
    assert page.cap.text() == "F9"
    assert not page.other.isChecked()
    setup.tell(Trouble(Fault.HOTKEY, "Another program holds F9."))
    assert "holds F9" in page.told.text()


def key(code: Qt.Key, held: Qt.KeyboardModifier, symbol: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, int(code), held, 0, symbol, 0, "")


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (key(Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier, 0xFFE4), "Control_R"),
        (key(Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier), "F9"),
        (
            key(
                Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier, 0x20
            ),
            "Ctrl+Alt+space",
        ),
        (key(Qt.Key.Key_D, Qt.KeyboardModifier.MetaModifier), "Super+d"),
        (key(Qt.Key.Key_D, Qt.KeyboardModifier.NoModifier), None),
    ],
)
def test_keys_have_their_x_names(event: QKeyEvent, name: str | None) -> None:
    assert pressed_key(event) == name


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Control_R", "Right Ctrl"),
        ("Ctrl+Alt+space", "Ctrl + Alt + Space"),
        ("Button8", "mouse button 8"),
        ("Scroll_Lock", "Scroll Lock"),
    ],
)
def test_keys_are_called_what_is_printed_on_them(name: str, printed: str) -> None:
    assert spelled(name) == printed


def test_what_this_computer_allows_is_checked_beside_the_window(setup: Setup, qtbot: QtBot) -> None:
    setup.window.show_page("key")
    qtbot.waitUntil(lambda: bool(setup.window.key.checks.findings), timeout=20_000)
    assert {one.part for one in setup.window.key.checks.findings} == {"desktop", "microphone", "folders"}


def test_done_means_that_the_receipt_and_the_box_agree(setup: Setup) -> None:
    setup.window.show_page("try")
    page = setup.window.trial
    page.box.setPlainText("good afternoon")
    assert not done(page), "typed by hand"
    page.box.clear()
    setup.tell(ActionPerformed(1, InsertText("make a note", None), Outcome(Result.DELIVERED)))
    assert not done(page), "the receipt alone"
    page.box.setPlainText("make a note")
    assert done(page)
    assert "It works" in page.told.text()


def test_what_did_not_arrive_says_why(setup: Setup) -> None:
    setup.window.show_page("try")
    page = setup.window.trial
    setup.tell(ActionPerformed(1, KeepText("maker note", "unsure"), Outcome(Result.KEPT)))
    assert "maker note" in page.told.text()
    setup.tell(TranscriptReady(transcript(2, "")))
    assert "No words were heard" in page.told.text()
    setup.tell(
        ActionPerformed(3, InsertText("x", None), Outcome(Result.ON_CLIPBOARD, "It is on the clipboard."))
    )
    assert "on the clipboard" in page.told.text()
    assert not done(page)


def test_without_a_key_a_button_does(setup: Setup) -> None:
    setup.window.show_page("try")
    page = setup.window.trial
    page.talk.click()
    assert setup.posted == [Press()]
    page.talk.click()
    assert setup.posted == [Press(), Release()]
    page.talk.click()
    setup.window.show_page("model")
    assert setup.posted == [Press(), Release()] * 2, "no recording is left open"
