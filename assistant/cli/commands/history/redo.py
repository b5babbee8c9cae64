"""Recognises a recording of the history again."""

from dataclasses import replace
from pathlib import Path

from assistant.cli.reading import RecordingReader
from assistant.devices.desktop.printing import PrintingDesktop
from assistant.devices.history import HistoryEntry, SqliteHistory
from assistant.errors import HistoryError
from assistant.values.action import KeepText, Outcome, Result, Window
from assistant.values.intent import Dictate
from assistant.values.settings import Settings


def redo(history: SqliteHistory, entry: HistoryEntry, recording: Path, settings: Settings) -> HistoryEntry:
    """Return a new line for the same recording, read with `settings`. Raises ModelError, OSError."""
    settings = replace(settings, recognize=replace(settings.recognize, isolated=False))
    reader = RecordingReader(settings, PrintingDesktop())
    try:
        heard = reader.read(recording, lambda _: None)
    finally:
        reader.close()
    why = f"redo of {entry.id}"
    outcome = Outcome(Result.KEPT, why, window=Window(0, entry.app) if entry.app else None)
    number = history.add(heard, Dictate(heard.text), KeepText(heard.text, why), outcome)
    again = history.entry(number)
    if again is None:
        raise HistoryError("the new reading was not kept")
    return again
