"""A small window that comes by itself: it leaves the keyboard where it is until somebody wants it here.

A compositor of Wayland may give the keyboard to every window it knows, so there a card that comes by itself
is none of its windows, as the overlay; and where XWayland is missing, no card comes until it is asked for.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.tray.frame.session import is_through_xwayland, obstacle
from assistant.tray.looks.palette import EDGE, GAP, WIDE
from assistant.tray.looks.pieces import relook
from assistant.tray.overlay.panel import UNTOUCHABLE
from assistant.tray.overlay.placing import Placing, place_amid

SETTLE_MS = 250
"""After a card has gone the window before it needs a moment to have the keyboard again."""
_WINDOW = Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint


class Card(QFrame):
    """Comes without taking the focus; `take_keyboard` makes it a window like any other."""

    def __init__(self, title: str, width: int) -> None:
        super().__init__(None)
        self._placing = Placing() if is_through_xwayland() else None
        self._has_keyboard: bool | None = None
        self._accept_focus(is_wanted=False)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(EDGE, WIDE, EDGE, WIDE)
        self.column.setSpacing(GAP)

    def come(self) -> None:
        """Appear, and leave the keyboard where it is."""
        if not self.isVisible():
            if obstacle():
                return
            self._accept_focus(is_wanted=False)
            if self._placing is not None:
                self.adjustSize()
                self.move(place_amid(self._placing.screen(), self.size()))
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
        if self._has_keyboard is is_wanted:
            return
        self._has_keyboard = is_wanted
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not is_wanted)
        self.setAttribute(Qt.WidgetAttribute.WA_X11DoNotAcceptFocus, not is_wanted)
        is_bare = self._placing is not None and not is_wanted
        flags = UNTOUCHABLE if is_bare else _WINDOW
        self.setWindowFlags(flags if is_wanted else flags | Qt.WindowType.WindowDoesNotAcceptFocus)
        relook(self, "bare" if is_bare else "")


def afterwards(window: QWidget, order: Callable[[], None]) -> None:
    """Close `window`, and give the order once the one before has the keyboard again."""
    window.close()
    QTimer.singleShot(SETTLE_MS, order)
