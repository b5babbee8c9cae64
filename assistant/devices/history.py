"""What was said and what became of it, in one SQLite file that nobody else can read."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from assistant.devices.places import private_folder
from assistant.values.action import Action, DoNothing, Outcome, Result
from assistant.values.intent import Intent, Nothing, Why
from assistant.values.transcript import Tag, Timings, Transcript

VERSION = 1
_PATIENCE = 5.0
"""Seconds to wait for another process that is writing."""

_SCHEMA = f"""
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,                 -- UTC, ISO 8601
    text TEXT NOT NULL,               -- as it was delivered or kept
    raw TEXT NOT NULL,                -- as the recogniser wrote it
    language TEXT NOT NULL, language_probability REAL NOT NULL,
    emotion TEXT NOT NULL, emotion_probability REAL NOT NULL,
    sounds TEXT NOT NULL,             -- JSON: [[name, probability], ...]
    app TEXT NOT NULL,
    intent TEXT NOT NULL,             -- dictate, command, ask, nothing
    why TEXT NOT NULL,                -- why it came to nothing, or was kept
    result TEXT NOT NULL, method TEXT NOT NULL, seconds REAL NOT NULL,
    model TEXT NOT NULL, is_demo INTEGER NOT NULL,
    timings TEXT NOT NULL             -- JSON: seconds by stage
);
PRAGMA user_version = {VERSION};
"""
_COLUMNS = """at text raw language language_probability emotion emotion_probability sounds app intent why
result method seconds model is_demo timings""".split()
_PLACES = ", ".join("?" * len(_COLUMNS))
_INSERT = f"INSERT INTO entry ({', '.join(_COLUMNS)}) VALUES ({_PLACES})"  # noqa: S608 -- the columns are ours
_DELIVERED = (Result.DELIVERED.value, Result.UNCONFIRMED.value)


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line of history."""

    id: int
    at: datetime
    text: str = field(repr=False)
    raw: str = field(repr=False)
    language: Tag
    emotion: Tag
    sounds: tuple[Tag, ...]
    app: str
    intent: str
    why: str
    result: Result
    method: str
    seconds: float
    model: str
    is_demo: bool
    timings: Timings


class SqliteHistory:
    """Writes history from whichever thread, one at a time; the file is opened when it is first needed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None

    def add(self, transcript: Transcript, intent: Intent, action: Action, outcome: Outcome) -> None:
        """Write one line of history. Raises OSError."""
        with self._database() as database:
            database.execute(_INSERT, _row(transcript, intent, action, outcome))

    def last_kept(self) -> str | None:
        """Return the newest text that was kept back or not delivered; what was cancelled is neither.

        Raises OSError.
        """
        query = """SELECT text FROM entry WHERE text <> '' AND result NOT IN (?, ?) AND why <> ?
                   ORDER BY id DESC LIMIT 1"""
        with self._database() as database:
            row = database.execute(query, (*_DELIVERED, Why.CANCELLED.value)).fetchone()
        return None if row is None else str(row[0])

    def entries(self, limit: int = 100, search: str = "") -> tuple[HistoryEntry, ...]:
        """Return the newest entries whose text holds `search`, newest first. Raises OSError."""
        pattern = "%" + "".join(f"\\{char}" if char in "\\%_" else char for char in search) + "%"
        query = f"""SELECT id, {", ".join(_COLUMNS)} FROM entry
                    WHERE text LIKE :it ESCAPE '\\' OR raw LIKE :it ESCAPE '\\'
                    ORDER BY id DESC LIMIT :limit"""  # noqa: S608 -- the columns are ours
        with self._database() as database:
            rows = database.execute(query, {"it": pattern, "limit": limit}).fetchall()
        return tuple(_entry(row) for row in rows)

    def delete(self, number: int) -> None:
        """Forget the entry with this id, on the disk too. Raises OSError."""
        with self._database() as database:
            database.execute("DELETE FROM entry WHERE id = ?", (number,))
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def clear(self) -> None:
        """Forget everything, on the disk too. Raises OSError."""
        with self._database() as database:
            database.execute("DELETE FROM entry")
            database.execute("VACUUM")
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            self._let_go()

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextmanager
    def _database(self) -> Iterator[sqlite3.Connection]:
        """Hold the database, each statement its own transaction; SQLite's errors become OSError."""
        with self._lock:
            try:
                if self._connection is None:
                    self._connection = _open(self._path)
                yield self._connection
            except sqlite3.Error as error:
                self._let_go()
                # SQLite's sentences name tables and files, never values.
                raise OSError(f"history {self._path.name}: {error}") from error


def _open(path: Path) -> sqlite3.Connection:
    """Open or make the file; one that is damaged is put aside. Raises OSError, sqlite3.Error."""
    private_folder(path.parent)
    try:
        return _connect(path)
    except sqlite3.OperationalError:  # locked, full, not to be opened: not the fault of the file
        raise
    except sqlite3.DatabaseError:
        path.replace(path.with_name(f"{path.name}.damaged"))
        for side in ("-wal", "-shm"):
            path.with_name(path.name + side).unlink(missing_ok=True)
        return _connect(path)


def _connect(path: Path) -> sqlite3.Connection:
    # Made by us, so that it is private from its first moment; the files beside it get its mode.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    with ExitStack() as on_error:
        on_error.callback(connection.close)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        _bring_up_to_date(connection)
        on_error.pop_all()
    return connection


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    with closing(connection.cursor()) as cursor:
        cursor.execute("BEGIN IMMEDIATE")
        (version,) = cursor.execute("PRAGMA user_version").fetchone()
        if version == 0:
            for statement in _SCHEMA.split(";"):
                cursor.execute(statement)
        cursor.execute("COMMIT")
    if version > VERSION:
        raise OSError(f"the history was written by a newer assistant (schema {version}); update this one")


def _row(
    transcript: Transcript, intent: Intent, action: Action, outcome: Outcome
) -> tuple[str | float | bool, ...]:
    why = intent.why.value if isinstance(intent, Nothing) else getattr(action, "why", "")
    kept = intent.text if isinstance(intent, Nothing) else transcript.text
    window = outcome.window or getattr(action, "window", None)
    return (
        datetime.now(UTC).isoformat(timespec="milliseconds"),
        kept if isinstance(action, DoNothing) else action.text,
        transcript.text,
        transcript.language.name,
        transcript.language.probability,
        transcript.emotion.name,
        transcript.emotion.probability,
        json.dumps([[tag.name, tag.probability] for tag in transcript.sounds]),
        window.app if window else "",
        type(intent).__name__.lower(),
        str(why),
        outcome.result.value,
        outcome.method,
        outcome.seconds,
        transcript.model,
        transcript.is_demo,
        json.dumps(asdict(transcript.timings)),
    )


def _entry(row: sqlite3.Row) -> HistoryEntry:
    number, at, text, raw, language, sure, emotion, moved, sounds, app, intent, why, *rest = row
    result, method, seconds, model, is_demo, timings = rest
    return HistoryEntry(
        id=number,
        at=datetime.fromisoformat(at),
        text=text,
        raw=raw,
        language=Tag(language, sure),
        emotion=Tag(emotion, moved),
        sounds=tuple(Tag(name, probability) for name, probability in json.loads(sounds)),
        app=app,
        intent=intent,
        why=why,
        result=Result(result),
        method=method,
        seconds=seconds,
        model=model,
        is_demo=bool(is_demo),
        timings=Timings(**json.loads(timings)),
    )
