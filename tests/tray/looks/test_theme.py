"""Colours that can be read, light and dark as the system or the user wants."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import QApplication

from assistant.tray.looks.fonts import CHINESE, font_for
from assistant.tray.looks.palette import DARK, LIGHT, Colours
from assistant.tray.looks.theme import Theme, colours, theme


@pytest.fixture
def dressed(app: QApplication) -> Iterator[Theme]:
    yield theme()
    theme().use("system")


def luminance(name: str) -> float:
    """Return the relative luminance as WCAG defines it."""
    colour = QColor(name)
    parts = (part / 255 for part in (colour.red(), colour.green(), colour.blue()))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_all_that_is_written_can_be_read(scheme: Colours) -> None:
    for ground in (scheme.paper, scheme.sheet):
        assert contrast(scheme.ink, ground) >= 12
        for ink in (scheme.faint, scheme.accent, scheme.good, scheme.warning, scheme.bad):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    assert contrast(scheme.on_accent, scheme.accent) >= 4.5


def test_the_user_s_choice_counts_and_changes_what_is_there(dressed: Theme, app: QApplication) -> None:
    changes = []
    dressed.changed.connect(lambda: changes.append(dressed.is_dark))
    for setting in ("dark", "light", "dark"):
        dressed.use(setting)
    assert changes == [True, False, True]
    assert colours() is DARK
    assert app.palette().window().color() == QColor(DARK.paper)
    assert DARK.accent in app.styleSheet()
    assert "$" not in app.styleSheet()


def test_there_is_one_theme(dressed: Theme) -> None:
    assert theme() is dressed


@pytest.mark.parametrize(("code", "is_chinese_first"), [("zh_CN", True), ("en", False)])
def test_chinese_letters_are_chinese(app: QApplication, code: str, is_chinese_first: bool) -> None:
    there = [family for family in CHINESE if family in QFontDatabase.families()]
    families = font_for(code).families()
    if not there:
        pytest.skip("no Chinese font is installed: apt install fonts-noto-cjk")
    assert (families[0] == there[0]) is is_chinese_first
    assert there[0] in families
