"""The history file: what it remembers, who can read it, what it survives."""

import logging
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.devices.history import SqliteHistory
from assistant.devices.history.retention import EVERY, Retention
from assistant.values.action import InsertText, KeepText, Outcome, Result, Window
from assistant.values.intent import Dictate, Nothing, Why
from assistant.values.transcript import Tag, Timings, Transcript
from tests.fakes.recognizer import transcript


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.sqlite"


@pytest.fixture
def history(path: Path) -> Iterator[SqliteHistory]:
    history = SqliteHistory(path)
    yield history
    history.close()


def dictate(history: SqliteHistory, text: str, result: Result = Result.DELIVERED) -> None:
    history.add(transcript(1, text), Dictate(text), InsertText(text, None), Outcome(result))


def test_it_remembers_everything(history: SqliteHistory) -> None:
    sounds = (Tag("Speech", 0.75), Tag("BGM", 0.125))
    said = Transcript(
        3,
        0,
        16_000,
        "call bob",
        Tag("en", 0.5),
        Tag("HAPPY", 0.25),
        sounds,
        model="nano",
        is_demo=True,
        timings=Timings(1.0, 0.5, 0.25, 0.125),
    )
    window = Window(7, "gedit", "secret title")
    outcome = Outcome(Result.KEPT, "not sure", "clipboard", 0.5, window)
    history.add(said, Nothing(Why.UNSURE, "call bob"), KeepText("Call Bob.", "unsure"), outcome)
    (entry,) = history.entries()
    assert (entry.text, entry.raw) == ("Call Bob.", "call bob")
    assert (entry.language, entry.emotion, entry.sounds) == (said.language, said.emotion, sounds)
    assert (entry.app, entry.intent, entry.why) == ("gedit", "nothing", "unsure")
    assert (entry.result, entry.method, entry.seconds) == (Result.KEPT, "clipboard", 0.5)
    assert (entry.model, entry.is_demo, entry.timings) == ("nano", True, said.timings)
    assert entry.at.tzinfo is not None
    assert "Bob" not in repr(entry)
    assert "bob" not in repr(entry)


def test_it_outlives_the_run(history: SqliteHistory, path: Path) -> None:
    dictate(history, "first", Result.FAILED)
    history.close()
    again = SqliteHistory(path)
    assert again.last_kept() == "first"
    again.close()


def test_newest_first_and_no_more_than_asked(history: SqliteHistory) -> None:
    for number in range(5):
        dictate(history, f"line {number}")
    assert [entry.text for entry in history.entries(limit=2)] == ["line 4", "line 3"]


@pytest.mark.parametrize(
    ("search", "found"),
    [("HELLO", ["Hello world"]), ("今天", ["今天天气"]), ("100%", ["100% sure"]), ("_", []), ("\\", [])],
)
def test_search_finds_what_is_there_and_no_pattern(
    history: SqliteHistory, search: str, found: list[str]
) -> None:
    for text in ("Hello world", "今天天气", "100% sure", "100 sure"):
        dictate(history, text)
    assert [entry.text for entry in history.entries(search=search)] == found


def test_clear_leaves_no_word_on_the_disk(history: SqliteHistory, path: Path) -> None:
    for number in range(50):
        dictate(history, f"xylophone {number} " * 20)
    assert any(b"xylophone" in file.read_bytes() for file in path.parent.iterdir())
    history.clear()
    assert history.entries() == ()
    assert not any(b"xylophone" in file.read_bytes() for file in path.parent.iterdir())


def test_a_deleted_entry_leaves_no_word_on_the_disk(history: SqliteHistory, path: Path) -> None:
    for text in ("first", "xylophone", "last"):
        dictate(history, text)
    history.delete(next(entry.id for entry in history.entries(search="xylophone")))
    assert [entry.text for entry in history.entries()] == ["last", "first"]
    assert not any(b"xylophone" in file.read_bytes() for file in path.parent.iterdir())


def test_nobody_else_can_read_it(history: SqliteHistory, path: Path) -> None:
    dictate(history, "private")
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert set(modes) == {"history.sqlite", "history.sqlite-wal", "history.sqlite-shm"}
    assert set(modes.values()) == {0o600}


