"""The model store: list, download, import, verify, use, remove. The command line and the wizard sit on it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.devices.onnx.layout import read_model
from assistant.devices.places import NANO, nano_model, places
from assistant.devices.settings_file import SettingsFile
from assistant.devices.store.arrival.copying import copy, opened
from assistant.devices.store.arrival.intake import Arrival, examine, find_graph
from assistant.devices.store.catalogue import Catalogue, CatalogueModel, read_catalogue
from assistant.devices.store.hashing import Fingerprint, fingerprint
from assistant.devices.store.licence import require_consent, write_attribution
from assistant.devices.store.progress import Progress, Report, Step, note, unheard
from assistant.devices.store.selftest import Spoken, speak_to
from assistant.devices.store.shelf import Shelf
from assistant.devices.store.transfer.wishes import Wishes
from assistant.errors import (
    DamagedModelError,
    ModelBusyError,
    ModelError,
    ModelNotFoundError,
    ModelRefusedError,
)
from assistant.recognize.ports import Cancellation


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list."""

    name: str
    title: str
    model: CatalogueModel | None
    """None for a model that only the user knows."""
    place: Path | None
    """Its folder, where it is installed."""
    is_used: bool


def _nobody(_model: CatalogueModel) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Consent:
    """What the user says yes to."""

    licence: Callable[[CatalogueModel], bool] = _nobody
    """Asked once, before anything is fetched or installed, where a model comes under a licence."""
    trust: bool = False
    """Take a model that the catalogue does not know."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verifying a model found."""

    files: int
    """Files that are right to the byte; nano has none, since it comes inside the package."""
    spoken: Spoken


