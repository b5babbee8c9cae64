"""Prepared graphs in the user's cache, made when they are missing.

An entry is a folder named after everything it depends on. It appears whole or not at all, so that
two programs may make the same one; it may be deleted at any time.
"""

import hashlib
import json
import logging
import shutil
import signal
import subprocess
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

from assistant.devices import places
from assistant.devices.onnx.prepare import cpu
from assistant.devices.onnx.prepare.graph import Prepared

WORTH = 32 << 20
"""Bytes; a smaller model is fast enough as it is, and preparing it would take longer than it saves."""
_FORMAT = 6
"""Of an entry; another number makes all of them anew."""
_MAKING = ".making-"
_PATIENCE = 600.0
"""Seconds a preparation may take."""
_REST = 3600.0
"""Seconds between measurements of how many threads are fastest, where the machine is never quiet."""
_LARGEST_EXIT = 255
"""Windows tells crashes by larger ones."""
_LOG = logging.getLogger(__name__)


def models_for(graph: Path, *, wanted: bool) -> "PreparedModels | None":
    """Return the user's cache, or None for a model that is not worth preparing, or not `wanted` prepared."""
    return PreparedModels() if wanted and graph.stat().st_size >= WORTH else None


class PreparedModels:
    """Finds and makes the entries of one cache folder."""

    def __init__(self, folder: Path | None = None, features: frozenset[str] | None = None) -> None:
        self._folder = folder or places.places().prepared
        self._features = cpu.features() if features is None else features

    @property
    def folder(self) -> Path:
        """Where they are."""
        return self._folder

    def is_missing(self, graph: Path) -> bool:
        """Whether nobody has tried yet to prepare `graph`, or lately to measure it on a quiet machine."""
        try:
            entry = self._folder / self._name(graph)
            note = Prepared.load(entry)
            return note is None or not (note.is_sure or time.time() - Prepared.when(entry) < _REST)
        except OSError:
            return False

    def find(self, graph: Path, *, make: bool = True) -> tuple[Path, Prepared] | None:
        """Return folder and note of the prepared `graph`; where it is missing it is made now, or not at all.

        None where it is not there or cannot be prepared: then it runs as it is.
        """
        try:
            entry = self._folder / self._name(graph)
            note = Prepared.load(entry) or (self._make(graph, entry) if make else None)
        except (OSError, subprocess.SubprocessError) as error:
            _LOG.info("%s runs as it is: it cannot be prepared (%s)", graph.name, error)
            return None
        if note is None or note.failure:
            _LOG.info("%s runs as it is: %s", graph.name, note.failure if note else "no preparation")
            return None
        return entry, note

    def _make(self, graph: Path, entry: Path) -> Prepared | None:
        places.private_folder(self._folder)
        _LOG.info("preparing %s for this processor, once", graph.name)
        self._tidy(entry)
        with tempfile.TemporaryDirectory(prefix=_MAKING, dir=self._folder) as made:
            try:
                _run_child(graph, Path(made))
            except subprocess.CalledProcessError as error:
                if not _is_crash(error.returncode):
                    raise  # a full disk, or somebody ended it: worth another try
                Prepared(failure=f"preparing it crashed ({error.returncode})").save(Path(made))
            if Prepared.load(entry) is None:  # nobody else was quicker
                shutil.rmtree(entry, ignore_errors=True)
                try:
                    Path(made).rename(entry)
                except OSError:
                    if Prepared.load(entry) is None:
                        raise
                else:
                    Path(made).mkdir()  # what the `with` tidies up
        return Prepared.load(entry)

    def _tidy(self, entry: Path) -> None:
        """Remove what earlier versions made of the same model, and what a killed preparation left behind."""
        sha256 = entry.name.partition("-")[0]
        for old in self._folder.glob(f"{sha256}-*"):
            if old != entry:
                shutil.rmtree(old, ignore_errors=True)
        for left in self._folder.glob(f"{_MAKING}*"):
            if time.time() - left.stat().st_mtime > _PATIENCE:
                shutil.rmtree(left, ignore_errors=True)

    def _name(self, graph: Path) -> str:
        rest = f"{_FORMAT} {version('onnxruntime')} {cpu.name(self._features)}"
        return f"{self.sha256(graph)}-{hashlib.sha256(rest.encode()).hexdigest()[:12]}"

    def sha256(self, graph: Path) -> str:
        """Return the file's hash; it is computed once for a path, size and time of last change."""
        stat = graph.stat()
        key = json.dumps([str(graph.resolve()), stat.st_size, stat.st_mtime_ns])
        note = self._folder / f"hash-{hashlib.sha256(key.encode()).hexdigest()[:24]}"
        try:
            known = note.read_text(encoding="ascii")
        except (OSError, ValueError):
            known = ""
        if len(known) == len(hashlib.sha256().hexdigest()):
            return known
        with graph.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        places.private_folder(self._folder)
        with tempfile.NamedTemporaryFile("w", dir=self._folder, prefix=".hash-", delete=False) as fresh:
            fresh.write(found)
        Path(fresh.name).replace(note)
        return found


def _is_crash(status: int) -> bool:
    """Whether a process died of its own fault: it would do so again."""
    asked = {-signal.SIGTERM, -signal.SIGINT, -getattr(signal, "SIGKILL", 0)}
    return (status < 0 and status not in asked) or status > _LARGEST_EXIT


def _run_child(graph: Path, folder: Path) -> None:
    """Prepare in a process of its own, whose memory goes with it. Raises OSError, SubprocessError."""
    from assistant.devices.onnx.isolated.child import worker_command

    work = json.dumps({"source": str(graph.resolve()), "into": str(folder)})
    subprocess.run(
        [*worker_command(), work],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=_PATIENCE,
        check=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
