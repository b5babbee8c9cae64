"""The history: full, searched, empty, with a recording, with something deleted, and what was recovered."""

import shutil
from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from assistant.devices import places
from assistant.devices.history import Wanted
from assistant.tray.desk import Desk
from assistant.tray.history.recovered import RecoveredRecordings
from assistant.tray.history.window import HistoryWindow
from tests.support.histories import fill


def _window(desk: Desk, count: int = 300) -> HistoryWindow:
    """Return the window over a history of its own."""
    here = places.places()
    here.history_file.unlink(missing_ok=True)
    for side in ("-wal", "-shm"):
        here.history_file.with_name(here.history_file.name + side).unlink(missing_ok=True)
    window = HistoryWindow(desk)
    if count:
        fill(window.history, here.history_file, count)
    window.lines.refresh()
    _until(lambda: len(window.lines.entries()) == min(count, 200))
    window._looking.run(window.history.known, window._offer)
    _until(lambda: not count or window.sieve.language.count() == 3)
    return window


def _until(is_so: Callable[[], bool]) -> None:
    for _ in range(200):
        if is_so():
            return
        QTest.qWait(20)


def full(desk: Desk) -> HistoryWindow:
    window = _window(desk)
    row = window.lines.row_of(window.lines.entries()[2].id)
    window._choose_row(row or 1)
    return window


def with_recording(desk: Desk) -> HistoryWindow:
    window = _window(desk)
    entry = window.lines.entries()[0]
    copy = places.places().state / "kept.flac"
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(places.resources() / "recordings" / "weather.flac", copy)
    window.history.attach(entry.id, copy)
    window.lines.refresh()
    _until(lambda: window.lines.entries()[0].audio is not None)
    window._choose_row(1)
    _until(lambda: bool(window.detail.sound.picture._peaks))
    window.detail.sound.picture.show_position(0.4)
    window.detail.text.setPlainText("明天下午开会，记得带上第 3 份文件。")
    return window


def searched(desk: Desk) -> HistoryWindow:
    window = _window(desk)
    window.sieve.words.setText("天气")
    window.sieve.language.setCurrentIndex(max(0, window.sieve.language.findData("zh")))
    window.lines.look_for(Wanted("天气", language="zh"))
    _until(lambda: window.lines.total == 60)
    window.undo_bar.take(tuple(each.id for each in window.lines.entries()[:3]))
    return window


def empty(desk: Desk) -> HistoryWindow:
    window = _window(desk, 0)
    _until(lambda: bool(window.counted.text()))
    return window


def recovered(desk: Desk) -> QWidget:
    from assistant.devices.journal import DiskJournal
    from assistant.values.audio import Trigger, Utterance
    from tests.fakes.rooms import loud

    folder = places.places().journal
    shutil.rmtree(folder, ignore_errors=True)
    for number, seconds in enumerate((2.5, 6.0)):
        journal = DiskJournal(folder)
        journal.complete(Utterance(number + 1, 0, loud(seconds), Trigger.PUSH_TO_TALK))
        journal.close()
    dialog = RecoveredRecordings(desk.settings_file.read)
    _until(lambda: dialog.list.count() == 2)
    dialog._show("Please send the notes to everybody.")
    _until(lambda: bool(dialog.sound.picture._peaks))
    return dialog


SCENES: dict[str, Callable[[Desk], QWidget]] = {
    "history": full,
    "history-recording": with_recording,
    "history-searched": searched,
    "history-empty": empty,
    "recovered": recovered,
}
