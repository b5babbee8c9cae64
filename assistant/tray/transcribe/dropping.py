"""Files that are dropped on a window go to where recordings become text."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from assistant.tray.desk import Desk

WINDOW = "transcribe"
DRAGS = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}


class FileDrop(QObject):
    """Lets files be dropped anywhere on a window, for as long as that lives.

    The window of the system is asked, and not the widget: a text field would write down the file's name.
    """

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._look_at_handle()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Take what is dropped, if it is files."""
        if event.type() is QEvent.Type.WinIdChange:
            self._look_at_handle()
        if event.type() not in DRAGS or not isinstance(event, QDropEvent):
            return False
        files = dropped_files(event)
        if not files:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)  # whatever the other side proposes: nothing is moved
        event.accept()
        if event.type() is QEvent.Type.Drop:
            for file in files:
                self._desk.open(f"{WINDOW}:{file}")
        return True

    def _look_at_handle(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)


def dropped_files(event: QDropEvent) -> list[Path]:
    """Return the files of this computer that are dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