class ModelStore:
    """Looks after the models on the disk."""

    def __init__(
        self, catalogue: Catalogue | None = None, shelf: Shelf | None = None, report: Report = unheard
    ) -> None:
        """Take the catalogue that ships and the user's own folder, unless others are named."""
        self.catalogue = catalogue or read_catalogue()
        self.shelf = shelf or Shelf()
        self._report = report

    def entries(self) -> list[Entry]:
        """Return every model: those of the catalogue first."""
        known = [self.entry(model.id) for model in self.catalogue.models]
        others = {NANO, *self.shelf.names()} - {one.name for one in known}
        return known + [self.entry(name) for name in sorted(others)]

    def entry(self, name: str) -> Entry:
        """Return one model. Raises ModelNotFoundError."""
        model = next((one for one in self.catalogue.models if one.id == name), None)
        place = self._place(name)
        if model is None and place is None:
            known = ", ".join(one.name for one in self.entries())
            raise ModelNotFoundError(f"there is no model {name!r}; there are {known}")
        title = model.title if model else "comes with the assistant" if name == NANO else "your own"
        return Entry(name, title, model, place, place is not None and place == self._used())

    def download(
        self, name: str, consent: Consent, wishes: Wishes | None = None, stop: Cancellation | None = None
    ) -> Path:
        """Fetch a model and install it. Raises LicenceError, DownloadError, DiskFullError, CancelledError."""
        # The network's rooms open for this alone.
        from assistant.devices.store.transfer.delivery import Delivery

        if name == NANO:
            return nano_model()
        model = self.catalogue.find(name)
        if not self._is_complete(model):
            require_consent(model, consent.licence)
        with self.shelf.busy(name, self._report):
            if self._is_complete(model):
                note(self._report, name, f"{name} is installed already; nothing to fetch")
                return self.shelf.place(name)
            files = Delivery(wishes or Wishes(), self.shelf, self._report, stop).fetch(model)
            return self._install(name, model, self.shelf.gathered(name, files), files)

    def take_in(self, place: Path, consent: Consent, name: str = "") -> Path:
        """Install a model from a folder, a stick, an archive or an ONNX file. Raises ModelError."""
        if not place.exists():
            raise ModelNotFoundError(f"{place} is not there: is the stick plugged in?")
        with self.shelf.fresh("import") as spare:
            source = opened(place, spare / place.stem, self.catalogue, self._report)
            arrival = examine(find_graph(source), self.catalogue, self._report, is_trusted=consent.trust)
            arrival = self._named(arrival, name)
            if arrival.model is not None:
                require_consent(arrival.model, consent.licence)
            with self.shelf.busy(arrival.name, self._report):
                staged = spare / "staged" / arrival.name
                copy(arrival, staged, self._report)
                return self._install(arrival.name, arrival.model, staged, list(arrival.files.values()))

    def verify(self, name: str) -> Verdict:
        """Hash every file again and speak to the model. Raises DamagedModelError, ModelError."""
        entry = self.entry(name)
        if entry.place is None:
            raise ModelNotFoundError(
                f"{name} is not installed: `assistant models download {name}` fetches it"
            )
        marks = self._marks(entry)
        for mark in marks:
            path = entry.place / mark.name
            if not path.is_file() or fingerprint(path, self._report) != mark:
                what = "has changed on the disk" if path.is_file() else "is missing"
                raise DamagedModelError(
                    f"{path} {what}: `assistant models remove {name}`, then install it again"
                )
        self._report(Progress(Step.TESTING, name))
        knows_english = entry.name == NANO or bool(entry.model and "en" in entry.model.languages)
        return Verdict(len(marks), speak_to(entry.place, knows_english=knows_english))

    def use(self, name: str) -> Path:
        """Make `name` the model of the assistant, from now on. Raises ModelError, OSError."""
        place = self.entry(name).place
        if place is None:
            raise ModelNotFoundError(
                f"{name} is not installed: `assistant models download {name}` fetches it"
            )
        read_model(place)
        self._choose(None if name == NANO else place)
        return place

    def remove(self, name: str, *, even_if_used: bool = False) -> int:
        """Take a model away with all that was made from it; return the bytes freed. Raises ModelError."""
        entry = self.entry(name)
        if name == NANO:
            raise ModelRefusedError(
                "nano came with the assistant and stays: it is what runs when nothing else does"
            )
        if entry.place is None:
            raise ModelNotFoundError(f"{name} is not installed")
        if entry.is_used and not even_if_used:
            raise ModelBusyError(
                f"{name} is in use: choose another with `assistant models use nano`, or add --force"
            )
        with self.shelf.busy(name, self._report):
            marks = self.shelf.manifest(name)
            prepared = [one for mark in marks for one in places().prepared.glob(f"{mark.sha256}*")]
            freed = sum(_size(folder) for folder in (entry.place, *prepared))
            if entry.is_used:
                self._choose(None)
            self.shelf.take_down(name)
            _discard(prepared)
            self.shelf.forget_parts(name)
        return freed

    def _place(self, name: str) -> Path | None:
        if name == NANO:
            return nano_model()
        return self.shelf.place(name) if name in self.shelf.names() else None

    def _marks(self, entry: Entry) -> list[Fingerprint]:
        """Return what the files should be: what the catalogue says goes before what was noted once."""
        noted = {} if entry.name == NANO else {mark.name: mark for mark in self.shelf.manifest(entry.name)}
        for file in entry.model.files if entry.model else ():
            if file.name in noted or not file.is_optional:
                noted[file.name] = Fingerprint(file.name, file.size, file.sha256)
        return list(noted.values())

    def _is_complete(self, model: CatalogueModel) -> bool:
        if model.id not in self.shelf.names():
            return False
        place = self.shelf.place(model.id)
        there = {file.name: place / file.name for file in model.files if not file.is_optional}
        sizes = {file.name: file.size for file in model.files}
        return all(path.is_file() and path.stat().st_size == sizes[name] for name, path in there.items())

    def _named(self, arrival: Arrival, name: str) -> Arrival:
        if arrival.model is not None:
            return arrival
        chosen = name or arrival.name
        if chosen in {NANO, *(model.id for model in self.catalogue.models)}:
            raise ModelRefusedError(f"{chosen} is the name of a model of the catalogue: add --name OTHER")
        self.shelf.place(chosen)
        return replace(arrival, name=chosen)

    def _install(
        self, name: str, model: CatalogueModel | None, staged: Path, files: list[Fingerprint]
    ) -> Path:
        """Put up a staged folder, if the assistant can read it. Raises ModelError."""
        read_model(staged)
        if model is not None:
            write_attribution(model, staged)
        return self.shelf.put_up(name, staged, files)

    def _used(self) -> Path:
        chosen = SettingsFile().read().recognize.model
        return nano_model() if chosen is None else chosen

    def _choose(self, place: Path | None) -> None:
        file = SettingsFile()
        file.read()
        if not file.is_readable:
            raise ModelError(f"the settings were not changed: {file.problems[0]} Repair {file.path} first")
        file.set("recognize.model", place)


def _size(place: Path) -> int:
    files = place.rglob("*") if place.is_dir() else [place]
    return sum(file.stat().st_size for file in files if file.is_file())


def _discard(places: list[Path]) -> None:
    for place in places:
        if place.is_dir():
            shutil.rmtree(place, ignore_errors=True)
        else:
            place.unlink(missing_ok=True)
