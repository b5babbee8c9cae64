"""What was said and what became of it, in one SQLite file that nobody else can read."""

from assistant.devices.history.entry import HistoryEntry
from assistant.devices.history.search import Known, Wanted
from assistant.devices.history.sqlite import SqliteHistory

__all__ = ["HistoryEntry", "Known", "SqliteHistory", "Wanted"]
