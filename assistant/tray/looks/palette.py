"""Colours and distances: few, and the same in every window.

Ink on paper has a contrast of 12 or more, faint ink 4.5 or more, in light and in dark; a test measures them.
"""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

NEAR, GAP, WIDE, EDGE = 4, 8, 16, 20
"""Pixels: between what belongs together, between neighbours, between groups, from the edge of a window."""
RADIUS = 8


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme, as #rrggbb."""

    paper: str
    """What windows stand on."""
    sheet: str
    """What is written on, and cards."""
    ink: str
    faint: str
    """What explains."""
    line: str
    accent: str
    """What can be chosen next, and the focus."""
    on_accent: str
    good: str
    warning: str
    bad: str


LIGHT = Colours(
    paper="#f3f5f8",
    sheet="#ffffff",
    ink="#1c2128",
    faint="#57606a",
    line="#d0d7de",
    accent="#1f63d0",
    on_accent="#ffffff",
    good="#1a7f37",
    warning="#8f5f00",
    bad="#c4232f",
)
DARK = Colours(
    paper="#171b21",
    sheet="#20262e",
    ink="#e8edf3",
    faint="#9aa7b5",
    line="#3a434e",
    accent="#6ea8fe",
    on_accent="#0d1420",
    good="#57c26d",
    warning="#e3a93a",
    bad="#ff7b72",
)


def palette_of(colours: Colours) -> QPalette:
    """Return Qt's palette of these colours."""
    roles = QPalette.ColorRole
    paper, sheet, ink = QColor(colours.paper), QColor(colours.sheet), QColor(colours.ink)
    accent, on_accent, faint = QColor(colours.accent), QColor(colours.on_accent), QColor(colours.faint)
    palette = QPalette(sheet, paper)
    named = {
        roles.Window: paper,
        roles.Base: sheet,
        roles.AlternateBase: paper,
        roles.ToolTipBase: sheet,
        roles.Button: sheet,
        roles.WindowText: ink,
        roles.Text: ink,
        roles.ButtonText: ink,
        roles.ToolTipText: ink,
        roles.PlaceholderText: faint,
        roles.Highlight: accent,
        roles.HighlightedText: on_accent,
        roles.Link: accent,
        roles.LinkVisited: accent,
        roles.Accent: accent,
    }
    for role, colour in named.items():
        palette.setColor(role, colour)
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, _between(ink, paper))
    palette.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, QColor(colours.line))
    return palette


def _between(one: QColor, other: QColor) -> QColor:
    red, green, blue = one.red() + other.red(), one.green() + other.green(), one.blue() + other.blue()
    return QColor(red // 2, green // 2, blue // 2)
