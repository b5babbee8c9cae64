"""A picture of the tray with its menu open, taken from a real X screen. Look at it after a change.

usage: Xvfb :9 -screen 0 800x600x24 &  openbox &  trayer --edge top --align right --width 10 --height 28 &
       python -m tests.tray.screenshot FILE.png [light|dark] [ready|hearing|...]
"""

import sys

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from assistant.tray.desk import About, Desk
from assistant.tray.running.caretaker import Started
from assistant.tray.tray import Tray
from assistant.tray.windows import Windows
from assistant.values.action import KeepText, Outcome, Result
from assistant.values.event import ActionPerformed, State, StateChanged
from tests.fakes.engine import ScriptedEngine

WIDTH, HEIGHT = 470, 480


def dark() -> QPalette:
    """Return a palette as dark desktops have it."""
    palette = QPalette(QColor("#21262d"), QColor("#161b22"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#2668d9"))
    return palette


def main(path: str, scheme: str = "light", state: str = "ready") -> None:
    app = QApplication([])
    app.setStyle("Fusion")
    if scheme == "dark":
        app.setPalette(dark())
    paper = QWidget()
    paper.setAttribute(Qt.WidgetAttribute.WA_X11NetWmWindowTypeDesktop)
    paper.setPalette(QPalette(QColor("#30363d" if scheme == "dark" else "#d0d7de")))
    paper.setGeometry(app.primaryScreen().geometry())
    paper.show()
    windows = Windows(
        Desk(
            lambda _control: None,
            about=About("nano", is_demo=True),
            leave=app.quit,
            microphones=lambda: ["Headset", "Webcam"],
        )
    )
    tray = Tray(windows.desk)
    tray.show()
    tray.follow(Started(ScriptedEngine()))
    tray.follow(ActionPerformed(1, KeepText("turn on the lights", "unsure"), Outcome(Result.KEPT)))
    tray.follow(StateChanged(State(state)))
    right = app.primaryScreen().geometry().width()

    def open_menu() -> None:
        menu = tray.menu.widget
        tray.window.move(right - WIDTH + 20, 60)
        if tray.icon.isVisible():
            menu.popup(QPoint(right - menu.sizeHint().width() - 12, 40))

    def take() -> None:
        picture = app.primaryScreen().grabWindow(0, right - WIDTH, 0, WIDTH, HEIGHT)
        print("saved" if picture.save(path) else "could not save", path)
        app.quit()

    QTimer.singleShot(1500, open_menu)
    QTimer.singleShot(2500, take)
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
