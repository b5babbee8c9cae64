"""The buttons of the overlay: a window of their own, since they alone take clicks; never the focus."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from assistant.tray.looks.palette import GAP
from assistant.tray.looks.pieces import button
from assistant.tray.overlay.panel import UNTOUCHABLE
from assistant.tray.overlay.story import Choice


class Buttons(QFrame):
    """A row of what can be clicked now. `reached` comes when the pointer comes near."""

    reached = Signal()

    def __init__(self, chosen: Callable[[Choice], None]) -> None:
        super().__init__(None, UNTOUCHABLE)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_X11DoNotAcceptFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("look", "sheet")
        self.setAccessibleName(self.tr("What can be done about the newest text"))
        labels = {
            Choice.KEEP: self.tr("Type it"),
            Choice.SWAP: self.tr("Swap"),
            Choice.UNDO: self.tr("Undo"),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self.each: dict[Choice, QPushButton] = {}
        for choice, label in labels.items():
            made = self.each[choice] = button(label)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(partial(_choose, chosen, choice))
            row.addWidget(made)

    def offer(self, choices: tuple[Choice, ...]) -> int:
        """Show these, and return the width they take; 0 where there are none."""
        for choice, each in self.each.items():
            each.setVisible(choice in choices)
        self.adjustSize()
        return self.width() if choices else 0

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 -- Qt's name
        """Tell that somebody is about to click."""
        super().enterEvent(event)
        self.reached.emit()


def _choose(chosen: Callable[[Choice], None], choice: Choice, _on: bool = False) -> None:  # noqa: FBT001, FBT002 -- `clicked` hands it over
    chosen(choice)
