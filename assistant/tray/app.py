"""The tray application: Qt has the main thread, the engine its own."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from assistant.devices.places import APP
from assistant.tray.bridge import Bridge
from assistant.tray.desk import About, Desk
from assistant.tray.first_run.stamp import is_first_run
from assistant.tray.running.caretaker import Caretaker, StartEngine
from assistant.tray.running.interrupts import Interrupts
from assistant.tray.tray import Tray
from assistant.tray.windows import Windows


def run_tray(
    start_engine: StartEngine, microphones: Callable[[], list[str]], about: About | None = None
) -> int:
    """Show the tray until somebody quits, and return the exit code.

    `start_engine` is called on a thread of its own with the observer to report to; `microphones` gives
    the names there are, on the main thread, whenever the user looks.
    """
    app = QApplication([APP])
    app.setApplicationDisplayName(QCoreApplication.translate("Tray", "Assistant"))
    app.setQuitOnLastWindowClosed(False)
    bridge = Bridge()

    def leave(code: int) -> None:
        # Not before the loop runs: an exit that comes too early is not heard.
        QTimer.singleShot(0, app, partial(app.exit, code))

    caretaker = Caretaker(start_engine, bridge, leave)

    def quit_now() -> None:
        windows.close_all()
        tray.hide()
        caretaker.leave()

    windows = Windows(
        Desk(caretaker.post, bridge, about=about or About(), leave=quit_now, microphones=microphones)
    )
    tray = Tray(windows.desk)
    bridge.happened.connect(tray.follow)
    interrupts = Interrupts(quit_now)
    tray.show()
    caretaker.begin()
    if is_first_run():
        windows.open("first_run")
    try:
        return app.exec()
    finally:
        interrupts.close()
        tray.hide()
