"""The tables, and how an older file becomes a newer one.

A step never changes once it has been published: what is to be different is a further step.
"""

import sqlite3

FIRST = """
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
)
"""
AUDIO = "ALTER TABLE entry ADD COLUMN audio TEXT NOT NULL DEFAULT ''"
"""Path of the recording."""
BY_TIME = """
CREATE INDEX entry_at ON entry (at)
"""
TRIGRAMS = """
CREATE VIRTUAL TABLE entry_text USING fts5(
    text, raw, content = 'entry', content_rowid = 'id', tokenize = 'trigram'
)
"""
ON_INSERT = """
CREATE TRIGGER entry_added AFTER INSERT ON entry BEGIN
    INSERT INTO entry_text (rowid, text, raw) VALUES (new.id, new.text, new.raw);
END
"""
ON_DELETE = """
CREATE TRIGGER entry_deleted AFTER DELETE ON entry BEGIN
    INSERT INTO entry_text (entry_text, rowid, text, raw) VALUES ('delete', old.id, old.text, old.raw);
END
"""
ON_CHANGE = """
CREATE TRIGGER entry_changed AFTER UPDATE OF text, raw ON entry BEGIN
    INSERT INTO entry_text (entry_text, rowid, text, raw) VALUES ('delete', old.id, old.text, old.raw);
    INSERT INTO entry_text (rowid, text, raw) VALUES (new.id, new.text, new.raw);
END
"""
FILL = "INSERT INTO entry_text (entry_text) VALUES ('rebuild')"

STEPS: tuple[tuple[str, ...], ...] = (
    (FIRST,),
    (AUDIO, BY_TIME, TRIGRAMS, ON_INSERT, ON_DELETE, FILL),
    (ON_CHANGE,),
)
"""Step n leads from schema n to n + 1."""
VERSION = len(STEPS)


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Take every step that is missing, or none. Raises OSError for a newer file, sqlite3.Error."""
    cursor = connection.cursor()
    cursor.execute("BEGIN IMMEDIATE")
    (version,) = cursor.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        cursor.execute("ROLLBACK")
        raise OSError(f"the history was written by a newer assistant (schema {version}); update this one")
    for step in STEPS[version:]:
        for statement in step:
            cursor.execute(statement)
    if version < VERSION:
        cursor.execute(f"PRAGMA user_version = {VERSION}")
    cursor.execute("COMMIT")
