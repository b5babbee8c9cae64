"""What was deleted is only out of sight for some seconds, in which it can be had back."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from assistant.tray.looks.pieces import button

SECONDS = 8


class UndoBar(QWidget):
    """Says what was deleted, and counts down."""

    changed = Signal()
    """Other lines than before are out of sight."""

    def __init__(self, delete: Callable[[tuple[int, ...]], None]) -> None:
        """Take what really deletes, once nobody wants anything back."""
        super().__init__()
        self._delete = delete
        self.numbers: tuple[int, ...] = ()
        """Lines that are out of sight."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.words = QLabel()
        row.addWidget(self.words)
        self.undo = button(self.tr("&Bring back"))
        self.undo.clicked.connect(self.bring_back)
        row.addWidget(self.undo)
        row.addStretch()
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._count)
        self.hide()

    def take(self, numbers: tuple[int, ...]) -> None:
        """Put lines out of sight; those that are there already go for good."""
        self.settle()
        self.numbers = numbers
        self._left = SECONDS
        self._timer.start()
        self._show()
        self.changed.emit()

    def bring_back(self) -> None:
        """Delete nothing."""
        self.numbers = ()
        self._end()

    def settle(self) -> None:
        """Delete now what is out of sight."""
        if self.numbers:
            numbers, self.numbers = self.numbers, ()
            self._delete(numbers)
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        self._show()
        self.changed.emit()

    def _count(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.settle()
        else:
            self._show()

    def _show(self) -> None:
        words = self.tr("Deleted: {count}. Gone for good in {left} s.")
        self.words.setText(words.format(count=len(self.numbers), left=self._left))
        self.setVisible(bool(self.numbers))
