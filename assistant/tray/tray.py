"""The face: an icon in the tray, or a small window where there is none."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

from assistant.tray.desk import Desk
from assistant.tray.frame.small_window import SmallWindow
from assistant.tray.looks.icon import is_dark, state_icon
from assistant.tray.menu.menu import Menu
from assistant.tray.running.caretaker import Started
from assistant.values.action import AskFirst
from assistant.values.event import (
    ActionPerformed,
    CorrectionOffered,
    Fault,
    MicrophoneClosed,
    MicrophoneOpened,
    MicrophoneOpening,
    PrivacyChanged,
    RecordingLimited,
    RecordingsFound,
    Recovered,
    Rest,
    State,
    StateChanged,
    TimerRang,
    Trouble,
)

LOOK_AGAIN_MS = 2000
PATIENCE = 15
"""Looks for a tray, which may come up later than what the session starts on its own."""
MESSAGE_MS = 10_000


class Tray(QObject):
    """Shows what the engine tells, by icon, tooltip, menu and notification."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.menu = Menu(desk)
        self.window = SmallWindow(self.menu, desk.leave)
        self.icon = QSystemTrayIcon()
        self.icon.setContextMenu(self.menu.widget)
        self.icon.activated.connect(self._open)
        self.menu.trouble.triggered.connect(self._tell_again)
        self._state = State.STARTING
        self._microphone = ""
        self._told: dict[Fault, str] = {}
        self._looks = 0
        self._look: tuple[State, bool, str] | None = None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._draw)
        self._draw()

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

    @Slot(object)
    def follow(self, event: object) -> None:
        """Show what happened."""
        match event:
            case Started(None):
                self.follow(StateChanged(State.TROUBLE))
                return
            case Started():
                self.menu.start_obeying()
            case StateChanged(state):
                self._state = state
            case MicrophoneOpened() | MicrophoneOpening() | MicrophoneClosed():
                self._show_microphone(event)
            case PrivacyChanged() | RecordingsFound() | RecordingLimited():
                self._tell(self._announced(event))
            case Trouble(fault, message):
                self._warn(fault, message)
            case Recovered(fault, message) if self._told.pop(fault, None):
                self._tell(message)
            case CorrectionOffered(_, _, choices):
                offer = self.tr("“{text}” – say “choose one”, or see the menu")
                self._tell(offer.format(text=choices[0]))
            case ActionPerformed(_, AskFirst(_, question), _):
                ask = self.tr("{question} – say “yes, I am sure”, or “cancel”")
                self._tell(ask.format(question=question))
            case TimerRang(message, about):
                self._tell(f"{about}\n{message}" if about else message)
            case ActionPerformed(_, _, outcome) if outcome.message:
                self._tell(outcome.message)
            case _:
                pass
        self.menu.follow(event)
        self._draw()

    def _show_microphone(self, event: MicrophoneOpened | MicrophoneOpening | MicrophoneClosed) -> None:
        match event:
            case MicrophoneOpened(name):
                self._microphone = name
            case MicrophoneOpening():
                self._microphone = self.tr("Microphone: getting ready…")
            case MicrophoneClosed(Rest.LOCKED):
                self._microphone = self.tr("Microphone closed: the screen is locked")
            case MicrophoneClosed():
                self._microphone = self.tr("Microphone closed: it opens with the key")

    def _announced(self, event: PrivacyChanged | RecordingsFound | RecordingLimited) -> str:
        match event:
            case PrivacyChanged(is_private):
                return self.tr("Nothing is kept from now on.") if is_private else self.tr("History goes on.")
            case RecordingsFound(count, seconds):
                found = self.tr("{count} recordings ({seconds} s) never became text: assistant recover")
                return found.format(count=count, seconds=round(seconds))
            case RecordingLimited(left):
                return self.tr("This recording ends by itself in {seconds} s.").format(seconds=round(left))

    def _warn(self, fault: Fault, message: str) -> None:
        """Notify, but not again of what is still on the screen."""
        if self._told.get(fault) != message:
            self._told[fault] = message
            self._tell(message, QSystemTrayIcon.MessageIcon.Warning)

    def _tell_again(self) -> None:
        """Show the whole sentence; the menu has only a line for it."""
        if self._told:
            self._tell(next(reversed(self._told.values())), QSystemTrayIcon.MessageIcon.Warning)

    def _tell(
        self,
        message: str,
        kind: QSystemTrayIcon.MessageIcon = QSystemTrayIcon.MessageIcon.Information,
    ) -> None:
        if self.icon.isVisible():
            self.icon.showMessage(self.tr("Assistant"), message, kind, MESSAGE_MS)

    @Slot()
    def _draw(self) -> None:
        lines = (self.tr("Assistant"), self.menu.sentence(), self._microphone)
        look = self._state, is_dark(), "\n".join(line for line in lines if line)
        if look == self._look:  # each change goes to the panel over D-Bus, and levels come often
            return
        self._look = look
        icon = state_icon(look[0], is_dark=look[1])
        self.icon.setIcon(icon)
        self.icon.setToolTip(look[2])
        self.menu.status.setIcon(icon)
        self.window.show_icon(icon)

    def _open(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.menu.widget.popup(QCursor.pos())
