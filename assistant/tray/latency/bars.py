"""Bars for stages: half of them took no longer than the full bar, 95 of 100 no longer than the pale one."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assistant.cli.latency.figures import Spread
from assistant.tray.looks.palette import GAP, NEAR
from assistant.tray.looks.theme import colours

PALE = 0.35


class Bars(QWidget):
    """One row for each stage."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[str, Spread]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Stages"))

    def show_rows(self, rows: list[tuple[str, Spread]]) -> None:
        """Draw other rows; a screen reader gets them as sentences."""
        self.rows = rows
        words = self.tr("{stage}: usually {p50} ms, seldom more than {p95} ms")
        told = (words.format(stage=name, p50=_ms(one.p50), p95=_ms(one.p95)) for name, one in rows)
        self.setAccessibleDescription("; ".join(told))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Return a line and a half for each row."""
        return QSize(420, max(1, len(self.rows)) * self._row())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Return the same height: rows are not squeezed."""
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Draw names, bars and numbers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        left = max((metrics.horizontalAdvance(name) for name, _ in self.rows), default=0) + GAP
        right = metrics.horizontalAdvance("0000 / 0000 ms") + GAP
        room = max(1.0, self.width() - left - right)
        longest = max((one.p95 for _, one in self.rows), default=0.0) or 1.0
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        for number, (name, one) in enumerate(self.rows):
            top, height = number * self._row(), self._row()
            painter.setPen(QColor(colours().ink))
            painter.drawText(QRectF(0, top, left, height), middle | int(Qt.AlignmentFlag.AlignLeft), name)
            numbers = f"{_ms(one.p50)} / {_ms(one.p95)} ms"
            painter.drawText(
                QRectF(left + room, top, right, height), middle | int(Qt.AlignmentFlag.AlignRight), numbers
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours().accent))
            for part, opacity in ((one.p95, PALE), (one.p50, 1.0)):
                painter.setOpacity(opacity)
                bar = QRectF(left, top + NEAR, max(1.0, room * part / longest), height - 2 * NEAR)
                painter.drawRoundedRect(bar, 3, 3)
            painter.setOpacity(1.0)
        painter.end()

    def _row(self) -> int:
        return round(1.6 * self.fontMetrics().height())


def _ms(seconds: float) -> int:
    return round(1000 * seconds)
