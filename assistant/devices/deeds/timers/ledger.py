"""The timers that run, in a file that is whole at any moment."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from assistant.devices.places import private_folder


@dataclass(frozen=True, slots=True)
class Timer:
    """One timer or reminder."""

    due: float
    """When it rings, seconds since 1970."""
    seconds: int
    """How long it was set for."""
    about: str = field(default="", repr=False)
    """What to remind of; empty for a plain timer."""


class Ledger:
    """Reads and writes the timers of one user."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> list[Timer]:
        """Return all timers, the next one first; none from a file that is damaged or not there."""
        try:
            rows = json.loads(self._file.read_text(encoding="utf-8"))
            found = [Timer(float(row["due"]), int(row["seconds"]), str(row["about"])) for row in rows]
        except (OSError, ValueError, TypeError, KeyError):
            return []
        return sorted(found, key=lambda timer: timer.due)

    def write(self, timers: list[Timer]) -> None:
        """Keep exactly these. Raises OSError."""
        private_folder(self._file.parent)
        draft = self._file.with_suffix(".new")
        draft.write_text(json.dumps([asdict(timer) for timer in timers]), encoding="utf-8")
        draft.replace(self._file)
