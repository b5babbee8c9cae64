"""What remembers: journal and history, as the user wants them."""

from pathlib import Path

from assistant.devices import places
from assistant.devices.history import SqliteHistory
from assistant.devices.history.retention import Retention
from assistant.devices.journal import DiskJournal
from assistant.engine.ports import Keepers
from assistant.values.settings import KeepSettings


def journal_folder(settings: KeepSettings) -> Path:
    """Return where recordings wait until their text is delivered."""
    return settings.folder / "journal" if settings.folder else places.places().journal


def build_keepers(settings: KeepSettings) -> Keepers:
    """Return journal and history as the user wants them."""
    if settings.private:
        return Keepers()
    journal = open_journal(settings) if settings.journal else None
    return Keepers(journal, open_history(settings) if settings.history else None)


def open_journal(settings: KeepSettings) -> DiskJournal:
    """Return the journal. Raises OSError."""
    return DiskJournal(journal_folder(settings))


def open_history(settings: KeepSettings) -> SqliteHistory:
    """Return the history, which is there to be read even where nothing more is written."""
    file = settings.folder / "history.sqlite" if settings.folder else places.places().history_file
    return SqliteHistory(file, Retention(settings.history_days, settings.history_megabytes << 20))
