"""The journal on disk: a private folder with one recording for each utterance.

A recording is named `<UTC start>-<run>-<number>.wav`. Every piece is handed to the kernel before
`append` returns, so killing the process loses nothing of it. (Losing the power may lose what the kernel
had not written yet: an fsync for each piece would keep the ear waiting for the disk.)
"""

import re
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock

from assistant.devices.journal.lease import Lease, is_held
from assistant.devices.journal.recording import JournalEntry, Recording
from assistant.devices.places import private_folder
from assistant.values.audio import Segment, Utterance

LARGEST = 200 * 2**20
"""Bytes kept at most; the oldest recordings go first."""
OLDEST = timedelta(days=14)

_TIME = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(
    r"(?P<time>\d{8}T\d{6}Z)-(?P<run>[0-9a-f]{8})-(?P<number>\d{6,})(?P<kept>-delivered)?\.(wav|part)"
)


class DiskJournal:
    """Writes the audio of each utterance to a folder that nobody else can read."""

    def __init__(self, folder: Path, largest: int = LARGEST, oldest: timedelta = OLDEST) -> None:
        """Take `folder`, made where missing; keep `largest` bytes for `oldest`. Raises OSError."""
        self._folder = private_folder(folder)
        self._largest, self._oldest = largest, oldest
        self._lock = Lock()
        self._open: dict[int, Recording] = {}
        self._done: dict[int, Path] = {}
        self.run = secrets.token_hex(4)
        self._lease = Lease(self._folder / f"{self.run}.run")
        self._tidy()

    def append(self, segment: Segment) -> None:
        """Write the next piece; a kill afterwards does not lose it. Raises OSError."""
        with self._lock:
            recording = self._open.get(segment.utterance)
            if recording is None:
                self._tidy()
                recording = Recording(self._path(segment.utterance), segment.start)
                self._open[segment.utterance] = recording
            recording.append(segment.start, segment.samples)

    def complete(self, utterance: Utterance) -> None:
        """Make the entry hold exactly this utterance. Raises OSError."""
        with self._lock:
            recording = self._open.pop(utterance.number, None)
            if recording is None:
                recording = Recording(self._path(utterance.number), utterance.start)
            self._done[utterance.number] = recording.path
            recording.finish(utterance.start, utterance.samples)

    def drop(self, number: int) -> None:
        """Forget the entry: its text is delivered, or it was cancelled. Raises OSError."""
        path = self._settled(number)
        if path is not None:
            path.unlink(missing_ok=True)

    def keep(self, number: int) -> Path | None:
        """Keep the entry as delivered (audio history): bounded, but never pending. Raises OSError."""
        path = self._settled(number)
        return None if path is None else path.replace(path.with_name(f"{path.stem}-delivered.wav"))

    def place(self, number: int) -> Path | None:
        """Return where the recording of a complete utterance waits to be delivered."""
        with self._lock:
            return self._done.get(number)

    def pending(self) -> tuple[JournalEntry, ...]:
        """Return what earlier runs left undelivered, oldest first; a run that still lives is left alone.

        Raises OSError.
        """
        return tuple(
            entry
            for entry in self._entries()
            if not entry.is_delivered and entry.path.suffix == ".wav" and self._is_of_the_dead(entry)
        )

    def forget(self, entry: JournalEntry) -> None:
        """Delete an entry that `pending` gave. Raises OSError."""
        entry.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of every file; what was not dropped stays. May be called twice."""
        with self._lock:
            for recording in self._open.values():
                recording.close()
            self._open.clear()
            self._lease.end()

    def _settled(self, number: int) -> Path | None:
        with self._lock:
            recording = self._open.pop(number, None)
            if recording is None:
                return self._done.pop(number, None)
            recording.close()
            return recording.path

    def _path(self, number: int) -> Path:
        return self._folder / f"{datetime.now(UTC).strftime(_TIME)}-{self.run}-{number:06}.wav"

    def _entries(self) -> list[JournalEntry]:
        return [
            JournalEntry(
                path,
                match["run"],
                int(match["number"]),
                datetime.strptime(match["time"], _TIME).replace(tzinfo=UTC),
                is_delivered=match["kept"] is not None,
            )
            for path in sorted(self._folder.iterdir())
            if (match := _NAME.fullmatch(path.name))
        ]

    def _is_of_the_dead(self, entry: JournalEntry) -> bool:
        return entry.run != self.run and not is_held(self._folder / f"{entry.run}.run")

    def _tidy(self) -> None:
        """Delete what is too old, and the oldest of what is too much, but nothing still being written."""
        now, room = datetime.now(UTC), self._largest
        for entry in reversed(self._entries()):
            try:
                room -= entry.path.stat().st_size
            except FileNotFoundError:  # another run tidied it away
                continue
            is_part = entry.path.suffix == ".part"
            if (is_part or room < 0 or now - entry.started > self._oldest) and self._may_go(entry):
                entry.path.unlink(missing_ok=True)
        for lease in self._folder.glob("*.run"):
            if lease != self._lease.path and not is_held(lease):
                lease.unlink(missing_ok=True)

    def _may_go(self, entry: JournalEntry) -> bool:
        if entry.run == self.run:
            return entry.number not in self._open
        return self._is_of_the_dead(entry)
