"""Is a provider right, and is it faster than the processor: measured once on this machine.

Its best tokens are compared with the processor's on recorded speech, and both are timed. The verdict
is written down beside the prepared models. While it is being tried it counts as crashed, so that a
provider that takes the process with it is tried once and never again.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from assistant.devices import places
from assistant.devices.onnx.layout import ModelFiles
from assistant.devices.onnx.prepare.cache import PreparedModels
from assistant.devices.onnx.prepare.trial import Trial, differences_of, is_good
from assistant.devices.onnx.providers.installed import Provider
from assistant.devices.onnx.session import SessionSettings
from assistant.errors import ModelError

_CRASHED = "it crashed when it was tried"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of the trial of a provider."""

    failure: str = ""
    """Why it may not run this model."""
    device_s: float = 0.0
    """Seconds that it took for the recordings."""
    cpu_s: float = 0.0
    """Seconds that the processor took for them, with the file as it was published."""

    @property
    def is_faster(self) -> bool:
        """Whether it beats the processor."""
        return self.device_s < self.cpu_s


class Judge:
    """Tries providers, and remembers."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or places.places().prepared

    def verdict(self, provider: Provider, files: ModelFiles, cpu: Path) -> Verdict:
        """Return what is known of `provider`, by a trial where nothing is.

        `files` is what it would run, `cpu` the graph that the processor would.
        """
        note = self._folder / self._name(provider, files.graph)
        try:
            return Verdict(**json.loads(note.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            pass
        self._write(note, Verdict(_CRASHED))
        found = _tried(provider, files, cpu)
        self._write(note, found)
        return found

    def _write(self, note: Path, verdict: Verdict) -> None:
        try:
            places.private_folder(note.parent)
            note.write_text(json.dumps(asdict(verdict)), encoding="utf-8")
        except OSError:
            return  # without a cache it is tried each time

    def _name(self, provider: Provider, graph: Path) -> str:
        library = provider.library
        stamp = library.stat().st_mtime_ns if library is not None and library.is_file() else 0
        facts = [provider.name, str(library), stamp, version("onnxruntime")]
        facts.append(PreparedModels(self._folder).sha256(graph))
        return f"trial-{hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:24]}.json"


def _tried(provider: Provider, files: ModelFiles, cpu: Path) -> Verdict:
    trial = Trial(files)
    try:
        truth, cpu_s = trial.timed_logits(cpu, SessionSettings())
        found, device_s = trial.timed_logits(files.graph, SessionSettings(provider=provider))
    except ModelError as error:
        return Verdict(str(error))
    differences = differences_of(found, truth)
    if not is_good(differences, trial.frames()):
        return Verdict(f"{len(differences)} of {trial.frames()} frames differ from the processor's")
    return Verdict("", device_s, cpu_s)
