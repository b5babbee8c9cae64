"""How the files of a model come: from mirrors one by one, or in one archive where no mirror gave them."""

from pathlib import Path

from assistant.devices.store.arrival.archive import unpack
from assistant.devices.store.arrival.intake import find_graph
from assistant.devices.store.catalogue import CatalogueFile, CatalogueModel
from assistant.devices.store.hashing import Fingerprint, fingerprint
from assistant.devices.store.lock import Lock
from assistant.devices.store.progress import Progress, Report, Step, note
from assistant.devices.store.shelf import Shelf
from assistant.devices.store.transfer.download import Downloader
from assistant.devices.store.transfer.mirrors import mirrors_for
from assistant.devices.store.transfer.wishes import Wishes
from assistant.errors import CaptivePortalError, DamagedModelError, DownloadError
from assistant.recognize.ports import Cancellation


class Delivery:
    """Fetches models into the shelf's parts."""

    def __init__(
        self, wishes: Wishes, shelf: Shelf, report: Report, cancellation: Cancellation | None = None
    ) -> None:
        """Prepare. Raises DownloadError where the wishes make no sense."""
        self._wishes = wishes
        self._shelf = shelf
        self._report = report
        self._downloader = Downloader(wishes.transfer, report, cancellation)

    def fetch(self, model: CatalogueModel) -> list[Fingerprint]:
        """Return the files of `model`, now in the shelf's parts and right. Raises DownloadError."""
        try:
            return [mark for file in model.files if (mark := self._file(model, file)) is not None]
        except CaptivePortalError:
            raise
        except DownloadError as error:
            if model.archive is None:
                raise
            note(self._report, model.id, f"{error}")
            note(self._report, model.id, f"trying {model.archive.name}, which holds the same files")
            try:
                return self._from_archive(model, model.archive)
            except DownloadError:
                raise error from None  # what the mirrors said tells more than that the last resort failed too

    def _file(self, model: CatalogueModel, file: CatalogueFile) -> Fingerprint | None:
        wanted = Fingerprint(file.name, file.size, file.sha256)
        target = self._shelf.parts(model.id) / file.name
        with self._lock(file):
            if target.is_file() and fingerprint(target, self._report) == wanted:
                return wanted
            try:
                self._download(model, file, target)
            except CaptivePortalError:
                raise
            except DownloadError:
                if not file.is_optional:
                    raise
                note(self._report, file.name, f"{file.name} did not come; {model.id} runs without it")
                return None
        return wanted

    def _download(self, model: CatalogueModel, file: CatalogueFile, target: Path) -> None:
        mirrors = mirrors_for(model.id, file, self._wishes.region, self._wishes.mirrors)
        part = target.with_name(f"{file.name}.{file.sha256[:12]}.part")
        self._downloader.fetch(file, mirrors, part, target)

    def _from_archive(self, model: CatalogueModel, archive: CatalogueFile) -> list[Fingerprint]:
        parts = self._shelf.parts(model.id)
        with self._lock(archive), self._shelf.fresh(model.id) as spare:
            self._download(model, archive, parts / archive.name)
            unpack(parts / archive.name, spare, self._report)
            here = find_graph(spare).parent
            for file in model.files:
                found = here / file.name
                mark = fingerprint(found, self._report) if found.is_file() else None
                if mark == (file.name, file.size, file.sha256):
                    found.replace(parts / file.name)
                elif not file.is_optional:
                    raise DamagedModelError(
                        f"{archive.name} holds another {file.name} than the catalogue says"
                    )
            (parts / archive.name).unlink()
        return [Fingerprint(f.name, f.size, f.sha256) for f in model.files if (parts / f.name).is_file()]

    def _lock(self, file: CatalogueFile) -> Lock:
        message = f"another assistant is fetching {file.name}; waiting for it"
        path = self._shelf.arriving / f"{file.sha256}.lock"
        return Lock(path, lambda: self._report(Progress(Step.WAITING, file.name, message=message)))
