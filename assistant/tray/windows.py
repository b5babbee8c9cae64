"""The windows behind the tray: each made when it is first asked for, and never twice at once."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from assistant.tray.desk import Desk
from assistant.tray.looks.sizes import room
from assistant.tray.transcribe.dropping import FileDrop

SHELF = {
    "settings": "assistant.tray.settings.window:SettingsWindow",
    "history": "assistant.tray.history.window:HistoryWindow",
    "first_run": "assistant.tray.first_run.wizard:FirstRun",
    "latency": "assistant.tray.latency.window:LatencyWindow",
    "transcribe": "assistant.tray.transcribe.window:TranscribeWindow",
    "commands": "assistant.tray.commands.window:CommandsWindow",
}
"""Name of each window -> where its class is, which takes the desk."""


@runtime_checkable
class Paged(Protocol):
    """A window with pages that have names."""

    def show_page(self, name: str) -> None:
        """Turn to a page; a name that it does not know changes nothing."""


@runtime_checkable
class Following(Protocol):
    """A window that shows what an event brings."""

    def follow(self, event: object) -> None:
        """Take an event."""


class Windows(QObject):
    """Opens windows by name. A window that is closed is gone, and is made anew when it is asked for."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk that each window gets, its `open` and `has` exchanged for ours."""
        super().__init__()
        self.desk = replace(desk, open=self.open, has=self.has)
        self.shelf: dict[str, str | Callable[[Desk], QWidget]] = dict(SHELF)
        self.cards: dict[str, Callable[[], None]] = {}
        """What is there already and only has to be brought forward."""
        self.level_is_shown: Callable[[bool], None] = lambda _is_shown: None
        """Is told whether any window is open: each may show how loud it is."""
        self._open: dict[str, QWidget] = {}

    def has(self, name: str) -> bool:
        """Tell whether there is such a window, without loading anything of it."""
        found = self.shelf.get(name.partition(":")[0])
        return found is not None and (not isinstance(found, str) or _is_there(found))

    def open(self, name: str, *, takes_focus: bool = True) -> None:
        """Show the window of this name in front of the others; a name that nobody knows opens nothing."""
        name, _, page = name.partition(":")
        if name in self.cards:
            self.cards[name]()
        if not self.has(name):
            return
        window = self._open.get(name)
        if window is None or not window.isVisible():  # one that was closed just now is as good as gone
            window = self._make(name)
        if page and isinstance(window, Paged):
            window.show_page(page)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not takes_focus)
        window.show()
        window.raise_()
        if takes_focus:
            window.activateWindow()

    def opened(self) -> dict[str, QWidget]:
        """Return what is open now, by name."""
        return dict(self._open)

    def close_all(self) -> None:
        """Close every window."""
        for window in self.opened().values():
            window.close()

    def make_anew(self) -> None:
        """Make every open window again: the language is another."""
        for name, window in self.opened().items():
            page = getattr(window, "page", "")  # windows with pages may say which one they show
            window.close()
            self.open(f"{name}:{page}" if page else name)

    def _make(self, name: str) -> QWidget:
        found = self.shelf[name]
        window = (_class_of(found) if isinstance(found, str) else found)(self.desk)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.resize(window.size().boundedTo(room()))
        FileDrop(window, self.desk)
        window.destroyed.connect(partial(self._forget, name, id(window)))
        self._open[name] = window
        self._watch(name, is_open=True)
        return window

    def _watch(self, name: str, *, is_open: bool) -> None:
        watchers = self.desk.bridge.level_watchers
        if watchers is not None:
            (watchers.add if is_open else watchers.discard)(name)
        self.level_is_shown(bool(self._open))

    def _forget(self, name: str, number: int) -> None:
        if name in self._open and id(self._open[name]) == number:
            del self._open[name]
            self._watch(name, is_open=False)


def _is_there(place: str) -> bool:
    module = place.partition(":")[0]
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # not even its folder
        return False


def _class_of(place: str) -> Callable[[Desk], QWidget]:
    module, _, name = place.partition(":")
    made: Callable[[Desk], QWidget] = getattr(import_module(module), name)
    return made
