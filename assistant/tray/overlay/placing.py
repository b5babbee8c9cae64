"""Where the overlay may be, and where it had better not."""

import os
from collections.abc import MutableMapping

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QGuiApplication, QScreen

from assistant.devices.desktop import find_focus_place

MARGIN = 48
"""Pixels from the edge of the screen."""
PLATFORM = "QT_QPA_PLATFORM"


def prefer_xwayland(environment: MutableMapping[str, str] = os.environ) -> None:
    """Let Qt go through XWayland where there is one: native Wayland lets nobody place a window."""
    if environment.get("WAYLAND_DISPLAY") and environment.get("DISPLAY"):
        environment.setdefault(PLATFORM, "xcb;wayland")


def obstacle() -> str:
    """Return why the overlay could take the focus here, in a sentence; empty where it can't."""
    if not QGuiApplication.platformName().startswith("wayland"):
        return ""
    return QCoreApplication.translate(
        "Overlay",
        "Wayland lets no program place a window or keep the focus away from it. With XWayland it works.",
    )


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


def _shared(screen: QScreen, place: tuple[int, int, int, int]) -> int:
    """Return how many pixels of a window are on a screen."""
    part = _native(screen).intersected(QRect(*place)).size()
    return 0 if part.isEmpty() else part.width() * part.height()


def _native(screen: QScreen) -> QRect:
    """Return the screen in real pixels; Qt keeps its corner and divides its size by the scale."""
    shape = screen.geometry()
    return QRect(shape.topLeft(), shape.size() * screen.devicePixelRatio())
