"""The conversation with the language model, where the user wants it kept: one small file of its own."""

import json
import os
import tempfile
from pathlib import Path

from assistant.devices.places import private_folder
from assistant.values.consult import Role, Turn

CONVERSATION = "conversation.json"
"""Its name, beside the history."""


class ConversationFile:
    """Implements consult.ports.ConversationKeeper."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> tuple[Turn, ...]:
        """Return what was kept; nothing where the file cannot be read."""
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            return tuple(Turn(Role(one["role"]), str(one["text"])) for one in found)
        except (OSError, ValueError, TypeError, KeyError):
            return ()

    def save(self, turns: tuple[Turn, ...]) -> None:
        """Keep these turns, in one step. Raises OSError."""
        private_folder(self._path.parent)
        text = json.dumps([{"role": one.role.value, "text": one.text} for one in turns], ensure_ascii=False)
        file, fresh = tempfile.mkstemp(dir=self._path.parent, prefix=self._path.name)  # mode 0600
        with os.fdopen(file, "w", encoding="utf-8") as stream:
            stream.write(text)
        Path(fresh).replace(self._path)

    def clear(self) -> None:
        """Delete the file. Raises OSError."""
        self._path.unlink(missing_ok=True)
