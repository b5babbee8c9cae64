"""Waits until the user has gone to another window, and tells which one that is."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent

from assistant.act.ports import Desktop
from assistant.devices.desktop import find_desktop
from assistant.devices.places import APP, APP_ID
from assistant.tray.settings.choices import Choices
from assistant.values.action import Window

LOOK_MS = 150
PATIENCE_MS = 20_000


class Picking(QObject):
    """Looks which window is in front, until it is another program's; Escape or `stop` calls off."""

    picked = Signal(object)
    """The window."""
    told = Signal(str)
    """What is to be done, or why there is no window."""

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._choices = choices
        self._desktop: Desktop | None = None
        self._left = 0
        self._seen: int | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_waiting(self) -> bool:
        """True while the user may go to a window."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin, where this desktop tells which window is in front."""
        self._desktop = self._desktop or find_desktop(self._choices.settings.act)
        if self._desktop is None or self._desktop.active_window() is None:  # ours would be, at least
            self.told.emit(
                self.tr("This desktop does not tell which window is in front: type the application's name.")
            )
            return
        self._left, self._seen = PATIENCE_MS // LOOK_MS, None
        self._timer.start()
        QCoreApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one
        self.told.emit(self.tr("Click the window that you mean. Escape calls off."))

    def stop(self, sentence: str = "") -> None:
        """Wait no longer, and say why."""
        if self.is_waiting:
            self._timer.stop()
            QCoreApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # there is one
            self.told.emit(sentence)

    def close(self) -> None:
        """Let go of the desktop."""
        self.stop()
        if self._desktop is not None:
            self._desktop.close()
            self._desktop = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Take Escape, before the window does."""
        kinds = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}
        if event.type() not in kinds or not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress:
            self.stop(self.tr("Called off."))
        return True

    @Slot()
    def _look(self) -> None:
        window = self._desktop.active_window() if self._desktop is not None else None
        if window is not None and window.app and not _is_ours(window):
            if window.handle == self._seen:  # it stayed: what only passes by is not meant
                self.stop()
                self.picked.emit(window)
                return
            self._seen = window.handle
        else:
            self._seen = None
        self._left -= 1
        if self._left <= 0:
            self.stop(self.tr("No other window came to the front."))


def _is_ours(window: Window) -> bool:
    handles = {int(each.winId()) for each in QGuiApplication.topLevelWindows() if each.isVisible()}
    return window.handle in handles or window.app in {APP, APP_ID}
