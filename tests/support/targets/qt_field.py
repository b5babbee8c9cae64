"""A Qt text field that writes what it holds into a file at each change.

Usage: qt_field.py FILE TITLE
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPlainTextEdit


def main(file: Path, title: str) -> int:
    app = QApplication([title])
    field = QPlainTextEdit()
    field.setWindowTitle(title)

    def write() -> None:
        part = file.with_suffix(".part")
        part.write_bytes(field.toPlainText().encode())
        part.replace(file)

    field.textChanged.connect(write)
    field.show()
    write()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
