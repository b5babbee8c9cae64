"""Utterances on disk until their text is delivered, so that a kill never costs what was said."""

from assistant.devices.journal.disk import DiskJournal
from assistant.devices.journal.recording import JournalEntry

__all__ = ["DiskJournal", "JournalEntry"]
