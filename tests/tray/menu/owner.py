"""Who owns a menu in the tests: remembers what it asked for."""

import tempfile
from pathlib import Path

from PySide6.QtGui import QAction

from assistant.devices.settings_file import SettingsFile
from assistant.tray.desk import About, Desk
from assistant.tray.frame.wishes import Wishes
from assistant.tray.menu.menu import Menu
from assistant.tray.standing import Standing
from assistant.values.control import (
    Control,
)


class Owner:
    """Remembers what the menu asked for; owns microphones."""

    def __init__(self) -> None:
        self.controls: list[Control] = []
        self.left = 0
        self.names: list[str] | Exception = ["Headset", "Webcam & more"]
        self.looks = 0
        self.windows: set[str] = set()
        self.opened: list[str] = []
        self.file = SettingsFile(Path(tempfile.mkdtemp()) / "settings.toml")

    def leave(self) -> None:
        self.left += 1

    def microphones(self) -> list[str]:
        self.looks += 1
        if isinstance(self.names, Exception):
            raise self.names
        return self.names


class FollowingMenu(Menu):
    """With what the tray does around it."""

    def follow(self, event: object) -> None:
        self._standing.follow(event)
        super().follow(event)


def menu_of(owner: Owner, about: About | None = None) -> Menu:
    desk = Desk(
        owner.controls.append,
        settings_file=owner.file,
        about=about or About(),
        open=owner.opened.append,
        has=owner.windows.__contains__,
        leave=owner.leave,
        microphones=owner.microphones,
    )
    menu = FollowingMenu(desk, Standing(desk.about), Wishes(owner.file))
    menu.start_obeying()
    return menu


def labels(actions: list[QAction]) -> list[str]:
    return [action.text() for action in actions if action.isVisible() and not action.isSeparator()]
