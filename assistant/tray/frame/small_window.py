"""What there is to see where the desktop has no tray: a small window with the same controls."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent, QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from assistant.tray.menu.menu import Menu

PICTURE = 48
"""Pixels."""


class SmallWindow(QWidget):
    """Shows the state and the menu's actions as buttons; whoever closes it, quits."""

    def __init__(self, menu: Menu, leave: Callable[[], None]) -> None:
        super().__init__()
        self._leave = leave
        self.setWindowTitle(self.tr("Assistant"))
        self._picture = QLabel()
        self._picture.setAccessibleName(self.tr("State"))
        lines = QVBoxLayout()
        for action in (menu.status, menu.trouble, menu.model):
            lines.addWidget(_label_of(action))
        top = QHBoxLayout()
        top.addWidget(self._picture)
        top.addLayout(lines, stretch=1)
        microphone = QToolButton()
        microphone.setDefaultAction(menu.microphone.menuAction())
        microphone.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        whole = QVBoxLayout(self)
        whole.addLayout(top)
        whole.addLayout(_row(*(_button(action) for action in menu.modes.values()), microphone))
        whole.addLayout(
            _row(*(_button(action) for action in (menu.copy, menu.cancel, menu.about, menu.quit)))
        )
        whole.addLayout(_row(_button(menu.deliver)))

    def show_icon(self, icon: QIcon) -> None:
        """Show the state's picture."""
        self.setWindowIcon(icon)
        self._picture.setPixmap(icon.pixmap(PICTURE, PICTURE))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's name
        """Quit: a window is all there is to see of the assistant."""
        event.accept()
        self._leave()


def _label_of(action: QAction) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)

    def follow() -> None:
        label.setText(action.text().replace("&&", "&"))
        label.setVisible(action.isVisible())

    action.changed.connect(follow)
    follow()
    return label


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    return button


def _row(*buttons: QToolButton) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return row
