"""No window begins larger than the screen."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from assistant.tray.looks.sizes import FRAME, begin_as


def test_by_letters_where_there_is_room_and_never_beyond_the_screen(app: QApplication) -> None:
    window = QWidget()
    line, room = window.fontMetrics().height(), QGuiApplication.primaryScreen().availableGeometry()
    begin_as(window, 20, 10)
    assert (window.width(), window.height()) == (20 * line, 10 * line)
    begin_as(window, 1000, 1000)
    assert (window.width(), window.height()) == (room.width() - FRAME, room.height() - FRAME)
