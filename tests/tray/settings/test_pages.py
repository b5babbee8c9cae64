"""What the pages of the settings window do besides showing settings."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from assistant.devices import places
from assistant.devices.glossary.files import REPLACEMENTS, RULES
from assistant.devices.settings_file import SettingsFile
from assistant.tray.desk import Desk
from assistant.tray.settings.editors.capture import Capture
from assistant.tray.settings.pages import look
from assistant.tray.settings.pages.about import AboutPage, library_licences, model_licences
from assistant.tray.settings.pages.applications import ApplicationsPage
from assistant.tray.settings.pages.commands import CommandsPage
from assistant.tray.settings.pages.keys import KeysPage
from assistant.tray.settings.pages.language_model import LanguageModelPage
from assistant.tray.settings.pages.microphone import MicrophonePage
from assistant.tray.settings.pages.privacy import PrivacyPage
from assistant.tray.settings.pages.text import TextPage
from assistant.tray.settings.window import SettingsWindow
from assistant.values.action import InsertText, Outcome, Result
from assistant.values.control import Control, Forget, Job
from assistant.values.event import LevelMeasured
from assistant.values.intent import Dictate
from assistant.values.settings import Ending, Hotkey, KeepSettings, Profile
from assistant.wiring import open_history
from tests.fakes.recognizer import transcript
from tests.support.waiting import wait_until


@pytest.fixture
def posted() -> list[Control]:
    return []


@pytest.fixture
def desk(app: QApplication, posted: list[Control]) -> Desk:
    return Desk(posted.append, microphones=lambda: ["Headset"])


@pytest.fixture
def window(desk: Desk) -> Iterator[SettingsWindow]:
    window = SettingsWindow(desk)
    window.show()
    yield window
    window.close()


def until(condition: "object", what: str) -> None:
    """Wait while Qt goes on."""

    def met() -> bool:
        QTest.qWait(5)
        return bool(condition())  # type: ignore[operator]  # whatever can be asked

    wait_until(met, what)


def test_keys_are_pressed_and_given_a_job_and_conflicts_are_named(window: SettingsWindow, desk: Desk) -> None:
    window.show_page("keys")
    page = window.page("keys")
    assert isinstance(page, KeysPage)
    page.hotkeys.add.click()
    QTest.keyClick(page.hotkeys.add, Qt.Key.Key_F9)
    assert desk.settings_file.read().act.hotkeys == (Hotkey("Control_R"), Hotkey("F9"))
    page.hotkeys._give(1, Job.COMMAND)
    assert desk.settings_file.read().act.hotkeys[1] == Hotkey("F9", Job.COMMAND)
    page.undo_key.click()
    QTest.keyClick(page.undo_key, Qt.Key.Key_F9)
    assert desk.settings_file.read().act.undo_key == "F9"
    assert "can't do both" in page.hotkeys.told.text()
    window.undo.click()
    assert page.hotkeys.told.text() == ""


def test_escape_leaves_the_key_as_it_is(app: QApplication) -> None:
    capture, caught = Capture(), list[str]()
    capture.captured.connect(caught.append)
    capture.show()
    capture.click()
    QTest.keyClick(capture, Qt.Key.Key_Escape)
    assert not capture.isChecked()
    capture.click()
    QTest.keyClick(capture, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert caught == ["Ctrl+b"]
    capture.close()


def test_profiles_are_added_changed_ordered_and_removed(window: SettingsWindow, desk: Desk) -> None:
    window.show_page("applications")
    page = window.page("applications")
    assert isinstance(page, ApplicationsPage)
    editor = page.profiles
    editor.add.click()
    editor.match.setText("xterm|konsole")
    editor.match.editingFinished.emit()
    editor._set("ending", Ending.DROP)
    editor.add.click()
    editor.up.click()
    assert desk.settings_file.read().profiles == (
        Profile("*"),
        Profile("xterm|konsole", ending=Ending.DROP),
    )
    editor.remove.click()
    assert desk.settings_file.read().profiles == (Profile("xterm|konsole", ending=Ending.DROP),)


def test_what_of_the_look_cannot_be_had_here_is_said_first(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(look, "obstacle", lambda: "There is no overlay here.")
    window = SettingsWindow(desk)
    window.show_page("look")
    shown = [label.text() for label in window.findChildren(QLabel) if label.text().startswith("There is no")]
    assert shown == ["There is no overlay here."]
    window.close()


def test_words_are_looked_over_saved_and_tried(window: SettingsWindow) -> None:
    window.show_page("text")
    page = window.page("text")
    assert isinstance(page, TextPage)
    page.heard.setText("um I I I like cloud code")
    assert page.written.text() == "I like cloud code"
    editor = page.words.editors[REPLACEMENTS]
    editor.text.setPlainText("cloud code => Claude Code\nnonsense\n")
    editor.check()
    assert editor.told.text() == "line 2: what is said => what is written"
    editor.text.setPlainText("cloud code => Claude Code\n")
    editor.check()
    editor.save.click()
    assert (places.places().config / REPLACEMENTS).read_text() == "cloud code => Claude Code\n"
    assert page.written.text() == "I like Claude Code"
    page.words.editors[RULES].text.setPlainText("/(/ => x")
    page.words.editors[RULES].check()
    assert "the regular expression is wrong" in page.words.editors[RULES].told.text()
    page.words.editors[RULES].again.click()
    assert not page.words.editors[RULES].save.isEnabled()


def test_a_sentence_is_tried_and_nothing_is_done(window: SettingsWindow, posted: list[Control]) -> None:
    window.show_page("commands")
    page = window.page("commands")
    assert isinstance(page, CommandsPage)
    page.said.setText("set a timer for five minutes")
    until(lambda: page.does.text().startswith("✓"), f"the command; it says {page.does.text()}")
    page.said.setText("the weather is nice in march")
    until(lambda: page.does.text().startswith("No command"), "no command")
    assert posted == []


def test_what_would_be_sent_is_shown_to_the_letter(window: SettingsWindow) -> None:
    window.show_page("language_model")
    page = window.page("language_model")
    assert isinstance(page, LanguageModelPage)
    assert not page.seek.isEnabled()
    assert "nothing is sent" in page.where.text()
    assert "app" not in json.loads(page.sent.toPlainText())
    window.choices.set("consult.sends_app", True)
    window.choices.set("consult.sends_selection", False)
    window.choices.set("consult.tone", True)
    shown = json.loads(page.sent.toPlainText())
    assert (shown["app"], shown["tone"]) == ("thunderbird", "may sound happy")
    assert "selection" not in shown
    window.choices.set("consult.is_on", True)
    assert page.seek.isEnabled()


def test_open_connections_are_counted_and_none_is_opened(window: SettingsWindow) -> None:
    window.show_page("privacy")
    page = window.page("privacy")
    assert isinstance(page, PrivacyPage)
    page.count()
    before = page.network.text()
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        page.count()
        assert page.network.text().startswith("! Open network connections: ")
        assert page.network.text() != before
    page.count()
    assert page.network.text() == before


def test_everything_is_deleted_only_after_a_second_click(
    window: SettingsWindow, posted: list[Control]
) -> None:
    history = open_history(KeepSettings())
    history.add(
        transcript(1, "secret"), Dictate("secret"), InsertText("secret", None), Outcome(Result.DELIVERED)
    )
    window.show_page("privacy")
    page = window.page("privacy")
    assert isinstance(page, PrivacyPage)
    page.wipe.click()
    page.never_mind.click()
    assert len(history.entries()) == 1
    page.wipe.click()
    page.really.click()
    until(lambda: "Texts: 1" in page.wiped.text(), "deletion")
    assert history.entries() == ()
    assert posted == [Forget()]
    history.close()


def test_a_microphone_that_gives_nothing_is_told(window: SettingsWindow, desk: Desk) -> None:
    window.show_page("microphone")
    page = window.page("microphone")
    assert isinstance(page, MicrophonePage)
    for decibels, word in ((-96.0, "muted"), (-70.0, "right microphone"), (-20.0, "It is heard")):
        desk.bridge.post(LevelMeasured(decibels))
        QTest.qWait(0)
        page.judge()
        assert word in page.told.text()
    page.judge()
    assert "closed" in page.told.text()


def test_licences_of_models_and_libraries(window: SettingsWindow) -> None:
    window.show_page("about")
    page = window.page("about")
    assert isinstance(page, AboutPage)
    assert "nano" in model_licences()
    libraries = library_licences()
    for name in ("PySide6", "onnxruntime", "numpy", "tomlkit"):
        assert any(line.startswith(name) for line in libraries.splitlines()), name
    until(lambda: bool(page.libraries.toPlainText()), "the licences")


def test_the_file_of_another_list_of_hotwords_is_edited(
    app: QApplication, desk: Desk, tmp_path: Path
) -> None:
    SettingsFile(desk.settings_file.path).set("recognize.hotwords", str(tmp_path / "mine.txt"))
    window = SettingsWindow(desk)
    page = window.page("text")
    assert isinstance(page, TextPage)
    page.words.editors["hotwords.txt"].text.setPlainText("Kubernetes\n")
    page.words.editors["hotwords.txt"].write()
    assert (tmp_path / "mine.txt").read_text() == "Kubernetes\n"
    window.close()
