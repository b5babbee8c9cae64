"""What was sent to language models: when, where, for what, how much. One JSON object a line, for you alone.

No word of it is in there, unless you tick `consult.logs_text`.
"""

import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from assistant.devices.places import places, private_folder
from assistant.errors import ConsultError
from assistant.values.consult import Request

LARGEST = 1 << 20
"""Bytes after which the older half is forgotten."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One request that left us."""

    when: str
    """ISO 8601, UTC."""
    server: str
    model: str
    is_remote: bool
    """It left this computer."""
    purpose: str
    shows: tuple[str, ...]
    """What went with the words said: `selection`, `app`, ..."""
    characters: int
    turns: int
    tools: int
    text: tuple[str, ...] = field(default=(), repr=False)
    """The turns themselves, where that is ticked."""


class Ledger:
    """Writes down what is sent, before it is sent."""

    def __init__(self, file: Path | None = None, *, holds_text: bool = False) -> None:
        """Take the log at `file`; None is the user's own. It does not have to exist."""
        self.file = file or places().state / "consulted.jsonl"
        self._holds_text = holds_text
        self._lock = Lock()

    def note(self, request: Request, server: str, model: str, *, is_remote: bool) -> None:
        """Write one entry. Raises ConsultError: what can't be written down is not sent."""
        texts = tuple(turn.text for turn in request.turns)
        sent = Sent(
            datetime.now(UTC).isoformat(timespec="milliseconds"),
            server,
            model,
            is_remote,
            request.purpose,
            request.shows,
            sum(map(len, texts)),
            len(texts),
            len(request.tools),
            texts if self._holds_text and request.is_stored else (),
        )
        try:
            with self._lock:
                self._append(json.dumps(_table(sent), ensure_ascii=False) + "\n")
        except OSError as error:
            raise ConsultError(
                f"nothing was sent, since the log of that can't be written: {self.file} ({error.strerror})"
            ) from None

    def entries(self) -> tuple[Sent, ...]:
        """Return what was written, oldest first; a line that can't be read is left out."""
        try:
            lines = self.file.read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return ()
        return tuple(found for line in lines if (found := _sent(line)) is not None)

    def clear(self) -> int:
        """Forget everything, and return how many entries that were."""
        with self._lock:
            count = len(self.entries())
            with suppress(FileNotFoundError):
                os.truncate(self.file, 0)
                self.file.unlink()
            return count

    def _append(self, line: str) -> None:
        private_folder(self.file.parent)
        if self.file.exists() and self.file.stat().st_size > LARGEST:
            lines = self.file.read_bytes().splitlines(keepends=True)
            fresh = self.file.with_suffix(".fresh")
            fresh.touch(mode=0o600)
            fresh.write_bytes(b"".join(lines[len(lines) // 2 :]))
            fresh.replace(self.file)
        descriptor = os.open(self.file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="surrogatepass") as stream:
            stream.write(line)


def _table(sent: Sent) -> dict[str, Any]:
    table: dict[str, Any] = {"when": sent.when, "server": sent.server, "model": sent.model}
    table |= {"remote": sent.is_remote, "purpose": sent.purpose, "shows": list(sent.shows)}
    table |= {"characters": sent.characters, "turns": sent.turns, "tools": sent.tools}
    return table | ({"text": list(sent.text)} if sent.text else {})


def _sent(line: str) -> Sent | None:
    try:
        table = json.loads(line)
        return Sent(
            table["when"],
            table["server"],
            table["model"],
            table["remote"],
            table["purpose"],
            tuple(table["shows"]),
            table["characters"],
            table["turns"],
            table["tools"],
            tuple(table.get("text", ())),
        )
    except (ValueError, LookupError, TypeError):
        return None
