"""The pictures of the states: each differs from the others in shape and in colour."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from assistant.devices.places import resources
from assistant.tray.standing import Face

INK = "#24292f"
"""What the drawings use where they mean the colour of text..."""
CHALK = "#f0f3f6"
"""...and what replaces it on a dark panel."""
SIZES = (16, 22, 24, 32, 48, 64)
_MIDDLE = 128


@lru_cache(maxsize=2 * len(Face))
def face_icon(face: Face, *, is_dark: bool) -> QIcon:
    """Draw the icon of `face` for a light or a dark panel. Raises OSError where the drawing is missing."""
    drawing = (resources() / "icons" / f"{face}.svg").read_text(encoding="utf-8")
    if is_dark and face is not Face.TROUBLE:  # its triangle is bright: the mark in it stays dark
        drawing = drawing.replace(INK, CHALK)
    return _drawn(drawing)


@lru_cache(maxsize=1)
def app_icon() -> QIcon:
    """Draw the application's own icon. Raises OSError where the drawing is missing."""
    return _drawn((resources() / "icons" / "assistant.svg").read_text(encoding="utf-8"))


def _drawn(drawing: str) -> QIcon:
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    icon = QIcon()
    for size in SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def is_dark() -> bool:
    """Tell whether the desktop is dark; where it does not say, its window colour does."""
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme is not Qt.ColorScheme.Unknown:
        return scheme is Qt.ColorScheme.Dark
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < _MIDDLE
