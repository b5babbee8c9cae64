"""A polite kill while something is going on in Qt."""

import os
import signal

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from assistant.tray.running.interrupts import Interrupts


class Struck(QWidget):
    """Is told to go while it draws itself for the first time."""

    def __init__(self, number: signal.Signals) -> None:
        super().__init__()
        self._number = number
        self.is_drawing = False
        self.was_struck = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        self.is_drawing = True
        if not self.was_struck:
            self.was_struck = True
            os.kill(os.getpid(), self._number)
        super().paintEvent(event)
        self.is_drawing = False


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_window_that_opens_is_not_closed_in_the_middle_of_it(
    app: QApplication, qtbot: QtBot, number: signal.Signals
) -> None:
    """It would be drawn after it has gone, which Qt complains of."""
    window = Struck(number)
    left: list[bool] = []

    def leave() -> None:
        left.append(window.is_drawing)
        window.close()

    interrupts = Interrupts(leave)
    try:
        window.show()
        qtbot.waitUntil(lambda: bool(left), timeout=20_000)
    finally:
        interrupts.close()
    assert window.was_struck
    assert left == [False]
    assert not window.isVisible()
