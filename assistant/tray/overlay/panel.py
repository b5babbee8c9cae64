"""The strip itself: level, text, language and a note. Clicks go through it, and it never has the focus."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QBitmap, QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStyle, QStyleOption, QVBoxLayout, QWidget

from assistant.tray.frame.session import is_through_xwayland
from assistant.tray.looks.palette import GAP, NEAR, RADIUS, WIDE
from assistant.tray.looks.pieces import note, relook
from assistant.tray.looks.theme import colours
from assistant.tray.overlay.story import Choice, Page
from assistant.tray.standing import Face

UNTOUCHABLE = (
    Qt.WindowType.ToolTip
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)
"""No window manager gives it the focus: on X11 it is none of its windows."""
WIDTH = 520
LONGEST = 180
"""Characters of text; of more the end is shown."""
QUIETEST_DB, LOUDEST_DB = -60.0, -12.0
SHORT = {"zh": "中", "en": "EN", "yue": "粤", "ja": "日", "ko": "한"}


class Level(QWidget):
    """How loud it is, as bars; dots for work, a tick for what is done, a ring for what was kept."""

    def __init__(self) -> None:
        super().__init__()
        self._face = Face.HEARING
        self._is_kept = False
        self._part = 0.0
        self.setFixedSize(34, 30)

    def show_page(self, page: Page) -> None:
        """Show another state."""
        if page.face is not self._face:
            self._part = 0.0
        self._face, self._is_kept = page.face, Choice.KEEP in page.choices
        self.update()

    def show_level(self, decibels: float) -> None:
        """Show how loud it is now."""
        part = (decibels - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB)
        self._part = min(max(part, 0.0), 1.0)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Tell how much room it needs."""
        return QSize(34, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Draw it: each state has a shape of its own, and a colour."""
        now = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match self._face:
            case Face.HEARING:
                self._draw_bars(painter, now.bad)
            case Face.READY if self._is_kept:
                _draw_lines(painter, now.warning, QPoint(17, 9), QPoint(17, 16))
                painter.drawEllipse(QRectF(6, 4, 22, 22))
                painter.drawPoint(17, 21)
            case Face.READY:
                _draw_lines(painter, now.good, QPoint(8, 16), QPoint(14, 22), QPoint(26, 8))
            case Face.TROUBLE:
                _draw_lines(painter, now.bad, QPoint(9, 7), QPoint(25, 23))
                painter.drawLine(25, 7, 9, 23)
            case _:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(now.accent))
                for dot in range(3):
                    painter.drawEllipse(QRectF(5 + dot * 9, self.height() / 2 - 3, 6, 6))
        painter.end()

    def _draw_bars(self, painter: QPainter, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        for bar, weight in enumerate((0.45, 0.75, 1.0, 0.75, 0.45)):
            height = 6 + self._part * weight * (self.height() - 6)
            top = (self.height() - height) / 2
            painter.drawRoundedRect(QRectF(2 + bar * 6.5, top, 4, height), 2, 2)


def _draw_lines(painter: QPainter, colour: str, *points: QPoint) -> None:
    pen = QPen(QColor(colour), 3)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(list(points))


class Panel(QFrame):
    """Shows one page. Opaque with round corners cut out, since not every desktop blends windows.

    A Wayland compositor blends every window and shows black where a corner was cut out.
    """

    def __init__(self) -> None:
        super().__init__(None, UNTOUCHABLE | Qt.WindowType.WindowTransparentForInput)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_X11DoNotAcceptFocus)
        self._is_blended = is_through_xwayland()
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, self._is_blended)
        self.setProperty("look", "card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(WIDTH)
        self.level = Level()
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.note = note()
        self.language = QLabel()
        self.language.setProperty("look", "note")
        self._room = QWidget()
        words = QVBoxLayout()
        words.setSpacing(NEAR)
        words.addWidget(self.text)
        words.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE, GAP, WIDE, GAP)
        row.setSpacing(WIDE)
        row.addWidget(self.level)
        row.addLayout(words, stretch=1)
        row.addWidget(self.language)
        row.addWidget(self._room)

    def show_page(self, page: Page, room: int) -> None:
        """Show a page, with so many pixels left free on the right for buttons."""
        self.level.show_page(page)
        end = page.text if len(page.text) <= LONGEST else f"…{page.text[-LONGEST:].lstrip()}"
        self.text.setText(end)
        self.text.setVisible(bool(end))
        relook(self.text, "" if page.is_final else "note")  # what may still change is fainter
        self.note.setText(page.note)
        self.note.setVisible(bool(page.note))
        self.language.setText(SHORT.get(page.language, ""))
        self.language.setVisible(bool(self.language.text()))
        self._room.setFixedWidth(room)
        self._room.setVisible(room > 0)
        self.setFixedHeight(max(self.heightForWidth(WIDTH), self.level.height() + 2 * GAP))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Draw the sheet, too, where Qt leaves that out: what is blended has no background."""
        if self._is_blended:
            option = QStyleOption()
            option.initFrom(self)
            painter = QPainter(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
            painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Cut the corners anew."""
        super().resizeEvent(event)
        if not self._is_blended:
            self.setMask(rounded(self.size()))


def rounded(size: QSize) -> QBitmap:
    """Return a mask of a rectangle with round corners."""
    mask = QBitmap(size)
    mask.fill(Qt.GlobalColor.color0)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(0, 0, size.width(), size.height()), RADIUS, RADIUS)
    painter = QPainter(mask)
    painter.fillPath(shape, Qt.GlobalColor.color1)
    painter.end()
    return mask
