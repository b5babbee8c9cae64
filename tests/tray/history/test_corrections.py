"""Texts corrected in the history window."""

from pytestqt.qtbot import QtBot

from assistant.devices import places
from assistant.tray.history.lines import PAGE
from tests.tray.history.conftest import COUNT, PATIENCE, Setup


def test_a_correction_is_written_and_remembered(setup: Setup, qtbot: QtBot) -> None:
    setup.choose(2)
    detail = setup.window.detail
    assert not detail.mending.isVisible()
    number = setup.window.lines.entries()[2].id
    detail.text.setPlainText("The tram leaves at nine, platform 19997.")
    assert detail.mending.isVisible()
    detail.remember.setChecked(True)
    detail.save.click()
    qtbot.waitUntil(lambda: "remembered" in setup.window.told.text(), timeout=PATIENCE)
    entry = setup.window.history.entry(number)
    assert entry is not None
    assert entry.text.startswith("The tram")
    words = (places.places().config / "replacements.txt").read_text(encoding="utf-8")
    assert "train => tram" in words


def test_what_was_done_can_be_read_after_the_lines_have_come_again(setup: Setup, qtbot: QtBot) -> None:
    setup.choose(2)
    setup.window.detail.text.setPlainText("Another text.")
    setup.window.detail.save.click()
    qtbot.waitUntil(lambda: setup.shown()[2] == "Another text.", timeout=PATIENCE)
    assert setup.window.told.text() == "Corrected."
    assert setup.window.counted.text() == f"{COUNT} texts"
    setup.window.sieve.words.setText("Another text")
    qtbot.waitUntil(lambda: not setup.window.told.text(), timeout=PATIENCE)


def test_a_correction_far_down_outlives_what_is_dictated_meanwhile(setup: Setup, qtbot: QtBot) -> None:
    lines = setup.window.lines
    while len(setup.shown()) < PAGE + 1:
        setup.window.list.scrollToBottom()
        qtbot.wait(10)
    setup.choose(PAGE)
    setup.window.detail.text.setPlainText("Half a correc")
    first = setup.shown()[0]
    setup.window.history.delete(lines.entries()[0].id)
    lines.refresh()
    qtbot.waitUntil(lambda: setup.shown()[0] != first, timeout=PATIENCE)
    assert len(setup.shown()) > PAGE, "as far as it was read"
    assert setup.window.detail.text.toPlainText() == "Half a correc"
    setup.window.sieve.words.setText("open the window")
    qtbot.waitUntil(lambda: setup.count() == COUNT // 5, timeout=PATIENCE)
    assert setup.window.detail.text.toPlainText() == "Half a correc", "though its line is out of sight"
