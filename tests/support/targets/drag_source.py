"""A window of which a file can be dragged, as out of a file manager.

Usage: drag_source.py FILE TITLE
"""

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Source(QLabel):
    """Drags its file as soon as the pointer moves with a button down."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self._file = file

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """Begin."""
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(self._file)])
        drag = QDrag(self)
        drag.setMimeData(content)
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)


def main(file: str, title: str) -> int:
    app = QApplication([title])
    source = Source(file)
    source.setWindowTitle(title)
    source.resize(200, 100)
    source.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
