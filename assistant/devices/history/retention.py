"""How long and how much is remembered: the oldest goes first, and the file really gets smaller."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

EVERY = 50
"""Lines written between two looks."""
_SHARE = 10
"""A tenth of the lines goes at a time where the file is too large."""


@dataclass(frozen=True, slots=True)
class Retention:
    """The bounds; 0 is no bound."""

    days: int = 0
    bytes: int = 0

    def apply(self, connection: sqlite3.Connection, now: datetime | None = None) -> list[str]:
        """Delete what is beyond the bounds; return the recordings that went with it. Raises sqlite3.Error."""
        gone: list[str] = []
        if self.days:
            oldest = (now or datetime.now(UTC)) - timedelta(days=self.days)
            gone += _delete(connection, "at < ?", oldest.isoformat(timespec="milliseconds"))
        is_too_large = bool(self.bytes) and size(connection) > self.bytes
        while self.bytes and size(connection) > self.bytes:
            (count,) = connection.execute("SELECT COUNT(*) FROM entry").fetchone()
            if not count:
                break
            part = max(1, count // _SHARE)
            gone += _delete(connection, "id IN (SELECT id FROM entry ORDER BY id LIMIT ?)", part)
            connection.execute("INSERT INTO entry_text (entry_text) VALUES ('optimize')")
        if is_too_large:
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return [path for path in gone if path]


def size(connection: sqlite3.Connection) -> int:
    """Return the bytes that are in use."""
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (free,) = connection.execute("PRAGMA freelist_count").fetchone()
    (each,) = connection.execute("PRAGMA page_size").fetchone()
    return int((pages - free) * each)


def _delete(connection: sqlite3.Connection, where: str, value: str | int) -> list[str]:
    paths = connection.execute(f"SELECT audio FROM entry WHERE {where}", (value,)).fetchall()  # noqa: S608 -- ours
    connection.execute(f"DELETE FROM entry WHERE {where}", (value,))  # noqa: S608 -- the condition is ours
    return [str(path) for (path,) in paths]
