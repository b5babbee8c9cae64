"""A field that takes the next key as it is pressed."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton

from assistant.tray.first_run.parts.keys import pressed_key

_MODIFIERS = {Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Shift, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
_BUTTONS = {Qt.MouseButton.BackButton: "Button8", Qt.MouseButton.ForwardButton: "Button9"}


class Capture(QPushButton):
    """Press it, then the key: a bare modifier counts when it comes up alone, anything else at once."""

    captured = Signal(str)
    """The X name of a key or chord."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAutoDefault(False)
        self._bare = ""
        self.toggled.connect(self._show)
        self._show(is_on=False)

    def event(self, event: QEvent) -> bool:
        """Take keys before anything else does while one is awaited."""
        if self.isChecked() and isinstance(event, QKeyEvent):
            if event.type() in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
                return self._pressed(event)
            if event.type() is QEvent.Type.KeyRelease and self._bare:
                self._take(self._bare)
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """Take one of the mouse's own further buttons, too."""
        if self.isChecked() and event.button() in _BUTTONS:
            self._take(_BUTTONS[event.button()])
        else:
            super().mousePressEvent(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        event.accept()
        if event.type() is QEvent.Type.ShortcutOverride:
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.setChecked(False)
            return True
        name = pressed_key(event)
        if event.key() in _MODIFIERS:
            self._bare = name or ""
        elif name is not None:
            self._take(name)
        return True

    def _take(self, name: str) -> None:
        self._bare = ""
        self.setChecked(False)
        self.captured.emit(name)

    def _show(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._bare = ""
        waiting = QCoreApplication.translate("Capture", "Press the key now… (Esc: none)")
        self.setText(waiting if is_on else QCoreApplication.translate("Capture", "Press a key…"))
