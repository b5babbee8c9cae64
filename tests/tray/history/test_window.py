"""The history window over a real file of 20,000 lines."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Thread, current_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assistant.devices import places
from assistant.devices.history import SqliteHistory, Wanted
from assistant.devices.journal import DiskJournal
from assistant.tray.history.lines import ENTRY
from assistant.tray.history.recovered import RecoveredRecordings
from assistant.values.action import InsertText, Outcome, Result
from assistant.values.audio import Trigger, Utterance
from assistant.values.control import Deliver
from assistant.values.event import ActionPerformed
from tests.fakes.rooms import loud
from tests.support.histories import fill
from tests.tray.history.conftest import COUNT, PATIENCE, Setup

RECORDING = "music.flac"


def test_days_stand_above_their_lines_and_pages_come_as_it_is_scrolled(
    setup: Setup, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines, page, readers = setup.window.lines, setup.window.history.page, set[Thread]()

    def watched(wanted: Wanted, *, before: int | None = None, limit: int = 200) -> object:
        readers.add(current_thread())
        return page(wanted, before=before, limit=limit)

    monkeypatch.setattr(setup.window.history, "page", watched)
    assert lines.index(0).data(ENTRY) is None
    assert lines.flags(lines.index(0)) == Qt.ItemFlag.NoItemFlags
    assert 200 <= lines.rowCount() < 220
    for _ in range(20):
        before = lines.rowCount()
        setup.window.list.scrollToBottom()
        qtbot.waitUntil(lambda before=before: lines.rowCount() > before, timeout=PATIENCE)  # type: ignore[misc]  # mypy can't infer a default
    assert len(setup.shown()) >= 4000
    assert setup.shown()[0].endswith("19999 份文件。")
    assert [each.id for each in lines.entries()] == sorted(
        (each.id for each in lines.entries()), reverse=True
    )
    assert readers, "pages were read"
    assert current_thread() not in readers, "the window does not wait for the disk"


def test_it_searches_as_it_is_typed(setup: Setup, qtbot: QtBot) -> None:
    QTest.keyClicks(setup.window.sieve.words, "meeting 1995")
    qtbot.waitUntil(lambda: setup.count() == 4, timeout=PATIENCE)
    assert [text.split()[6] for text in setup.shown()] == ["19955", "19950", "11995", "1995"]
    setup.window.sieve.words.setText("天气")
    qtbot.waitUntil(lambda: setup.count() == COUNT // 5, timeout=PATIENCE)
    setup.window.sieve.clear.click()
    qtbot.waitUntil(lambda: setup.count() == COUNT, timeout=PATIENCE)


def test_filters_hold_together(setup: Setup, qtbot: QtBot) -> None:
    sieve = setup.window.sieve
    qtbot.waitUntil(lambda: sieve.app.count() > 1, timeout=PATIENCE)
    assert sieve.language.findText("Mandarin") > 0
    for box, data in ((sieve.language, "zh"), (sieve.result, "wrong_window")):
        box.setCurrentIndex(box.findData(data))
        box.activated.emit(box.currentIndex())
    expected = setup.window.history.count(Wanted(language="zh", result="wrong_window"))
    qtbot.waitUntil(lambda: setup.count() == expected, timeout=PATIENCE)
    assert 0 < expected < COUNT // 5
    assert {each.language.name for each in setup.window.lines.entries()} == {"zh"}
    sieve.time.setCurrentIndex(1)
    sieve.time.activated.emit(1)
    today = setup.window.history.count(sieve.wanted())
    qtbot.waitUntil(lambda: setup.count() == today, timeout=PATIENCE)
    assert today < expected


def test_the_detail_tells_all_and_copies(setup: Setup) -> None:
    setup.choose(0)
    facts = setup.window.detail.facts.text()
    assert "Mandarin 97%" in facts
    assert "model 160" in facts
    assert not setup.window.detail.redo.isEnabled(), "its recording is not kept"
    setup.choose(1, 2)
    setup.window.detail.copy.click()
    newest, older = setup.shown()[1], setup.shown()[2]
    assert QGuiApplication.clipboard().text() == f"{older}\n{newest}"


def test_what_is_deleted_can_be_had_back(setup: Setup, qtbot: QtBot) -> None:
    before = setup.shown()[:3]
    setup.choose(0, 1)
    setup.window.detail.delete.click()
    assert setup.shown()[0] == before[2]
    assert setup.window.undo_bar.isVisible()
    setup.window.undo_bar.undo.click()
    qtbot.waitUntil(lambda: setup.shown()[:3] == before, timeout=PATIENCE)
    assert setup.window.history.count(Wanted()) == COUNT


def test_what_is_deleted_is_gone_when_the_time_is_over(setup: Setup, qtbot: QtBot) -> None:
    numbers = [each.id for each in setup.window.lines.entries()[:2]]
    setup.choose(0, 1)
    setup.window._delete()
    setup.window.undo_bar._left = 1
    setup.window.undo_bar._count()
    qtbot.waitUntil(lambda: setup.window.history.entry(numbers[0]) is None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: setup.count() == COUNT - 2, timeout=PATIENCE)
    assert setup.window.history.entry(numbers[1]) is None


def test_closing_the_window_deletes_what_was_to_be_deleted(setup: Setup, qtbot: QtBot) -> None:
    setup.window.sieve.words.setText("open the window")
    qtbot.waitUntil(lambda: setup.count() == COUNT // 5, timeout=PATIENCE)
    setup.window.delete_all.click()
    qtbot.waitUntil(lambda: len(setup.window.undo_bar.numbers) == COUNT // 5, timeout=PATIENCE)
    setup.window.close()
    other = SqliteHistory(places.places().history_file)
    qtbot.waitUntil(lambda: other.count(Wanted()) == COUNT * 4 // 5, timeout=60_000)
    other.close()


def test_typed_again_goes_to_the_window_before(setup: Setup, qtbot: QtBot) -> None:
    setup.choose(3)
    setup.window.detail.again.click()
    assert not setup.window.isVisible(), "it makes way"
    qtbot.waitUntil(lambda: bool(setup.posted), timeout=PATIENCE)
    assert setup.posted == [Deliver(setup.shown()[3])]


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("talk.txt", lambda text: text.count("\n") == COUNT // 5 and "天气" in text),
        ("talk.json", lambda text: len(json.loads(text)) == COUNT // 5),
        ("talk.csv", lambda text: text.startswith("id,at,text")),
    ],
)
def test_what_is_found_is_exported(
    setup: Setup, qtbot: QtBot, tmp_path: Path, name: str, holds: Callable[[str], bool]
) -> None:
    setup.window.export_to(tmp_path / name, Wanted("天气"))
    qtbot.waitUntil(lambda: name in setup.window.told.text(), timeout=PATIENCE)
    assert holds((tmp_path / name).read_text(encoding="utf-8"))
    assert (tmp_path / name).stat().st_mode & 0o077 == 0


def test_a_recording_is_drawn_and_read_again(setup: Setup, qtbot: QtBot, tmp_path: Path) -> None:
    copy = Path(shutil.copy(places.resources() / "recordings" / RECORDING, tmp_path))
    entry = setup.window.lines.entries()[0]
    setup.window.history.attach(entry.id, copy)
    setup.window.lines.refresh()
    qtbot.waitUntil(lambda: setup.window.lines.entries()[0].audio == copy, timeout=PATIENCE)
    setup.choose(0)
    detail = setup.window.detail
    qtbot.waitUntil(lambda: bool(detail.sound.picture._peaks), timeout=PATIENCE)
    assert max(detail.sound.picture._peaks) > 0.05
    detail.redo.click()
    qtbot.waitUntil(lambda: setup.count() == COUNT + 1, timeout=60_000)
    qtbot.waitUntil(lambda: detail.text.toPlainText() == setup.shown()[0], timeout=PATIENCE)
    assert detail.entry is not None
    assert detail.entry.why == f"redo of {entry.id}"
    assert detail.entry.model


def test_new_lines_come_by_themselves(setup: Setup, qtbot: QtBot) -> None:
    other = SqliteHistory(places.places().history_file)
    fill(other, places.places().history_file, 1)
    other.close()
    setup.desk.bridge.happened.emit(ActionPerformed(1, InsertText("x", None), Outcome(Result.DELIVERED)))
    qtbot.waitUntil(lambda: setup.count() == COUNT + 1, timeout=PATIENCE)


def test_recovered_recordings_are_listed_read_and_discarded(setup: Setup, qtbot: QtBot) -> None:
    from assistant.devices.audio_file import AudioFile

    samples = AudioFile.read(places.resources() / "recordings" / RECORDING)
    for number, audio in enumerate((samples, loud(0.3))):
        journal = DiskJournal(places.places().journal)
        journal.complete(Utterance(number + 1, 0, audio, Trigger.PUSH_TO_TALK))
        journal.close()
    setup.window._refresh()
    qtbot.waitUntil(setup.window.recovered.isVisible, timeout=PATIENCE)
    assert setup.window.recovered.text().startswith("2 recordings")
    setup.window.recovered.click()
    (dialog,) = setup.window.findChildren(RecoveredRecordings)
    qtbot.waitUntil(lambda: dialog.list.count() == 2, timeout=PATIENCE)
    lengths = [dialog.list.item(row).text() for row in range(2)]
    dialog.list.setCurrentRow(next(row for row in range(2) if "0.3 s" not in lengths[row]))
    dialog.read.click()
    qtbot.waitUntil(lambda: bool(dialog.text.toPlainText()), timeout=60_000)
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
    dialog.list.selectAll()
    dialog.discard.click()
    qtbot.waitUntil(lambda: "Nothing was left" in dialog.told.text(), timeout=PATIENCE)
    assert not list(places.places().journal.glob("*.wav"))
    dialog.close()
