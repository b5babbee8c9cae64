"""`assistant recover`: recordings whose text was never delivered, after a kill or a failure."""

import json
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing

from assistant.act.performer import Performer
from assistant.act.ports import Desktop
from assistant.cli.options import settings_from
from assistant.cli.reading import RecordingReader
from assistant.devices.desktop.printing import PrintingDesktop
from assistant.devices.journal import DiskJournal, JournalEntry
from assistant.errors import NoDesktopError, UnreadableAudioError
from assistant.values.action import InsertText
from assistant.values.settings import Settings
from assistant.wiring import journal_folder

HINT = """
assistant recover deliver           types them into the focused window
assistant recover deliver --print   shows them
assistant recover delete            deletes them
"""


def run(options: Namespace) -> int:
    """List, deliver or delete; 1 where a text could not be delivered. Raises NoDesktopError, ModelError."""
    settings = settings_from(options)
    folder = journal_folder(settings.keep)
    if not folder.is_dir():
        return _list((), as_json=options.json)
    with closing(DiskJournal(folder)) as journal:
        entries = journal.pending()
        match options.what:
            case "deliver" if entries:
                return _deliver(settings, entries, journal.forget, options)
            case "delete":
                for entry in entries:
                    journal.forget(entry)
                sys.stdout.write(f"{len(entries)} deleted.\n")
                return 0
            case _:
                return _list(entries, as_json=options.json)


def _list(entries: tuple[JournalEntry, ...], *, as_json: bool) -> int:
    rows = [
        {"file": str(entry.path), "spoken": entry.started.isoformat(), "seconds": round(entry.seconds, 2)}
        for entry in entries
    ]
    if as_json:
        sys.stdout.write(json.dumps(rows, indent=2) + "\n")
        return 0
    for entry in entries:
        sys.stdout.write(f"{entry.started.astimezone():%Y-%m-%d %H:%M:%S}  {entry.seconds:6.1f} s\n")
    sys.stdout.write(HINT if rows else "Nothing was left undelivered.\n")
    return 0


def _deliver(
    settings: Settings,
    entries: tuple[JournalEntry, ...],
    forget: Callable[[JournalEntry], None],
    options: Namespace,
) -> int:
    """Write down each recording, oldest first, and let go of it once its text has arrived."""
    failed = 0
    desktop = _desktop(settings, is_printed=options.print)
    with closing(RecordingReader(settings, PrintingDesktop())) as reader, closing(desktop):
        time.sleep(options.delay)
        for entry in entries:
            try:
                text = reader.read(entry.path, lambda _: None).text
            except UnreadableAudioError as error:
                sys.stderr.write(f"assistant: {error}\n")
                failed += 1
                continue
            outcome = Performer(desktop, settings.act).perform(InsertText(text, desktop.active_window()))
            if outcome.message:
                sys.stderr.write(f"assistant: {outcome.message}\n")
            if outcome.is_delivered or not text:
                forget(entry)
            else:
                failed += 1
    return 1 if failed else 0


def _desktop(settings: Settings, *, is_printed: bool) -> Desktop:
    from assistant.devices.desktop import find_desktop

    if is_printed:
        return PrintingDesktop(lambda text: sys.stdout.write(text + "\n"))
    desktop = find_desktop(settings.act)
    if desktop is None:
        raise NoDesktopError("there is no desktop here to type into; `assistant recover deliver --print`")
    return desktop
