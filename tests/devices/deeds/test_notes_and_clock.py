from datetime import datetime
from pathlib import Path

from assistant.devices.deeds.clock import Clock
from assistant.devices.deeds.notes import NoteKeeper
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import Builtin, Slot, TypeText

NOON = datetime(2031, 3, 4, 12, 5)  # noqa: DTZ001 - local time is what a clock on the wall shows


def note(text: str) -> Builtin:
    return Builtin("note.add", (Slot("note", text, is_free=True),))


def test_notes_are_lines_of_a_plain_file(tmp_path: Path) -> None:
    file = tmp_path / "data" / "notes.txt"
    keeper = NoteKeeper(file, lambda: NOON)
    assert keeper.execute(Builtin("note.open"), None).result is Result.FAILED, "there are none yet"
    keeper.execute(note("buy milk,  eggs\nand bread"), None)
    keeper.execute(note("写信"), None)
    assert file.read_text() == "2031-03-04 12:05  buy milk, eggs and bread\n2031-03-04 12:05  写信\n"
    assert keeper.execute(Builtin("note.remove"), None).result is Result.DONE
    assert file.read_text() == "2031-03-04 12:05  buy milk, eggs and bread\n"


def test_a_note_is_only_removed_where_it_still_stands_last(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    keeper = NoteKeeper(file, lambda: NOON)
    keeper.execute(note("one"), None)
    file.write_text(file.read_text() + "written by hand\n")
    before = file.read_text()
    assert keeper.execute(Builtin("note.remove"), None).result is Result.FAILED
    assert file.read_text() == before


def test_a_note_that_can_t_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    outcome = NoteKeeper(tmp_path / "data" / "notes.txt").execute(note("one"), None)
    assert outcome.result is Result.FAILED


class Writer:
    """Writes into a list."""

    def __init__(self, shown: list[str]) -> None:
        self.shown = shown

    def execute(self, deed: TypeText, window: Window | None) -> Outcome:
        self.shown.append(deed.text)
        return Outcome(Result.DELIVERED, window=window)


def test_the_clock_answers_and_writes() -> None:
    shown: list[str] = []
    clock = Clock(Writer(shown), lambda: NOON)
    assert clock.execute(Builtin("clock.time"), None).message == "It is 12:05."
    assert clock.execute(Builtin("clock.date"), None).message == "Today is Tuesday, 2031-03-04."
    assert clock.execute(Builtin("clock.date", language="zh"), None).message == "今天是 2031-03-04，星期二。"
    for name in ("text.time", "text.date"):
        assert clock.execute(Builtin(name), None).result is Result.DELIVERED
    assert shown == ["12:05", "2031-03-04"]
