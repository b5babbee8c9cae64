"""Puts several formats on the clipboard and keeps them there, as an office program does.

Usage: qt_clipboard.py FOLDER: each file in it is a format, its name the target with `/` written as `+`.
Writes `ready` into the standard output once it owns the clipboard.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def main(folder: Path) -> int:
    app = QGuiApplication([])
    content = QMimeData()
    for file in sorted(folder.iterdir()):
        content.setData(file.name.replace("+", "/"), file.read_bytes())
    app.clipboard().setMimeData(content)
    print("ready", flush=True)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
