"""Notes in one plain file, a line each."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from assistant.devices.deeds.starting import start
from assistant.devices.places import private_folder
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import Builtin

OPENERS = ("xdg-open", "mousepad", "gedit", "kate")


class NoteKeeper:
    """Implements act.ports.BuiltinExecutor for notes."""

    names = frozenset({"note.add", "note.remove", "note.open"})

    def __init__(self, file: Path, now: Callable[[], datetime] = datetime.now) -> None:
        """Keep notes in `file`, which need not be there yet."""
        self._file = file
        self._now = now
        self._added: list[str] = []

    def execute(self, deed: Builtin, window: Window | None) -> Outcome:  # noqa: ARG002 - the port's signature
        """Add a line, take the newest one of this run away again, or show the file."""
        try:
            match deed.name:
                case "note.add":
                    return self._add(str(deed.value("note")))
                case "note.remove":
                    return self._remove()
                case _:
                    return self._open()
        except OSError as error:
            why = error.strerror or type(error).__name__
            return Outcome(Result.FAILED, f"The notes in {self._file} can't be written ({why}).", "file")

    def _add(self, note: str) -> Outcome:
        line = f"{self._now():%Y-%m-%d %H:%M}  {' '.join(note.split())}\n"
        private_folder(self._file.parent)
        with self._file.open("a", encoding="utf-8") as file:
            file.write(line)
        self._added.append(line)
        return Outcome(Result.DONE, "Noted.", "file")

    def _remove(self) -> Outcome:
        text = self._file.read_text(encoding="utf-8") if self._file.exists() else ""
        if not self._added or not text.endswith(self._added[-1]):
            return Outcome(Result.FAILED, "The notes have changed since; nothing was removed.", "file")
        kept = text.removesuffix(self._added.pop())
        draft = self._file.with_suffix(".new")
        draft.write_text(kept, encoding="utf-8")
        draft.replace(self._file)
        return Outcome(Result.DONE, "The note is gone.", "file")

    def _open(self) -> Outcome:
        if not self._file.exists():
            return Outcome(Result.FAILED, "There are no notes yet. Say: take a note.", "file")
        opener = next((name for name in OPENERS if shutil.which(name)), None)
        if opener is None:
            return Outcome(Result.FAILED, f"Nothing here shows text files. The notes are in {self._file}.")
        return start([opener, str(self._file)])
