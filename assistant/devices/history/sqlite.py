"""The history: lines are added by the hands, and read, exported and forgotten by whoever shows them."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from assistant.devices.history.database import BESIDE, DAMAGED, leave_no_trace, open_database
from assistant.devices.history.entry import COLUMNS, READ, HistoryEntry, entry, row
from assistant.devices.history.retention import EVERY, Retention
from assistant.devices.history.search import HEARD, Known, Wanted, condition
from assistant.values.action import Action, Outcome, Result
from assistant.values.intent import Intent, Why
from assistant.values.transcript import Transcript

_PLACES = ", ".join("?" * len(COLUMNS))
_INSERT = f"INSERT INTO entry ({', '.join(COLUMNS)}) VALUES ({_PLACES})"  # noqa: S608 -- the columns are ours
_NOT_KEPT = tuple(
    result.value
    for result in (Result.DELIVERED, Result.UNCONFIRMED, Result.TAKEN_BACK, Result.DONE, Result.ASKED)
)


class SqliteHistory:
    """Writes history from whichever thread, one at a time; the file is opened when it is first needed."""

    def __init__(self, path: Path, retention: Retention | None = None) -> None:
        self._path = path
        self._retention = retention or Retention()
        self._added = 0
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None

    def add(self, transcript: Transcript, intent: Intent, action: Action, outcome: Outcome) -> int:
        """Write one line of history and return its number. Raises OSError."""
        with self._database() as database:
            number = database.execute(_INSERT, row(transcript, intent, action, outcome)).lastrowid
            self._added += 1
            if self._added % EVERY == 1:
                _unlink(self._retention.apply(database))
        return number or 0

    def attach(self, number: int, audio: Path) -> None:
        """Note where the recording of a line is kept. Raises OSError."""
        with self._database() as database:
            database.execute("UPDATE entry SET audio = ? WHERE id = ?", (str(audio), number))

    def settle(self, number: int, result: Result) -> None:
        """Note what became of a line afterwards: it was taken back. Raises OSError."""
        with self._database() as database:
            database.execute("UPDATE entry SET result = ? WHERE id = ?", (result.value, number))

    def last_kept(self) -> str | None:
        """Return the newest text that was kept back or not delivered; what was cancelled is neither.

        Raises OSError.
        """
        query = """SELECT text FROM entry WHERE text <> '' AND result NOT IN (?, ?, ?, ?, ?) AND why <> ?
                   ORDER BY id DESC LIMIT 1"""
        with self._database() as database:
            found = database.execute(query, (*_NOT_KEPT, Why.CANCELLED.value)).fetchone()
        return None if found is None else str(found[0])

    def entries(self, limit: int = 100, search: str = "") -> tuple[HistoryEntry, ...]:
        """Return the newest entries that hold every word of `search`, newest first. Raises OSError."""
        where, values = condition(search)
        query = f"SELECT {READ} FROM entry WHERE {where} ORDER BY id DESC LIMIT ?"  # noqa: S608 -- see condition
        with self._database() as database:
            rows = database.execute(query, (*values, limit)).fetchall()
        return tuple(map(entry, rows))

    def page(
        self, wanted: Wanted, *, before: int | None = None, limit: int = 200
    ) -> tuple[HistoryEntry, ...]:
        """Return the newest entries that are wanted, newest first, older than `before`. Raises OSError."""
        where, values = wanted.condition()
        if before is not None:
            where += " AND id < ?"
            values.append(before)
        query = f"SELECT {READ} FROM entry WHERE {where} ORDER BY id DESC LIMIT ?"  # noqa: S608 -- see Wanted
        with self._database() as database:
            rows = database.execute(query, (*values, limit)).fetchall()
        return tuple(map(entry, rows))

    def count(self, wanted: Wanted) -> int:
        """Return how many entries are wanted. Raises OSError."""
        where, values = wanted.condition()
        with self._database() as database:
            query = f"SELECT COUNT(*) FROM entry WHERE {where}"  # noqa: S608 -- see Wanted
            return int(database.execute(query, values).fetchone()[0])

    def known(self) -> Known:
        """Return which languages, emotions, sounds, applications and results there are. Raises OSError."""
        heard = "SELECT DISTINCT json_extract(each.value, '$[0]') FROM entry, json_each(sounds) AS each"
        queries = [
            *(f"SELECT DISTINCT {one} FROM entry" for one in ("language", "emotion")),  # noqa: S608 -- ours
            f"{heard} WHERE json_extract(each.value, '$[1]') >= {HEARD}",
            *(f"SELECT DISTINCT {one} FROM entry" for one in ("app", "result")),  # noqa: S608 -- ours
        ]
        with self._database() as database:
            found = [database.execute(query).fetchall() for query in queries]
        return Known(*(tuple(sorted(name for (name,) in rows if name)) for rows in found))

    def amend(self, number: int, text: str) -> None:
        """Put another text in the place of an entry's own, which is gone then. Raises OSError."""
        with self._database() as database:
            database.execute("UPDATE entry SET text = ? WHERE id = ?", (text, number))
            leave_no_trace(database)

    def entry(self, number: int) -> HistoryEntry | None:
        """Return one entry; None where there is no such. Raises OSError."""
        with self._database() as database:
            query = f"SELECT {READ} FROM entry WHERE id = ?"  # noqa: S608 -- the columns are ours
            found = database.execute(query, (number,)).fetchone()
        return None if found is None else entry(found)

    def delete(self, *numbers: int) -> None:
        """Forget entries and their recordings, on the disk too. Raises OSError."""
        with self._database() as database:
            for number in numbers:
                query = "SELECT audio FROM entry WHERE id = ?"
                _unlink(path for (path,) in database.execute(query, (number,)))
            with _one_step(database):
                database.executemany("DELETE FROM entry WHERE id = ?", [(number,) for number in numbers])
            leave_no_trace(database)

    def clear(self) -> None:
        """Forget everything, with all recordings and what was put aside, on the disk too. Raises OSError."""
        with self._database() as database:
            _unlink(path for (path,) in database.execute("SELECT audio FROM entry WHERE audio <> ''"))
            database.execute("DELETE FROM entry")
            leave_no_trace(database)
            database.execute("VACUUM")
            leave_no_trace(database)
        for side in ("", *BESIDE):
            self._path.with_name(self._path.name + DAMAGED + side).unlink(missing_ok=True)

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
                    self._connection = open_database(self._path)
                yield self._connection
            except sqlite3.Error as error:
                self._let_go()
                # SQLite's sentences name tables and files, never values.
                raise OSError(f"history {self._path.name}: {error}") from error


def _unlink(recordings: Iterable[str]) -> None:
    for path in recordings:
        if path:
            Path(path).unlink(missing_ok=True)


@contextmanager
def _one_step(database: sqlite3.Connection) -> Iterator[None]:
    """Write all of it, or nothing."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")
