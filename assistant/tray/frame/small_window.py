"""What there is to see where the desktop has no tray: a small window with the same controls."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QIcon
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from assistant.tray.desk import Desk
from assistant.tray.looks.palette import EDGE, GAP, WIDE
from assistant.tray.looks.pieces import heading, line, note, verdict
from assistant.tray.looks.sizes import Scrolled, room
from assistant.tray.menu.menu import Menu
from assistant.tray.transcribe.dropping import FileDrop

PICTURE = 48
"""Pixels."""
WIDTH = 440
COLUMNS = 2


class SmallWindow(QWidget):
    """Shows the state and the menu's actions as buttons; whoever closes it, quits."""

    def __init__(self, menu: Menu, desk: Desk) -> None:
        super().__init__()
        self._leave = desk.leave
        self.setWindowTitle(self.tr("Assistant"))
        self._picture = QLabel()
        self._picture.setAccessibleName(self.tr("State"))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.microphone = note()
        lines = QVBoxLayout()
        lines.addWidget(_following(heading(""), menu.status))
        lines.addWidget(_following(verdict("", "warning"), menu.trouble))
        lines.addWidget(self.microphone)
        self.told = note()
        self.told.hide()
        lines.addWidget(self.told)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self.told.hide)
        top = QHBoxLayout()
        top.setSpacing(WIDE)
        top.addWidget(self._picture)
        top.addLayout(lines, stretch=1)
        whole = QVBoxLayout()
        whole.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        whole.setSpacing(WIDE)
        whole.addLayout(top)
        whole.addLayout(_grid(*(_chooser(submenu.menuAction()) for submenu in menu.choosing.all)))
        whole.addWidget(line())
        whole.addLayout(_grid(*map(_button, (menu.pause, menu.private))))
        whole.addLayout(_grid(*map(_button, (menu.copy, menu.repairs.undo, menu.deliver, menu.cancel))))
        whole.addWidget(_passing(menu.answer))
        whole.addWidget(line())
        whole.addLayout(_grid(*map(_button, (*menu.windows.values(), menu.about, menu.quit))))
        whole.addStretch()
        self.setMinimumWidth(min(WIDTH, room().width()))
        self._take(whole)
        self._drop = FileDrop(self, desk)

    def _take(self, whole: QVBoxLayout) -> None:
        """Lay everything out, to be scrolled where the screen is too low for it."""
        self.setLayout(whole)
        if whole.sizeHint().height() <= room().height():
            return
        inside = QWidget()
        inside.setLayout(whole)  # which takes it from here
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Scrolled(inside))
        self.resize(self.sizeHint().boundedTo(room()))

    def show_icon(self, icon: QIcon) -> None:
        """Show the state's picture."""
        self.setWindowIcon(icon)
        self._picture.setPixmap(icon.pixmap(PICTURE, PICTURE))

    def tell(self, message: str, within_ms: int) -> None:
        """Say for a moment what a notification would: without a tray there is none."""
        self.told.setText(message)
        self.told.show()
        self._quiet.start(within_ms)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's name
        """Quit: a window is all there is to see of the assistant."""
        event.accept()
        self._leave()


def _following(label: QLabel, action: QAction) -> QLabel:
    """Return `label`, which says what the action says, and is there where that is."""
    label.setWordWrap(True)

    def follow() -> None:
        label.setText(action.text().replace("&&", "&"))
        label.setVisible(action.isVisible())

    action.changed.connect(follow)
    follow()
    return label


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button


def _passing(action: QAction) -> QToolButton:
    """Return a button that is there while its action is."""
    button = _button(action)

    def follow() -> None:
        button.setVisible(action.isVisible())

    action.changed.connect(follow)
    follow()
    return button


def _chooser(action: QAction) -> QToolButton:
    button = _button(action)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button


def _grid(*buttons: QToolButton) -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(GAP)
    for column in range(COLUMNS):
        grid.setColumnStretch(column, 1)
    for number, button in enumerate(buttons):
        row, column = divmod(number, COLUMNS)
        is_alone = number == len(buttons) - 1 and column == 0
        grid.addWidget(button, row, column, 1, COLUMNS if is_alone else 1)
    return grid
