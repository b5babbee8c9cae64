"""A small window that comes by itself: it leaves the keyboard where it is until somebody wants it here."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.tray.looks.palette import EDGE, GAP, WIDE

SETTLE_MS = 250
"""After a card has gone the window before it needs a moment to have the keyboard again."""
_FLAGS = Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint


class Card(QWidget):
    """Comes without taking the focus; `take_keyboard` makes it a window like any other."""

    def __init__(self, title: str, width: int) -> None:
        super().__init__(None, _FLAGS | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(EDGE, WIDE, EDGE, WIDE)
        self.column.setSpacing(GAP)

    def come(self) -> None:
        """Appear, and leave the keyboard where it is."""
        if not self.isVisible():
            self._accept_focus(is_wanted=False)
            self.show()
        self.raise_()

    def take_keyboard(self) -> None:
        """Come to the front as a window that can be worked with by keys."""
        self._accept_focus(is_wanted=True)
        self.show()
        self.raise_()
        self.activateWindow()

    def row(self, *buttons: QPushButton) -> None:
        """Add a row of buttons at the right."""
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch()
        for each in buttons:
            row.addWidget(each)
        self.column.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _accept_focus(self, *, is_wanted: bool) -> None:
        refuses = Qt.WindowType.WindowDoesNotAcceptFocus
        if bool(self.windowFlags() & refuses) is is_wanted:
            self.setWindowFlag(refuses, not is_wanted)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not is_wanted)


def afterwards(window: QWidget, order: Callable[[], None]) -> None:
    """Close `window`, and give the order once the one before has the keyboard again."""
    window.close()
    QTimer.singleShot(SETTLE_MS, order)
