"""What every page of the first run is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from assistant.tray.desk import Desk
from assistant.tray.errands import Errands
from assistant.tray.frame.announcing import announce
from assistant.tray.looks.pieces import relook
from assistant.values.settings import Settings


@dataclass(frozen=True, slots=True)
class Means:
    """What a page may use."""

    desk: Desk
    errands: Errands

    def choose(self, change: Callable[[Settings], Settings]) -> None:
        """Write a choice into the settings file; the running assistant takes it up.

        Raises SettingsError, OSError.
        """
        file = self.desk.settings_file
        file.write(change(file.read()))


class Page(QWidget):
    """One page. It hears of every event while it is shown."""

    changed = Signal()
    """What the page found has changed: `is_done`, for one."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self.means = means
        self.is_done = False
        """True once what the page is for has been seen to work."""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def enter(self) -> None:
        """Be shown."""

    def leave(self) -> None:
        """Be hidden, or closed."""

    def follow(self, event: object) -> None:
        """Look at what happened."""

    def finish(self, *, is_done: bool = True) -> None:
        """Note that what the page is for works now, or does not any more."""
        if self.is_done is not is_done:
            self.is_done = is_done
            self.changed.emit()


class Sentence(QLabel):
    """A sentence or two about what happened; a mark says as much as its colour."""

    MARKS: ClassVar = {"good": "✓ ", "warning": "! ", "bad": "✗ "}

    def __init__(self, text: str = "", look: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setWordWrap(True)
        self.say(text, look)

    def say(self, text: str, look: str = "") -> None:
        """Say something else: plainly, as a `note`, or with the look of `good`, `warning` or `bad`."""
        self.setText(f"{self.MARKS.get(look, '')}{text}" if text else "")
        self.setVisible(bool(text))
        relook(self, look)
        if look in self.MARKS and self.isVisible():
            announce(self, text)


def with_microphone(settings: Settings, name: str | None) -> Settings:
    """Return `settings` with another microphone."""
    return replace(settings, hear=replace(settings.hear, microphone=name))
