"""Opens the file: private, in WAL mode, deleting for good, and put aside where it is damaged."""

import os
import sqlite3
from contextlib import ExitStack
from pathlib import Path

from assistant.devices.history.schema import bring_up_to_date
from assistant.devices.places import private_folder

PATIENCE = 5.0
"""Seconds to wait for another process that is writing."""
BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside the file."""
DAMAGED = ".damaged"


def open_database(path: Path) -> sqlite3.Connection:
    """Open or make the file; one that is damaged is put aside. Raises OSError, sqlite3.Error."""
    private_folder(path.parent)
    try:
        return _connect(path)
    except sqlite3.OperationalError:  # locked, full, not to be opened: not the fault of the file
        raise
    except sqlite3.DatabaseError:
        path.replace(path.with_name(path.name + DAMAGED))
        for side in BESIDE:
            path.with_name(path.name + side).unlink(missing_ok=True)
        return _connect(path)


def _connect(path: Path) -> sqlite3.Connection:
    # Made by us, so that it is private from its first moment; the files beside it get its mode.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    with ExitStack() as on_error:
        on_error.callback(connection.close)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")  # VACUUM and sorting leave no words in /tmp
        bring_up_to_date(connection)
        on_error.pop_all()
    return connection


def leave_no_trace(connection: sqlite3.Connection) -> None:
    """Take what was deleted out of the index, the free pages and the log too.

    Before SQLite 3.42 the index keeps the pieces of deleted words until it is merged, so it is merged.
    Raises sqlite3.Error; OSError where another program is reading, and the log cannot be emptied.
    """
    connection.execute("INSERT INTO entry_text (entry_text) VALUES ('optimize')")
    (is_busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_busy:
        raise OSError("another program is reading the history; what was deleted goes when it has finished")