def test_threads_take_turns(history: SqliteHistory) -> None:
    threads = [threading.Thread(target=dictate, args=(history, f"{number}")) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {entry.text for entry in history.entries()} == {f"{number}" for number in range(8)}


def test_nothing_is_opened_before_it_is_needed(history: SqliteHistory, path: Path) -> None:
    assert not path.exists()


def test_two_assistants_share_one_file(history: SqliteHistory, path: Path) -> None:
    other = SqliteHistory(path)
    dictate(history, "from here")
    dictate(other, "from there")
    assert len(history.entries()) == 2
    other.close()


def test_a_damaged_file_is_put_aside_and_a_new_one_begun(history: SqliteHistory, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is not a database, and never was" * 100)
    dictate(history, "afresh")
    assert [entry.text for entry in history.entries()] == ["afresh"]
    assert path.with_name("history.sqlite.damaged").read_bytes().startswith(b"this is not")


def test_a_newer_file_is_refused_and_left_alone(history: SqliteHistory, path: Path) -> None:
    dictate(history, "old")
    history.close()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    before = path.read_bytes()
    with pytest.raises(OSError, match="newer assistant"):
        dictate(history, "new")
    assert path.read_bytes() == before


def test_a_database_that_fails_is_an_os_error_without_words(history: SqliteHistory, path: Path) -> None:
    path.mkdir(parents=True)  # a folder stands where the file should be
    with pytest.raises(OSError, match=r"history\.sqlite|directory") as caught:
        dictate(history, "confidential")
    assert "confidential" not in str(caught.value)


def test_a_broken_table_is_an_os_error_and_the_next_use_opens_anew(
    history: SqliteHistory, path: Path
) -> None:
    dictate(history, "one")
    with sqlite3.connect(path) as database:
        database.execute("ALTER TABLE entry RENAME TO elsewhere")
    with pytest.raises(OSError, match="no such table"):
        dictate(history, "confidential")
    with database:
        database.execute("ALTER TABLE elsewhere RENAME TO entry")
    database.close()
    dictate(history, "two")
    assert len(history.entries()) == 2


def test_a_file_of_the_first_version_is_brought_up_to_date_and_searched(
    history: SqliteHistory, path: Path
) -> None:
    dictate(history, "as it was: 今天天气很好")
    history.close()
    _back_to_the_first_version(path)
    assert [entry.text for entry in history.entries(search="天气很")] == ["as it was: 今天天气很好"]
    assert history.entries()[0].audio is None
    dictate(history, "and on")
    assert len(history.entries()) == 2


def _back_to_the_first_version(path: Path) -> None:
    database = sqlite3.connect(path)
    for statement in (
        "DROP TRIGGER entry_added",
        "DROP TRIGGER entry_deleted",
        "DROP TRIGGER entry_changed",
        "DROP TABLE entry_text",
        "DROP INDEX entry_at",
        "ALTER TABLE entry DROP COLUMN audio",
        "PRAGMA user_version = 1",
    ):
        database.execute(statement)
    database.commit()
    database.close()


def test_a_step_that_fails_changes_nothing(history: SqliteHistory, path: Path) -> None:
    dictate(history, "kept")
    history.close()
    _back_to_the_first_version(path)
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE entry_text (in_the_way TEXT)")
    database.close()
    with pytest.raises(OSError, match="entry_text"):
        history.entries()
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (1,)
        assert "audio" not in [row[1] for row in database.execute("PRAGMA table_info(entry)")]
    database.close()


def test_old_lines_go_with_their_recordings(path: Path, tmp_path: Path) -> None:
    recording = tmp_path / "old.wav"
    recording.write_bytes(b"RIFF")
    with closing(SqliteHistory(path, Retention(days=30))) as history:
        for text in ("old", "young"):
            dictate(history, text)
        history.attach(1, recording)
    age(path, 1, days=31)
    age(path, 2, days=29)
    with closing(SqliteHistory(path, Retention(days=30))) as history:
        dictate(history, "new")
        assert [entry.text for entry in history.entries()] == ["new", "young"]
    assert not recording.exists()


def age(path: Path, number: int, *, days: int) -> None:
    """Let a line be as old as this."""
    then = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="milliseconds")
    with sqlite3.connect(path) as database:
        database.execute("UPDATE entry SET at = ? WHERE id = ?", (then, number))
    database.close()


def test_the_file_stays_within_its_size_and_the_newest_stay(path: Path) -> None:
    limit = 300_000
    with closing(SqliteHistory(path, Retention(bytes=limit))) as history:
        for number in range(EVERY * 6 + 1):
            dictate(history, f"{number} " + "many words " * 60)
        newest = history.entries(limit=1)[0].text
    assert newest.startswith(f"{EVERY * 6} ")
    assert path.stat().st_size <= limit
    with closing(SqliteHistory(path)) as history:
        assert 50 < len(history.entries(limit=1000)) < EVERY * 6


def test_what_is_taken_back_is_noted(history: SqliteHistory) -> None:
    number = history.add(transcript(1, "x"), Dictate("x"), InsertText("x", None), Outcome(Result.FAILED))
    history.settle(number, Result.TAKEN_BACK)
    assert history.entry(number) == history.entries()[0]
    assert history.entries()[0].result is Result.TAKEN_BACK
    assert history.last_kept() is None
    assert history.entry(99) is None


def test_search_takes_any_text_for_words(history: SqliteHistory) -> None:
    dictate(history, 'he said "hello" AND left; 50% off_ \\ 今天')
    for words in ('"hello"', "AND", "50% off_", "\\", "今", "今天", 'said "hello', "LEFT;"):
        assert len(history.entries(search=words)) == 1, words
    for words in ("hello_", "NOT he", "51%", "明天", "left NEAR", "entry_text:hello"):
        assert history.entries(search=words) == (), words


def test_no_word_is_logged(history: SqliteHistory, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    dictate(history, "confidential")
    assert "confidential" not in caplog.text
