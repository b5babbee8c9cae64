"""Where the overlay is to be, and a card that comes by itself."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QGuiApplication, QScreen

from assistant.devices.desktop import find_focus_place

MARGIN = 48
"""Pixels from the edge of the screen."""


class Placing:
    """Finds the screen with the window that is written into."""

    def __init__(self) -> None:
        self._focus_place = find_focus_place()

    def screen(self) -> QScreen:
        """Return the screen with most of the focused window; else the pointer's; else the first."""
        place = self._focus_place() if self._focus_place is not None else None
        if place is not None:
            found = max(QGuiApplication.screens(), key=lambda screen: _shared(screen, place))
            if _shared(found, place):
                return found
        return QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()


def place_on(screen: QScreen, size: QSize, edge: str) -> QRect:
    """Return where something of this size stands at the middle of an edge of the screen."""
    free = screen.availableGeometry()
    left = free.left() + (free.width() - size.width()) // 2
    top = free.top() + MARGIN if edge == "top" else free.bottom() - MARGIN - size.height()
    return QRect(QPoint(left, top), size)


def place_amid(screen: QScreen, size: QSize) -> QPoint:
    """Return the corner of something of this size in the middle of the screen."""
    middle = QRect(QPoint(0, 0), size)
    middle.moveCenter(screen.availableGeometry().center())
    return middle.topLeft()


def _shared(screen: QScreen, place: tuple[int, int, int, int]) -> int:
    """Return how many pixels of a window are on a screen."""
    part = _native(screen).intersected(QRect(*place)).size()
    return 0 if part.isEmpty() else part.width() * part.height()


def _native(screen: QScreen) -> QRect:
    """Return the screen in real pixels; Qt keeps its corner and divides its size by the scale."""
    shape = screen.geometry()
    return QRect(shape.topLeft(), shape.size() * screen.devicePixelRatio())
