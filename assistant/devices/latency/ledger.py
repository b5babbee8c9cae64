"""The file that timings are kept in: a line of JSON each, the newest thousands of them."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock

from assistant.devices.latency.timing import Timing, timing_from
from assistant.devices.places import places, private_folder

MOST = 2000
"""Timings that are kept."""
SLACK = 500
"""How many more may stand there before the oldest are taken away."""


class LatencyLedger:
    """Writes timings down and reads them again; readable by nobody else."""

    def __init__(self, path: Path | None = None) -> None:
        """Take the file at `path`; None is the user's own. It does not have to exist."""
        self.path = path or places().state / "latency.jsonl"
        self._lock = Lock()
        self._count: int | None = None

    def add(self, timing: Timing) -> None:
        """Write one down. Raises OSError."""
        with self._lock:
            if self._count is None:
                self._count = sum(1 for _ in self._lines())
            private_folder(self.path.parent)
            file = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(file, "w", encoding="utf-8") as stream:
                stream.write(json.dumps(timing.as_object()) + "\n")
            self._count += 1
            if self._count > MOST + SLACK:
                self._shorten()

    def read(self) -> list[Timing]:
        """Return the newest, oldest first; a line that makes no sense is left out. Raises OSError."""
        found = []
        for line in self._lines():
            with suppress(
                ValueError, KeyError, TypeError, AttributeError
            ):  # half a line of a kill, a new version
                found.append(timing_from(json.loads(line)))
        return found[-MOST:]

    def reset(self) -> None:
        """Forget them all. Raises OSError."""
        with self._lock:
            self.path.unlink(missing_ok=True)
            self._count = 0

    def _lines(self) -> Iterator[str]:
        with suppress(FileNotFoundError):
            yield from self.path.read_text(encoding="utf-8", errors="replace").splitlines()

    def _shorten(self) -> None:
        lines = list(self._lines())[-MOST:]
        fresh = self.path.with_suffix(".new")
        fresh.touch(0o600)
        fresh.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        fresh.replace(self.path)
        self._count = len(lines)
