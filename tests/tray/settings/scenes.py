"""The settings window, page by page, with something on each."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QLocale

from assistant.devices.settings_file.catalogue import pages
from assistant.hear.level import SILENCE
from assistant.tray.desk import Desk
from assistant.tray.settings.pages.commands import CommandsPage
from assistant.tray.settings.pages.microphone import MicrophonePage
from assistant.tray.settings.pages.text import TextPage
from assistant.tray.settings.window import SettingsWindow
from assistant.values.action import Method
from assistant.values.control import Job
from assistant.values.event import LevelMeasured, MicrophoneOpened
from assistant.values.settings import Ending, Hotkey, Profile, Settings, SpokenMarks
from assistant.wiring import load_router
from tests.support.windows.scenes import Scene

PROFILES = (
    Profile("xterm|konsole", ending=Ending.DROP, spoken_marks=SpokenMarks.NEVER),
    Profile("thunderbird", languages=("en",), polish=True),
    Profile("code", method=Method.CTRL_V),
)


def _page(desk: Desk, name: str) -> SettingsWindow:
    window = SettingsWindow(desk)
    window.show_page(name)
    return window


def _as(window: SettingsWindow, settings: Settings, *chosen: str) -> SettingsWindow:
    """Let the window believe that this stands in the file."""
    window.choices.settings, window.choices.chosen = settings, frozenset(chosen)
    window.choices.changed.emit()
    return window


def _profiles(desk: Desk) -> SettingsWindow:
    return _as(_page(desk, "applications"), replace(Settings(), profiles=PROFILES), "profiles")


def _changed(desk: Desk) -> SettingsWindow:
    window = _page(desk, "general")
    settings = replace(Settings(), hear=replace(Settings().hear, others="pause"))
    window._done(window.page("general").rows["hear.others"].field.title)
    window.undo.show()
    return _as(window, settings, "hear.others")


def _tried(desk: Desk) -> SettingsWindow:
    window = _page(desk, "text")
    page = window.page("text")
    assert isinstance(page, TextPage)
    page.heard.setText("um I I I said use Python来写")
    return window


def _heard(desk: Desk) -> SettingsWindow:
    window = _page(desk, "microphone")
    page = window.page("microphone")
    assert isinstance(page, MicrophonePage)
    for event in (MicrophoneOpened("Headset"), LevelMeasured(SILENCE), LevelMeasured(-22.0)):
        page._follow(event)
    page.meter.show_level(-22.0)
    page.judge()
    return window


def _keys(desk: Desk) -> SettingsWindow:
    keys = Hotkey("Control_R"), Hotkey("Super_L", Job.COMMAND)
    settings = replace(Settings(), act=replace(Settings().act, hotkeys=keys))
    return _as(_page(desk, "keys"), settings, "act.hotkeys")


def _try(desk: Desk) -> SettingsWindow:
    window = _page(desk, "commands")
    page = window.page("commands")
    assert isinstance(page, CommandsPage)
    page._router = load_router(Settings())
    page.said.setText("关闭标签" if QLocale().language() is QLocale.Language.Chinese else "close tab")
    page.try_it()
    return window


def _search(desk: Desk) -> SettingsWindow:
    window = SettingsWindow(desk)
    window.search.setText("silence")
    window._find()
    return window


SCENES: dict[str, Scene] = {
    **{f"settings-{page.name}": partial(_page, name=page.name) for page in pages()},
    "settings-microphone": _heard,
    "settings-keys": _keys,
    "settings-commands": _try,
    "settings-text": _tried,
    "settings-applications": _profiles,
    "settings-changed": _changed,
    "settings-search": _search,
}
