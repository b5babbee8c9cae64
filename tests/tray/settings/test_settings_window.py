"""The settings window changes the file, one setting at a time, and shows what others change in it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QSpinBox

from assistant.devices.settings_file import SettingsFile
from assistant.devices.settings_file.catalogue import pages
from assistant.devices.settings_file.keys import KEYS
from assistant.tray.desk import Desk
from assistant.tray.looks.language import Speech
from assistant.tray.settings.fields.row import FieldRow
from assistant.tray.settings.window import SettingsWindow
from assistant.values.event import SettingsChanged


@pytest.fixture
def desk(app: QApplication) -> Desk:
    return Desk(lambda _control: None, microphones=lambda: ["Headset", "Webcam"])


@pytest.fixture
def window(desk: Desk) -> Iterator[SettingsWindow]:
    window = SettingsWindow(desk)
    window.show()
    yield window
    window.close()


def row(window: SettingsWindow, page: str, key: str) -> FieldRow:
    window.show_page(page)
    return window.page(page).rows[key]


def read(desk: Desk) -> SettingsFile:
    return SettingsFile(desk.settings_file.path)


def test_every_setting_is_on_a_page_or_in_an_editor_of_one(window: SettingsWindow) -> None:
    shown = {key for page in pages() for key in window.page(page.name).rows}
    special = {key for page in pages() for key in window.page(page.name).SPECIAL}
    assert shown | special == set(KEYS)


def test_a_click_changes_the_file_at_once_and_undo_takes_it_back(window: SettingsWindow, desk: Desk) -> None:
    sounds = row(window, "microphone", "hear.sounds")
    assert isinstance(sounds.control, QCheckBox)
    assert not sounds.marker.isVisible()
    sounds.control.click()
    assert read(desk).read().hear.sounds
    assert sounds.marker.isVisible()
    assert sounds.reset.isVisible()
    assert window.undo.isVisible()
    window.undo.click()
    assert not read(desk).read().hear.sounds
    assert read(desk).chosen() == frozenset()
    assert not sounds.control.isChecked()
    assert not window.undo.isVisible()


def test_numbers_choices_texts_and_lists(window: SettingsWindow, desk: Desk) -> None:
    number = row(window, "microphone", "hear.end_silence_ms").control
    assert isinstance(number, QSpinBox)
    number.setValue(900)
    choice = row(window, "general", "hear.others").control
    assert isinstance(choice, QComboBox)
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    microphone = row(window, "microphone", "hear.microphone").control
    assert isinstance(microphone, QComboBox)
    microphone.activated.emit(2)
    words = row(window, "commands", "commands.wake_phrases").control
    assert isinstance(words, QLineEdit)
    words.setText("hey computer, 你好小助")
    words.editingFinished.emit()
    languages = row(window, "recognition", "recognize.languages").control.findChildren(QCheckBox)
    languages[0].click()
    languages[1].click()
    settings = read(desk).read()
    assert settings.hear.end_silence_ms == 900
    assert settings.hear.others == "pause"
    assert settings.hear.microphone == "Webcam"
    assert settings.commands.wake_phrases == ("hey computer", "你好小助")
    assert settings.recognize.languages == ("zh", "en")
    row(window, "recognition", "recognize.languages").reset.click()
    assert read(desk).read().recognize.languages == ()


def test_what_others_change_is_shown_when_the_engine_has_taken_it_up(
    window: SettingsWindow, desk: Desk
) -> None:
    sounds = row(window, "microphone", "hear.sounds")
    read(desk).set("hear.sounds", True)
    desk.bridge.post(SettingsChanged(read(desk).read()))
    QTest.qWait(0)
    assert isinstance(sounds.control, QCheckBox)
    assert sounds.control.isChecked()
    assert not window.undo.isVisible(), "what others did is not ours to undo"


def test_a_value_that_makes_no_sense_is_told_beside_the_setting(window: SettingsWindow, desk: Desk) -> None:
    strictness = row(window, "microphone", "hear.vad_mode")
    assert not window.choices.set("hear.vad_mode", 9)
    assert strictness.wrong.isVisible()
    assert "has to be one of 0, 1, 2, 3" in strictness.wrong.text()
    assert not read(desk).path.exists()


def test_a_file_with_mistakes_is_told_above_the_pages(app: QApplication, desk: Desk) -> None:
    desk.settings_file.path.parent.mkdir(parents=True, exist_ok=True)
    desk.settings_file.path.write_text("[hear]\nvad_mode = 9\n", encoding="utf-8")
    window = SettingsWindow(desk)
    window.show()
    assert window.trouble.isVisible()
    assert "hear.vad_mode has to be one of 0, 1, 2, 3" in window.trouble.text()
    window.choices.set("hear.vad_mode", 3)
    assert not window.trouble.isVisible()
    window.close()


def test_a_search_shows_what_it_finds_and_changes_it_there(window: SettingsWindow, desk: Desk) -> None:
    QTest.keyClicks(window.search, "soft sound")
    QTest.qWait(300)
    results = window.page("found")
    assert set(results.rows) == {"hear.sounds"}
    control = results.rows["hear.sounds"].control
    assert isinstance(control, QCheckBox)
    control.click()
    assert read(desk).read().hear.sounds
    QTest.keyClick(window, Qt.Key.Key_Escape)
    QTest.qWait(300)
    assert window.isVisible()
    assert window.stack.currentWidget() is window.page("general")
    assert window.sidebar.selectedItems() == [window.sidebar.item(0)]


def test_it_speaks_chinese(app: QApplication, desk: Desk) -> None:
    speech = Speech(app)
    speech.use("zh_CN")
    try:
        window = SettingsWindow(desk)
        assert window.windowTitle() == "设置"
        assert [window.sidebar.item(n).text() for n in range(3)] == ["常规", "麦克风", "按键"]
        assert row(window, "microphone", "hear.sounds").field.title == "提示音"
        window.close()
    finally:
        speech.use("en")


def test_all_of_it_is_reached_by_keyboard(window: SettingsWindow) -> None:
    window.activateWindow()
    window.sidebar.setFocus()
    QTest.keyClick(window.sidebar, Qt.Key.Key_Down)
    assert window.stack.currentWidget() is window.page("microphone")
