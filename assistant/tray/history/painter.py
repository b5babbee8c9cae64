"""How a line looks in the list: its text, and below it when, where and what became of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assistant.devices.history import HistoryEntry
from assistant.tray.history.lines import ENTRY
from assistant.tray.history.words import outcome_of, why_of
from assistant.tray.looks.palette import GAP, NEAR, RADIUS
from assistant.tray.looks.theme import colours
from assistant.values.action import Result

WELL = {Result.DELIVERED, Result.UNCONFIRMED, Result.DONE}
Index = QModelIndex | QPersistentModelIndex


class LinePainter(QStyledItemDelegate):
    """Paints rows of one height, so that a list of any length scrolls evenly."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 -- Qt's name
        """Return room for two lines of text."""
        return QSize(200, 2 * self._parent.fontMetrics().lineSpacing() + 2 * GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a day or a line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        entry = index.data(ENTRY)
        if not isinstance(entry, HistoryEntry):
            self._paint_day(painter, rect, str(index.data()))
        else:
            state: QStyle.StateFlag = option.state
            is_chosen = bool(state & QStyle.StateFlag.State_Selected)
            if is_chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours().accent))
                painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
            self._paint_line(
                painter, rect.adjusted(GAP + NEAR, GAP, -GAP - NEAR, -GAP), entry, is_chosen=is_chosen
            )
        painter.restore()

    def _paint_day(self, painter: QPainter, rect: QRect, words: str) -> None:
        font = QFont(self._parent.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colours().ink))
        room = rect.adjusted(GAP + NEAR, 0, -GAP, -GAP)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), words)
        painter.setPen(QColor(colours().line))
        painter.drawLine(rect.left() + GAP, rect.bottom() - NEAR, rect.right() - GAP, rect.bottom() - NEAR)

    def _paint_line(self, painter: QPainter, rect: QRect, entry: HistoryEntry, *, is_chosen: bool) -> None:
        ink = colours().on_accent if is_chosen else colours().ink
        faint = colours().on_accent if is_chosen else colours().faint
        metrics = QFontMetrics(self._parent.font())
        height = metrics.lineSpacing()
        words = " ".join(entry.text.split()) or f"({why_of(entry)})"
        painter.setFont(self._parent.font())
        painter.setPen(QColor(ink if entry.text else faint))
        painter.drawText(
            QRect(rect.left(), rect.top(), rect.width(), height),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width()),
        )
        about = [f"{entry.at.astimezone():%H:%M}", entry.app, entry.language.name if entry.text else ""]
        if entry.result not in WELL:
            painter.setPen(QColor(ink if is_chosen else colours().warning))
            about.append(outcome_of(entry.result))
        else:
            painter.setPen(QColor(faint))
        painter.drawText(
            QRect(rect.left(), rect.top() + height, rect.width(), height),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            metrics.elidedText(" · ".join(filter(None, about)), Qt.TextElideMode.ElideRight, rect.width()),
        )
