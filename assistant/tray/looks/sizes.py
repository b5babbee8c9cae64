"""How large a window begins: by its letters, and never larger than the screen; what has no room scrolls."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

FRAME = 40
"""Pixels for what the desktop draws around a window."""


class Scrolled(QScrollArea):
    """As large as what is in it wants to be, where there is room for that."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Tell how much room is wanted."""
        return self._inside.sizeHint()


def room() -> QSize:
    """Return how large a window can be at most."""
    free = QGuiApplication.primaryScreen().availableGeometry()  # `window.screen()` gives PySide one to delete
    return QSize(free.width() - FRAME, free.height() - FRAME)


def begin_as(window: QWidget, wide: int, high: int) -> None:
    """Give a window its first size, in heights of a line of its text."""
    line = window.fontMetrics().height()
    window.resize(QSize(wide * line, high * line).boundedTo(room()))
