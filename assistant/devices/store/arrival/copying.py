"""Taking files over: out of an archive or a folder, into a place of our own."""

import hashlib
from pathlib import Path

from assistant.devices.store.arrival.archive import is_archive, unpack
from assistant.devices.store.arrival.intake import Arrival
from assistant.devices.store.catalogue import Catalogue
from assistant.devices.store.hashing import fingerprint
from assistant.devices.store.progress import Progress, Report, Step
from assistant.devices.store.room import disk_error
from assistant.errors import DamagedModelError, ModelRefusedError

_BLOCK = 1 << 20


def opened(place: Path, spare: Path, catalogue: Catalogue, report: Report) -> Path:
    """Return where the files of a model lie: `place` itself, or `spare` with what an archive held.

    A folder that holds nothing but one archive, such as a stick, is that archive. Raises ModelError.
    """
    archives = [place] if is_archive(place) else []
    if place.is_dir() and not any(place.rglob("*.onnx")):
        archives = [one for one in sorted(place.iterdir()) if is_archive(one)]
    if len(archives) != 1:
        return place
    (archive,) = archives
    sha256 = fingerprint(archive, report).sha256
    if sha256 in catalogue.refused:
        raise ModelRefusedError(f"{archive} is not used: {catalogue.refused[sha256]}")
    spare.mkdir()
    try:
        unpack(archive, spare, report)
    except OSError as error:
        raise disk_error(error, spare, archive.stat().st_size) from error
    return spare


def copy(arrival: Arrival, folder: Path, report: Report) -> None:
    """Copy the files of a model into `folder`, and see that they are still the same. Raises OSError."""
    for source, mark in arrival.files.items():
        target = folder / mark.name
        target.parent.mkdir(parents=True, exist_ok=True)
        hashed, done = hashlib.sha256(), 0
        try:
            with source.open("rb") as old, target.open("xb") as new:
                while block := old.read(_BLOCK):
                    new.write(block)
                    hashed.update(block)
                    done += len(block)
                    report(Progress(Step.COPYING, mark.name, done, mark.size))
        except OSError as error:
            raise disk_error(error, target, mark.size - done) from error
        if hashed.hexdigest() != mark.sha256:
            raise DamagedModelError(f"{source} changed while it was copied: is the stick damaged?")
