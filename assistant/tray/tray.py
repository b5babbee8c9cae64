"""The face: an icon in the tray, or a small window where there is none."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

from assistant.tray.desk import Desk
from assistant.tray.frame.announcing import announce
from assistant.tray.frame.small_window import SmallWindow
from assistant.tray.frame.teller import Teller
from assistant.tray.frame.wishes import Wishes
from assistant.tray.looks.icon import face_icon
from assistant.tray.looks.said import said
from assistant.tray.looks.theme import theme
from assistant.tray.menu.menu import Menu
from assistant.tray.running.caretaker import Started
from assistant.tray.standing import Face, Standing
from assistant.values.event import LevelMeasured, State, StateChanged

LOOK_AGAIN_MS = 2000
PATIENCE = 15
"""Looks for a tray, which may come up later than what the session starts on its own."""
MESSAGE_MS = 10_000
_KINDS = QSystemTrayIcon.MessageIcon
_SAID = {Face.ASLEEP, Face.OFF, Face.TROUBLE}
"""What a screen reader says when it begins; while somebody speaks it had better be silent."""


class Tray(QObject):
    """Shows what the engine tells, by icon, tooltip, menu and notification."""

    def __init__(self, desk: Desk, wishes: Wishes | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._wishes = wishes or Wishes(desk.settings_file)
        self.standing = Standing(desk.about)
        self.icon = QSystemTrayIcon()
        self.icon.activated.connect(self._open)
        self.teller = Teller(self._tell)
        self._is_obeying = False
        self._looks = 0
        self._look: tuple[Face, bool, str] | None = None
        self._furnish()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._draw)
        self._wishes.changed.connect(self._refresh)
        self._draw()

    def furnish_anew(self) -> None:
        """Make menu and window again: the language is another."""
        was_visible = self.window.isVisible()
        self.window.hide()
        self.window.deleteLater()
        self.menu.widget.close()
        self._furnish()
        self._look = None
        self._draw()
        self.window.setVisible(was_visible)

    def show(self) -> None:
        """Appear: in the tray, or as a window until there is one."""
        if QSystemTrayIcon.isSystemTrayAvailable():
            self.icon.show()
            self.window.hide()
            return
        if self._looks == 0:
            self.window.show()
        self._looks += 1
        if self._looks <= PATIENCE:
            QTimer.singleShot(LOOK_AGAIN_MS, self, self.show)

    def hide(self) -> None:
        """Vanish."""
        self._looks = PATIENCE + 1
        self.icon.hide()
        self.window.hide()

    def come_forward(self) -> None:
        """Show that it is there: somebody started it a second time."""
        if self.icon.isVisible():
            where = self.icon.geometry().center()
            self.menu.widget.popup(QCursor.pos() if self.icon.geometry().isEmpty() else where)
            return
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    @Slot(object)
    def follow(self, event: object) -> None:
        """Show what happened."""
        match event:
            case LevelMeasured():  # ten a second, and nothing of it is to be seen here
                return
            case Started(None):
                event = StateChanged(State.TROUBLE)
            case Started():
                self._is_obeying = True
                self.menu.start_obeying()
            case _:
                pass
        self.standing.follow(event)
        self.teller.follow(event)
        self.menu.follow(event)
        self._draw()

    def _furnish(self) -> None:
        self.menu = Menu(self._desk, self.standing, self._wishes)
        self.menu.choosing.failed = lambda sentence: self._tell(sentence, True)
        self.menu.trouble.triggered.connect(self.teller.tell_again)
        self.window = SmallWindow(self.menu, self._desk)
        self.icon.setContextMenu(self.menu.widget)
        if self._is_obeying:
            self.menu.start_obeying()

    @Slot()
    def _refresh(self) -> None:
        self.menu.show()

    def _tell(self, message: str, is_trouble: bool) -> None:  # noqa: FBT001 -- as `Tell` has it
        announce(self.window, message, is_urgent=is_trouble)
        if not self._wishes.settings.look.notifications:
            return
        if self.icon.isVisible():
            kind = _KINDS.Warning if is_trouble else _KINDS.Information
            self.icon.showMessage(self.tr("Assistant"), message, kind, MESSAGE_MS)
        elif message not in map(said, self.standing.troubles.values()):  # those have a line of their own
            self.window.tell(message, MESSAGE_MS)

    @Slot()
    def _draw(self) -> None:
        face, sentence = self.standing.face, self.menu.sentence()
        microphone = self.menu.microphone_sentence()
        lines = (self.tr("Assistant"), sentence, said(self.standing.trouble), microphone)
        look = face, theme().system_is_dark, "\n".join(line for line in lines if line)
        if look == self._look:  # each change goes to the panel over D-Bus
            return
        if face in _SAID and (self._look is None or self._look[0] is not face):
            announce(self.window, sentence)
        self._look = look
        icon = face_icon(face, is_dark=look[1])
        self.icon.setIcon(icon)
        self.icon.setToolTip(look[2])
        self.menu.status.setIcon(icon)
        self.window.microphone.setText(microphone)
        self.window.microphone.setVisible(bool(microphone))
        self.window.show_icon(face_icon(face, is_dark=theme().is_dark))

    def _open(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.menu.widget.popup(QCursor.pos())
