"""Small parts that all windows are made of, so that they look alike and have names for screen readers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.tray.looks.palette import WIDE


def title(text: str) -> QLabel:
    """Return the one large line of a window or page."""
    return _label(text, "title")


def heading(text: str) -> QLabel:
    """Return the line above a group."""
    return _label(text, "heading")


def note(text: str = "") -> QLabel:
    """Return a sentence that explains, in faint ink, as many lines as it needs."""
    label = _label(text, "note")
    label.setWordWrap(True)
    return label


def verdict(text: str, look: str) -> QLabel:
    """Return a sentence that judges: `good`, `warning` or `bad`. Colour alone may not say it: words must."""
    label = _label(text, look)
    label.setWordWrap(True)
    return label


def button(text: str, look: str = "") -> QPushButton:
    """Return a button: the `first` choice of a window, one of `danger`, or any other."""
    made = QPushButton(text)
    made.setProperty("look", look)
    made.setAutoDefault(False)
    return made


def card(*inside: QWidget) -> QFrame:
    """Return a card with these in it, one below the other."""
    frame = QFrame()
    frame.setProperty("look", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
    for widget in inside:
        column.addWidget(widget)
    return frame


def line() -> QFrame:
    """Return a thin line between two groups."""
    frame = QFrame()
    frame.setProperty("look", "line")
    return frame


def relook(widget: QWidget, look: str) -> None:
    """Give a widget another look than it had."""
    widget.setProperty("look", look)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _label(text: str, look: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", look)
    return label
