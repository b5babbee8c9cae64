"""What is done with lines beside the window: read again, exported, remembered."""

import json
import subprocess
from pathlib import Path

from assistant.act.repair.likeness import difference
from assistant.cli.history.export import exported, format_of
from assistant.devices.desktop.autostart.itself import itself
from assistant.devices.glossary.files import GlossaryFiles
from assistant.devices.history import HistoryEntry, SqliteHistory, Wanted
from assistant.errors import HistoryError

EVERYTHING = 2**31
PATIENCE_S = 600.0


def read_again(entry: HistoryEntry) -> int:
    """Recognise the recording of a line again, in a process of its own; return the number of the new line.

    Raises HistoryError.
    """
    told = _run("history", "redo", str(entry.id), "--json")
    return int(json.loads(told.splitlines()[-1])["id"])


def read_recording(path: Path) -> str:
    """Return what is said in a recording, read in a process of its own. Raises HistoryError."""
    return str(json.loads(_run("transcribe", "--json", str(path)))[0]["text"])


def export(history: SqliteHistory, wanted: Wanted, file: Path) -> int:
    """Write the lines that are wanted into a file, by its name; return how many. Raises OSError."""
    entries = history.page(wanted, limit=EVERYTHING)
    text = exported(reversed(entries), format_of(file))
    file.touch(0o600)
    file.write_text(text, encoding="utf-8", newline="")
    return len(entries)


def remember(before: str, after: str) -> bool:
    """Make the one difference between two texts one of the user's own words; False where it is not one.

    Raises OSError.
    """
    found = difference(before, after)
    if found is None:
        return False
    GlossaryFiles().remember(*found)
    return True


def _run(*arguments: str) -> str:
    done = subprocess.run(
        [*itself(), *arguments],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        raise HistoryError(lines[-1].removeprefix("assistant: ") if lines else "it could not be read again")
    return done.stdout
