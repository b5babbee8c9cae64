"""What a file hashes to."""

import hashlib
from pathlib import Path
from typing import NamedTuple

from assistant.devices.store.progress import Progress, Report, Step

_BLOCK = 1 << 20
_TELL_EVERY = 16


class Fingerprint(NamedTuple):
    """What a file is, whatever folder it lies in."""

    name: str
    size: int
    """Bytes."""
    sha256: str


def fingerprint(path: Path, report: Report) -> Fingerprint:
    """Read a whole file. Raises OSError."""
    total, done, hashed = path.stat().st_size, 0, hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            hashed.update(block)
            done += len(block)
            if done == total or done // _BLOCK % _TELL_EVERY == 0:
                report(Progress(Step.CHECKING, path.name, done, total))
    return Fingerprint(path.name, done, hashed.hexdigest())
