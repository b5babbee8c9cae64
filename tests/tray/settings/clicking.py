"""Opens the settings window, clicks the control of one setting, and closes it: a program for a journey.

usage: python -m tests.tray.settings.clicking PAGE KEY
"""

import sys

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from assistant.tray.desk import Desk
from assistant.tray.settings.window import SettingsWindow


def main(page: str, key: str) -> int:
    application = QApplication([])
    window = SettingsWindow(Desk(lambda _control: None))
    window.show_page(page)
    window.show()
    QTest.qWaitForWindowExposed(window)
    row = window.page(page).rows[key]
    window.page(page).ensureWidgetVisible(row)
    QTest.qWait(100)
    assert isinstance(row.control, QCheckBox)
    before = row.control.isChecked()
    QTest.mouseClick(row.control, Qt.MouseButton.LeftButton, pos=QPoint(8, row.control.height() // 2))
    QTest.qWait(100)
    assert row.control.isChecked() is not before
    window.close()
    application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
