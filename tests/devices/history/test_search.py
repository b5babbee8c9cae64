"""Finding lines by words and by all else, in pages; deleting many; correcting."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import thread_time

import pytest

from assistant.devices.history import Known, SqliteHistory, Wanted
from assistant.values.action import InsertText, Outcome, Result, Window
from assistant.values.intent import Dictate
from assistant.values.transcript import Tag
from tests.fakes.recognizer import transcript
from tests.support.histories import fill


@pytest.fixture
def history(tmp_path: Path) -> Iterator[SqliteHistory]:
    history = SqliteHistory(tmp_path / "history.sqlite")
    yield history
    history.close()


def say(history: SqliteHistory, text: str, app: str = "gedit", **tags: str) -> int:
    said = replace(
        transcript(1, text),
        language=Tag(tags.get("language", "en"), 0.9),
        emotion=Tag(tags.get("emotion", "NEUTRAL"), 0.8),
        sounds=(Tag("Speech", 0.7), Tag(tags.get("sound", "BGM"), 0.4), Tag("Cry", 0.01)),
    )
    outcome = Outcome(Result(tags.get("result", "delivered")), window=Window(1, app))
    return history.add(said, Dictate(text), InsertText(text, None), outcome)


def texts(history: SqliteHistory, wanted: Wanted) -> list[str]:
    found = [each.text for each in history.page(wanted)]
    assert history.count(wanted) == len(found)
    return found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["three", "two", "one"]),
        (Wanted("on"), ["one"]),
        (Wanted(language="zh"), ["two"]),
        (Wanted(emotion="HAPPY"), ["three"]),
        (Wanted(app="xterm"), ["three", "two"]),
        (Wanted(app="xterm", language="zh"), ["two"]),
        (Wanted(result="kept"), ["one"]),
        (Wanted(sound="Laughter"), ["two"]),
        (Wanted(sound="Cry"), []),
        (Wanted("t", app="gedit"), []),
    ],
)
def test_each_filter_alone_and_together(history: SqliteHistory, wanted: Wanted, found: list[str]) -> None:
    say(history, "one", result="kept")
    say(history, "two", "xterm", language="zh", sound="Laughter")
    say(history, "three", "xterm", emotion="HAPPY")
    assert texts(history, wanted) == found


def test_by_time_to_the_millisecond(history: SqliteHistory) -> None:
    say(history, "now")
    (entry,) = history.page(Wanted())
    assert texts(history, Wanted(since=entry.at)) == ["now"]
    assert texts(history, Wanted(until=entry.at)) == []
    assert texts(
        history, Wanted(since=datetime.now(UTC) - timedelta(days=1), until=entry.at + timedelta(hours=1))
    ) == ["now"]


def test_what_there_is_to_choose_from(history: SqliteHistory) -> None:
    assert history.known() == Known()
    say(history, "one", "gedit", sound="Laughter")
    say(history, "two", "", language="zh", result="kept")
    assert history.known() == Known(
        ("en", "zh"), ("NEUTRAL",), ("BGM", "Laughter", "Speech"), ("gedit",), ("delivered", "kept")
    )


def test_pages_abut(history: SqliteHistory) -> None:
    for number in range(7):
        say(history, f"line {number}")
    first = history.page(Wanted(), limit=3)
    second = history.page(Wanted(), before=first[-1].id, limit=3)
    assert [each.text for each in (*first, *second)] == [f"line {number}" for number in (6, 5, 4, 3, 2, 1)]


def test_many_are_deleted_at_once_with_their_recordings(history: SqliteHistory, tmp_path: Path) -> None:
    numbers = [say(history, f"xylophone {number}") for number in range(5)]
    recording = tmp_path / "kept.wav"
    recording.write_bytes(b"audio")
    history.attach(numbers[0], recording)
    history.delete(*numbers[:4])
    assert texts(history, Wanted("xylophone")) == ["xylophone 4"]
    assert not recording.exists()
    history.delete(numbers[4])
    assert not any(b"xylophone" in file.read_bytes() for file in tmp_path.iterdir())


def test_a_correction_is_found_and_what_it_replaced_is_gone(history: SqliteHistory, tmp_path: Path) -> None:
    number = say(history, "good")
    history.add(
        transcript(2, "xylophone"), Dictate("x"), InsertText("xylophone", None), Outcome(Result.DELIVERED)
    )
    corrected = number + 1
    history.amend(corrected, "glockenspiel")
    assert texts(history, Wanted("glocken")) == ["glockenspiel"]
    assert texts(history, Wanted("xylo")) == ["glockenspiel"], "what was heard stays as it was heard"


def test_a_file_of_the_version_before_learns_of_corrections(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    history = SqliteHistory(path)
    number = say(history, "old words")
    history.close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("DROP TRIGGER entry_changed")
        database.execute("PRAGMA user_version = 2")
    history.amend(number, "newer words")
    assert texts(history, Wanted("newer")) == ["newer words"]
    history.close()


def test_it_stays_fast_at_20_000_lines(tmp_path: Path) -> None:
    history = SqliteHistory(tmp_path / "history.sqlite")
    fill(history, tmp_path / "history.sqlite", 20_000)
    took = {}
    for name, wanted in {
        "all": Wanted(),
        "word": Wanted("meeting 1999"),
        "short": Wanted("天气"),
        "filtered": Wanted(language="zh", app="xterm", sound="BGM"),
    }.items():
        begun = thread_time()
        assert history.page(wanted)
        history.count(wanted)
        took[name] = thread_time() - begun
    print(took)
    assert max(took.values()) < 1.0, took  # of the processor, whoever else wants it; tens of milliseconds
    history.close()
