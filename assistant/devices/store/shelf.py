"""The folder of installed models: each in a folder of its own, complete or not there at all."""

import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.devices.places import places, private_folder
from assistant.devices.store.catalogue import plain_name
from assistant.devices.store.hashing import Fingerprint
from assistant.devices.store.lock import Lock
from assistant.devices.store.progress import Progress, Report, Step
from assistant.errors import ModelNotFoundError, ModelRefusedError

MANIFEST = "installed.json"
_PARTS = ".parts"
_DAY_S = 24 * 3600
_ARRIVING = ".arriving"
"""Where files stand until all of them are right: the same disk, so that one rename installs them."""


class Shelf:
    """Puts models up and takes them down, one program at a time."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the folder of models; None is the user's own."""
        self.folder = folder or places().models

    @property
    def arriving(self) -> Path:
        """Folder of what has not arrived completely."""
        return self.folder / _ARRIVING

    def place(self, name: str) -> Path:
        """Return where the model `name` stands or would stand. Raises ModelRefusedError."""
        try:
            return self.folder / plain_name(name)
        except ValueError as error:
            raise ModelRefusedError(
                f"{name!r} can't be the name of a model: use letters, digits, . _ -"
            ) from error

    def names(self) -> list[str]:
        """Return the names of all installed models."""
        if not self.folder.is_dir():
            return []
        return sorted(one.parent.name for one in self.folder.glob(f"*/{MANIFEST}"))

    def manifest(self, name: str) -> tuple[Fingerprint, ...]:
        """Return what was installed as `name`. Raises ModelNotFoundError."""
        try:
            text = (self.place(name) / MANIFEST).read_text(encoding="utf-8")
            files = json.loads(text)["files"].items()
            return tuple(Fingerprint(name, int(mark["bytes"]), str(mark["sha256"])) for name, mark in files)
        except FileNotFoundError as error:
            message = f"no model {name!r} is installed; `assistant models list` shows those that are"
            raise ModelNotFoundError(message) from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            message = f"the list of files of {name} is damaged: remove the model and install it again"
            raise ModelNotFoundError(message) from error

    @contextmanager
    def busy(self, name: str, report: Report) -> Iterator[None]:
        """Keep other programs away from the model `name`; wait while one is at work on it."""
        message = f"another assistant is at work on {name}; waiting for it"
        lock = self.arriving / f"{plain_name(name)}.lock"
        with Lock(lock, lambda: report(Progress(Step.WAITING, name, message=message))):
            yield

    @contextmanager
    def fresh(self, name: str) -> Iterator[Path]:
        """Give an empty folder to put files into; it goes away afterwards, whatever is in it."""
        private_folder(self.arriving)
        self._sweep()
        folder = Path(tempfile.mkdtemp(dir=self.arriving, prefix=f"{plain_name(name)}."))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _sweep(self) -> None:
        """Remove what programs left behind that were killed; a day is longer than any of them works."""
        for folder in self.arriving.iterdir():
            is_spare = folder.is_dir() and folder.suffix != _PARTS
            if is_spare and time.time() - folder.stat().st_mtime > _DAY_S:
                shutil.rmtree(folder, ignore_errors=True)

    def put_up(self, name: str, staged: Path, files: list[Fingerprint]) -> Path:
        """Install a complete folder in one step, in place of an older one. Raises OSError."""
        table = {
            "name": name,
            "files": {mark.name: {"bytes": mark.size, "sha256": mark.sha256} for mark in files},
        }
        (staged / MANIFEST).write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")
        staged.chmod(0o755)
        target = self.place(name)
        with self.fresh(name) as aside:
            if target.is_dir():
                target.rename(aside / "old")
            staged.rename(target)
        _settle(self.folder)
        return target

    def take_down(self, name: str) -> None:
        """Remove a model: gone from sight in one step, then from the disk. Raises OSError."""
        with self.fresh(name) as aside:
            self.place(name).rename(aside / "old")

    def forget_parts(self, name: str) -> None:
        """Remove what is left of a download of `name`."""
        shutil.rmtree(self.parts(name), ignore_errors=True)

    def parts(self, name: str) -> Path:
        """Return the folder of files of `name` that have arrived, or are arriving."""
        return self.arriving / f"{plain_name(name)}{_PARTS}"

    def gathered(self, name: str, files: list[Fingerprint]) -> Path:
        """Return the folder of parts, with nothing else in it than these complete files."""
        wanted = {mark.name for mark in files}
        for path in self.parts(name).iterdir():
            if path.name not in wanted:
                path.unlink()
        return self.parts(name)


def _settle(folder: Path) -> None:
    """Let a rename outlive a power cut, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
