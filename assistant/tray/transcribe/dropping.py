"""Files that are dropped on a window go to where recordings become text."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from assistant.tray.desk import Desk

WINDOW = "transcribe"


class FileDrop(QObject):
    """Lets files be dropped on a window, for as long as that lives."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self._desk = desk
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Take what is dropped, if it is files."""
        if event.type() not in {QEvent.Type.DragEnter, QEvent.Type.Drop} or not isinstance(event, QDropEvent):
            return False
        files = dropped_files(event)
        if not files:
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            for file in files:
                self._desk.open(f"{WINDOW}:{file}")
        return True


def dropped_files(event: QDropEvent) -> list[Path]:
    """Return the files of this computer that are dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
