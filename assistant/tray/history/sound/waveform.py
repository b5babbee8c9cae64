"""A recording as a picture: how loud it is from moment to moment, and where it plays."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assistant.tray.looks.palette import RADIUS
from assistant.tray.looks.theme import colours
from assistant.values.audio import Samples

BARS = 400
"""Columns that a recording is measured in."""
LOUDEST = 32_768.0


def peaks(samples: Samples, bars: int = BARS) -> list[float]:
    """Return the loudest sample of each of `bars` stretches, 0...1; the quietest still shows."""
    if not len(samples):
        return []
    edges = np.linspace(0, len(samples), min(bars, len(samples)) + 1, dtype=np.int64)[:-1]
    return [float(each) for each in np.maximum.reduceat(np.abs(samples.astype(np.int32)), edges) / LOUDEST]


class Waveform(QWidget):
    """Draws peaks; a click says where to play from."""

    sought = Signal(float)
    """Where in the recording, 0...1."""

    def __init__(self) -> None:
        super().__init__()
        self._peaks: list[float] = []
        self._at = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The recording as a picture"))

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Return a strip three lines high."""
        return QSize(200, 3 * self.fontMetrics().height())

    def show_peaks(self, found: list[float]) -> None:
        """Draw another recording."""
        self._peaks = found
        self.show_position(0.0)

    def show_position(self, fraction: float) -> None:
        """Draw what has been played, 0...1."""
        self._at = min(1.0, max(0.0, fraction))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """Play from there."""
        self.sought.emit(min(1.0, max(0.0, event.position().x() / max(1, self.width()))))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Draw a column for every few pixels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours().paper))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        count = min(len(self._peaks), self.width() // 3)
        if count:
            highest = max(*self._peaks, 0.02)
            step = len(self._peaks) / count
            wide, middle = self.width() / count, self.height() / 2
            for bar in range(count):
                found = max(self._peaks[int(bar * step) : max(int(bar * step) + 1, int((bar + 1) * step))])
                half = max(1.0, found / highest * (middle - 3))
                is_past = bar / count < self._at
                painter.setBrush(QColor(colours().accent if is_past else colours().faint))
                painter.drawRoundedRect(QRectF(bar * wide, middle - half, max(1.0, wide - 1), 2 * half), 1, 1)
        painter.end()
