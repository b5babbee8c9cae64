"""Everything that is remembered of what was said, and how it is deleted."""

from contextlib import closing
from pathlib import Path

from assistant.devices import places
from assistant.devices.consult.ledger import Ledger
from assistant.devices.history.conversation import CONVERSATION, ConversationFile
from assistant.devices.journal import DiskJournal
from assistant.devices.latency import LatencyLedger
from assistant.values.settings import KeepSettings
from assistant.wiring.keepers import journal_folder, open_history


def wipe(settings: KeepSettings) -> int:
    """Delete history, recordings, timings, conversation and the log of what was sent, for good.

    Returns how many texts that were. Raises OSError.
    A recording that is being spoken or delivered at this moment is left to whoever is at it.
    """
    history = open_history(settings)
    try:
        count = len(history.entries(limit=1_000_000))
        history.clear()
    finally:
        history.close()
    folder = journal_folder(settings)
    if folder.is_dir():
        with closing(DiskJournal(folder)) as journal:
            for entry in journal.pending():
                journal.forget(entry)
        for delivered in folder.glob("*-delivered.wav"):
            delivered.unlink(missing_ok=True)
    LatencyLedger().reset()
    Ledger().clear()
    ConversationFile((settings.folder or places.places().data) / CONVERSATION).clear()
    return count


def kept_in(settings: KeepSettings) -> tuple[tuple[str, Path], ...]:
    """Return what is kept where: a name for each, and its file or folder."""
    here = places.places()
    data = settings.folder or here.data
    return (
        ("settings", here.config),
        ("history", data / "history.sqlite"),
        ("recordings", journal_folder(settings)),
        ("models", here.models),
        ("cache", here.cache),
    )
