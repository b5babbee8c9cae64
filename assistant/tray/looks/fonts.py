"""Letters: the system's own, and Chinese ones that are Chinese."""

from PySide6.QtGui import QFont, QFontDatabase

SMALLEST_PT = 10.0
CHINESE = (
    *("PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC"),
    *("Source Han Sans SC", "Source Han Sans CN", "WenQuanYi Micro Hei", "Droid Sans Fallback"),
)
"""Best first. Left to itself a system may take Japanese or Korean shapes for Chinese words."""


def font_for(language: str) -> QFont:
    """Return the system's font, with Chinese letters behind it; before it, where the language is Chinese."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    there = set(QFontDatabase.families())
    chinese = [family for family in CHINESE if family in there]
    own = font.families() or [font.family()]
    font.setFamilies([*chinese[:1], *own] if language.startswith("zh") else [*own, *chinese[:1]])
    if font.pointSizeF() < SMALLEST_PT:
        font.setPointSizeF(SMALLEST_PT)
    return font
