"""Lets the overlay come and go: at once, or within a moment where things may move."""

from PySide6.QtCore import QObject, QVariantAnimation, Slot
from PySide6.QtWidgets import QWidget

FADE_MS = 140


class Fading(QObject):
    """Shows and hides the panel and its buttons together."""

    def __init__(self, panel: QWidget, buttons: QWidget) -> None:
        super().__init__()
        self._panel, self._buttons = panel, buttons
        self._is_moving = True
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(FADE_MS)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.valueChanged.connect(self._dim)
        self._animation.finished.connect(self.vanish)

    def show(self, *, with_buttons: bool, is_moving: bool) -> None:
        """Be there, in full; the buttons above the panel."""
        self._is_moving = is_moving
        self._animation.stop()
        self._dim(1.0)
        self._panel.show()
        self._panel.raise_()
        self._buttons.setVisible(with_buttons)
        if with_buttons:
            self._buttons.raise_()

    @Slot()
    def hide(self) -> None:
        """Go, softly where that is wanted."""
        if self._is_moving and self._panel.isVisible():
            self._animation.start()
        else:
            self.vanish()

    @Slot()
    def vanish(self) -> None:
        """Be gone."""
        self._animation.stop()
        self._panel.hide()
        self._buttons.hide()

    @Slot(object)
    def _dim(self, part: float) -> None:
        self._panel.setWindowOpacity(part)
        self._buttons.setWindowOpacity(part)
