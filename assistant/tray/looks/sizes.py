"""How large a window begins: by its letters, and never larger than the screen."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

FRAME = 40
"""Pixels for what the desktop draws around a window."""


def begin_as(window: QWidget, wide: int, high: int) -> None:
    """Give a window its first size, in heights of a line of its text."""
    line = window.fontMetrics().height()
    room = (
        QGuiApplication.primaryScreen().availableGeometry()
    )  # `window.screen()` gives PySide a screen to delete
    window.resize(min(wide * line, room.width() - FRAME), min(high * line, room.height() - FRAME))
