"""Mode, microphone, model and language are chosen in submenus."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from assistant.errors import NoMicrophoneError
from assistant.tray.desk import About
from assistant.tray.menu.menu import Menu
from assistant.values.control import (
    Mode,
    SetMode,
    UseMicrophone,
)
from assistant.values.event import (
    ModeChanged,
    TranscriptReady,
)
from tests.fakes.recognizer import transcript
from tests.tray.menu.owner import Owner, labels, menu_of


def microphones(menu: Menu) -> dict[str, QAction]:
    menu.choosing.microphone.aboutToShow.emit()
    return {action.text(): action for action in menu.choosing.microphone.actions()}


@pytest.mark.parametrize("mode", list(Mode))
def test_choosing_a_mode(menu: Menu, owner: Owner, mode: Mode) -> None:
    menu.choosing.modes[mode].trigger()
    assert owner.controls == [SetMode(mode)]


def test_the_mode_shown_is_the_engine_s(menu: Menu, owner: Owner) -> None:
    assert [mode for mode, action in menu.choosing.modes.items() if action.isChecked()] == [Mode.PUSH_TO_TALK]
    menu.follow(ModeChanged(Mode.HANDS_FREE))
    assert [mode for mode, action in menu.choosing.modes.items() if action.isChecked()] == [Mode.HANDS_FREE]
    assert owner.controls == []


def test_microphones_are_looked_for_whenever_the_submenu_opens(menu: Menu, owner: Owner) -> None:
    assert owner.looks == 0
    assert list(microphones(menu)) == ["System default", "Headset", "Webcam && more"]
    owner.names = ["Headset", "New one"]
    assert list(microphones(menu)) == ["System default", "Headset", "New one"]


def test_choosing_a_microphone(menu: Menu, owner: Owner) -> None:
    microphones(menu)["Webcam && more"].trigger()
    assert owner.controls == [UseMicrophone("Webcam & more")]
    assert owner.file.read().hear.microphone == "Webcam & more"
    assert [name for name, action in microphones(menu).items() if action.isChecked()] == ["Webcam && more"]
    microphones(menu)["System default"].trigger()
    assert owner.controls[1:] == [UseMicrophone(None)]
    assert owner.file.read().hear.microphone is None


def test_a_chosen_microphone_that_is_gone_stays_in_the_list(app: QApplication, owner: Owner) -> None:
    owner.file.set("hear.microphone", "Unplugged")
    menu = menu_of(owner)
    assert list(microphones(menu)) == ["System default", "Unplugged", "Headset", "Webcam && more"]


def test_no_microphone_at_all_is_no_crash(menu: Menu, owner: Owner) -> None:
    owner.names = NoMicrophoneError("none")
    assert list(microphones(menu)) == ["System default"]


def test_the_demo_model_says_what_it_is(app: QApplication, owner: Owner) -> None:
    menu = menu_of(owner, About("nano", is_demo=True))
    assert menu.choosing.model.title() == "Model: demonstration (English commands)"
    menu = menu_of(owner)
    assert menu.choosing.model.title() == "Model"
    menu.follow(TranscriptReady(transcript(1, "hello", is_demo=True)))
    assert menu.choosing.model.title() == "Model: demonstration (English commands)"
    assert menu_of(owner, About("SenseVoiceSmall")).choosing.model.title() == "Model: SenseVoiceSmall"


def test_the_language_is_chosen_and_stands_in_the_settings(menu: Menu, owner: Owner) -> None:
    {action.text(): action for action in menu.choosing.language.actions()}["Mandarin"].trigger()
    assert owner.file.read().recognize.language == "zh"
    menu.show()
    assert menu.choosing.language.title() == "Spoken language: Mandarin"


def test_a_model_is_chosen_among_the_installed_ones(menu: Menu, owner: Owner) -> None:
    menu.choosing.model.aboutToShow.emit()
    assert labels(menu.choosing.model.actions()) == ["Demonstration (nano)"]
    owner.file.set("recognize.model", "/models/SenseVoiceSmall")
    menu = menu_of(owner, About("SenseVoiceSmall"))
    menu.choosing.model.aboutToShow.emit()
    found = {action.text(): action for action in menu.choosing.model.actions()}
    assert found["SenseVoiceSmall"].isChecked()
    found["Demonstration (nano)"].trigger()
    assert owner.file.read().recognize.model is None
