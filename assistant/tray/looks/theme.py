"""Light and dark: as the system has it, or as the user wants it."""

from string import Template

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from assistant.devices.places import resources
from assistant.tray.looks import fonts
from assistant.tray.looks.icon import is_dark
from assistant.tray.looks.palette import DARK, GAP, LIGHT, NEAR, RADIUS, Colours, palette_of

SHEET = Template("""
QToolTip { color: $ink; background: $sheet; border: 1px solid $line; padding: ${near}px; }
QLabel[look="title"] { font-size: 17pt; font-weight: 600; }
QLabel[look="heading"] { font-size: 12pt; font-weight: 600; }
QLabel[look="note"] { color: $faint; }
QLabel[look="good"] { color: $good; }
QLabel[look="warning"] { color: $warning; }
QLabel[look="bad"] { color: $bad; }
QFrame[look="card"] { background: $sheet; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[look="sheet"] { background: $sheet; border: none; }
QFrame[look="bare"] { border: 1px solid $line; }
QFrame[look="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QPushButton { padding: ${near}px 14px; min-height: 22px; border: 1px solid $line; border-radius: 6px;
    background: $sheet; color: $ink; }
QPushButton:hover { border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 3px 13px; }
QPushButton:pressed, QPushButton:checked { background: $line; }
QPushButton:disabled { color: $faint; background: $paper; }
QPushButton[look="first"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[look="first"]:focus { border: 2px solid $ink; }
QPushButton[look="first"]:disabled { background: $line; color: $faint; border-color: $line; }
QPushButton[look="danger"] { color: $bad; border-color: $bad; }
QPushButton[look="danger"]:disabled { color: $faint; border-color: $line; }
QLineEdit, QPlainTextEdit, QTextEdit { border: 1px solid $line; border-radius: 6px; padding: ${near}px;
    background: $sheet; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 1px solid $accent; }
QCheckBox { spacing: ${gap}px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $faint; border-radius: 3px;
    background: $sheet; }
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border: 1px solid $accent; }
QCheckBox:focus { text-decoration: underline; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QCheckBox::indicator:disabled { border-color: $line; }
QTreeView::item { padding: 3px 2px; }
QListView[look="sidebar"] { background: transparent; border: none; outline: none; }
QListView[look="sidebar"]::item { padding: ${gap}px; border-radius: 6px; }
QListView[look="sidebar"]::item:selected { background: $accent; color: $on_accent; }
""")
"""Widgets get their look by a property: see `looks/pieces`."""


class Theme(QObject):
    """Dresses the application. `changed` comes after every change, with the colours at hand."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._setting = "system"
        self._was_dark_at_first = is_dark()  # once dressed, the palette tells of us, not of the system
        self.is_dark = False
        application.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)

    def use(self, setting: str) -> None:
        """Dress as `setting` says: `light`, `dark`, or anything else for the system's way."""
        self._setting = setting
        self._dress()

    @property
    def system_is_dark(self) -> bool:
        """What the desktop, and so its panel, looks like."""
        known = QGuiApplication.styleHints().colorScheme() is not Qt.ColorScheme.Unknown
        return is_dark() if known else self._was_dark_at_first

    @property
    def colours(self) -> Colours:
        """What everything is painted in now."""
        return DARK if self.is_dark else LIGHT

    @Slot()
    def _dress(self) -> None:
        self.is_dark = {"light": False, "dark": True}.get(self._setting, self.system_is_dark)
        colours = self.colours
        self._application.setPalette(palette_of(colours))
        names = {name: getattr(colours, name) for name in colours.__slots__}
        tick = f"tick-{'dark' if self.is_dark else 'light'}.svg"
        names["tick"] = (resources() / "icons" / tick).as_posix()
        self._application.setStyleSheet(SHEET.substitute(names, gap=GAP, near=NEAR, radius=RADIUS))
        self.changed.emit()

    def speak(self, language: str) -> None:
        """Choose letters that fit a language."""
        self._application.setFont(fonts.font_for(language))


def theme() -> Theme:
    """Return the application's theme; there is one from the first call on."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("There is no theme before there is an application.")
    found = application.findChild(Theme)
    return found if isinstance(found, Theme) else Theme(application)


def colours() -> Colours:
    """Return what to paint with now."""
    return theme().colours
