"""What every history does, the SQLite file and the one that stands in for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.devices.history import SqliteHistory
from assistant.engine.ports import History
from assistant.values.action import Action, DoNothing, InsertText, KeepText, Outcome, Result
from assistant.values.intent import Dictate, Intent, Nothing, Why
from tests.fakes.history import RecordingHistory
from tests.fakes.recognizer import transcript


@pytest.fixture(params=["memory", "sqlite"])
def history(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[History]:
    if request.param == "memory":
        yield RecordingHistory()
        return
    sqlite = SqliteHistory(tmp_path / "history.sqlite")
    yield sqlite
    sqlite.close()


@dataclass(frozen=True)
class Line:
    intent: Intent
    action: Action
    result: Result


def add(history: History, text: str, line: Line) -> None:
    history.add(transcript(1, text), line.intent, line.action, Outcome(line.result))


def insert(text: str, result: Result) -> Line:
    return Line(Dictate(text), InsertText(text, None), result)


def test_nothing_is_kept_at_first(history: History) -> None:
    assert history.last_kept() is None


@pytest.mark.parametrize("result", [Result.DELIVERED, Result.UNCONFIRMED])
def test_what_was_delivered_is_not_kept(history: History, result: Result) -> None:
    add(history, "one", insert("one", result))
    assert history.last_kept() is None


@pytest.mark.parametrize("result", [Result.WRONG_WINDOW, Result.FAILED, Result.ON_CLIPBOARD])
def test_what_was_not_delivered_is_kept(history: History, result: Result) -> None:
    add(history, "one", insert("One.", result))
    assert history.last_kept() == "One."


def test_the_newest_kept_text_wins_over_what_was_delivered_since(history: History) -> None:
    unsure = Line(Nothing(Why.UNSURE, "old"), KeepText("old", "unsure"), Result.KEPT)
    add(history, "old", unsure)
    add(history, "你好", Line(Nothing(Why.UNSURE, "你好"), KeepText("你好", "unsure"), Result.KEPT))
    add(history, "typed", insert("typed", Result.DELIVERED))
    assert history.last_kept() == "你好"


def test_a_discard_keeps_its_words_but_a_cancel_does_not(history: History) -> None:
    add(history, "murmur", Line(Nothing(Why.NO_SPEECH, "murmur"), DoNothing("no speech"), Result.NOTHING))
    add(history, "no", Line(Nothing(Why.CANCELLED, "no"), DoNothing("cancelled"), Result.NOTHING))
    add(history, "", Line(Nothing(Why.NO_WORDS), DoNothing("no words"), Result.NOTHING))
    assert history.last_kept() == "murmur"
