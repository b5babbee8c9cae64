"""The settings window, page by page."""

from functools import partial

from assistant.devices.settings_file.catalogue import pages
from assistant.tray.desk import Desk
from assistant.tray.settings.window import SettingsWindow
from tests.support.windows.scenes import Scene


def _page(desk: Desk, name: str) -> SettingsWindow:
    window = SettingsWindow(desk)
    window.show_page(name)
    return window


def _search(desk: Desk) -> SettingsWindow:
    window = SettingsWindow(desk)
    window.search.setText("ms")
    window._find()
    return window


SCENES: dict[str, Scene] = {
    **{f"settings-{page.name}": partial(_page, name=page.name) for page in pages()},
    "settings-search": _search,
}
