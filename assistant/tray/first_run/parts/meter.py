"""A live level: a bar, its peak, and a mark where speech should reach."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assistant.tray.looks.theme import colours

FLOOR = -70.0
"""Decibels at the left edge."""
SPEECH = -40.0
"""What speech into a microphone that is meant for it exceeds."""
CLIPPING = -3.0
FALL_MS, FALL_DB = 50, 1.5
"""The peak falls by so much every so often."""


class Meter(QWidget):
    """Shows decibels relative to full scale."""

    def __init__(self) -> None:
        super().__init__()
        self.level = self.peak = FLOOR
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Level of the microphone"))
        self._timer = QTimer(self)
        self._timer.setInterval(FALL_MS)
        self._timer.timeout.connect(self._fall)

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Return a bar as high as a line of text."""
        return QSize(240, self.fontMetrics().height())

    def show_level(self, decibels: float) -> None:
        """Draw a level."""
        self.level = min(0.0, max(FLOOR, decibels))
        self.peak = max(self.peak, self.level)
        self._timer.start()
        self.setAccessibleDescription(self.tr("{level} decibels").format(level=round(self.level)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Draw the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        room = QRectF(self.rect())
        radius = room.height() / 4
        painter.setBrush(QColor(colours().line))
        painter.drawRoundedRect(room, radius, radius)
        painter.setBrush(QColor(colours().warning if self.level > CLIPPING else colours().good))
        if self.level > FLOOR:
            bar = QRectF(room.left(), room.top(), self._at(self.level), room.height())
            painter.drawRoundedRect(bar, radius, radius)
        painter.setBrush(QColor(colours().ink))
        painter.drawRect(QRectF(self._at(self.peak) - 2, room.top(), 2, room.height()))
        painter.setOpacity(0.5)
        painter.drawRect(QRectF(self._at(SPEECH), room.top(), 1, room.height()))
        painter.end()

    def _at(self, decibels: float) -> float:
        return self.width() * (decibels - FLOOR) / -FLOOR

    def _fall(self) -> None:
        self.peak = max(self.level, self.peak - FALL_DB)
        self.update()
        if self.peak <= self.level:
            self._timer.stop()
