"""The catalogue: which models there are, where their files lie, how big they are and what they hash to.

The hash is what is trusted, so any mirror will do. The catalogue ships with the assistant; another one
can be named for tests and for private mirrors, by ASSISTANT_CATALOGUE for all of the assistant.
"""

import os
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.devices.onnx.refused import REFUSED
from assistant.devices.places import bundled
from assistant.errors import ModelError, ModelNotFoundError

OVERRIDE = "ASSISTANT_CATALOGUE"
_HASH = re.compile(r"[0-9a-f]{64}")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """One file of a model."""

    name: str
    size: int
    """Bytes."""
    sha256: str
    urls: tuple[str, ...]
    """In order of preference."""
    is_optional: bool = False
    """The model runs without it."""


@dataclass(frozen=True, slots=True)
class CatalogueModel:
    """One model that the assistant knows."""

    id: str
    title: str
    layout: str
    languages: tuple[str, ...]
    summary: str
    licence: str
    licence_url: str = ""
    author: str = ""
    homepage: str = ""
    graph: str = ""
    """Name of the ONNX file."""
    files: tuple[CatalogueFile, ...] = ()
    archive: CatalogueFile | None = None
    """The same files in one archive: the last resort."""
    is_bundled: bool = False

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)

    @property
    def needs_consent(self) -> bool:
        """Tell whether its licence has to be accepted first."""
        return not self.is_bundled and bool(self.licence)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All models, and the files that must not be used."""

    models: tuple[CatalogueModel, ...]
    refused: dict[str, str] = field(repr=False)
    """SHA-256 of a file -> why it is refused."""

    def find(self, name: str) -> CatalogueModel:
        """Return the model of that id. Raises ModelNotFoundError."""
        for model in self.models:
            if model.id == name:
                return model
        known = ", ".join(model.id for model in self.models)
        raise ModelNotFoundError(f"the catalogue has no model {name!r}; it has {known}")

    def with_graph(self, sha256: str) -> CatalogueModel | None:
        """Return the model whose ONNX file hashes to `sha256`."""
        for model in self.models:
            if any(file.name == model.graph and file.sha256 == sha256 for file in model.files):
                return model
        return None


def read_catalogue(path: Path | None = None) -> Catalogue:
    """Read the catalogue at `path`; None is the one that ships, or ASSISTANT_CATALOGUE. Raises ModelError."""
    named = os.environ.get(OVERRIDE)
    place = path or (Path(named) if named else bundled() / "models" / "catalogue.toml")
    try:
        table = tomllib.loads(place.read_text(encoding="utf-8"))
        models = tuple(_model(entry) for entry in table.get("model", []))
        refused = {_hash(one["sha256"]): str(one["reason"]) for one in table.get("refused", [])}
    except FileNotFoundError as error:
        raise ModelNotFoundError(f"there is no catalogue {place}") from error
    except KeyError as error:
        raise ModelError(f"the catalogue {place} is damaged: an entry lacks {error}") from error
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise ModelError(f"the catalogue {place} is damaged: {error}") from error
    return Catalogue(models, {refusal.sha256: refusal.why for refusal in REFUSED} | refused)


def _model(entry: dict[str, Any]) -> CatalogueModel:
    files = tuple(_file(file) for file in entry.get("file", []))
    archive = entry.get("archive")
    return CatalogueModel(
        id=plain_name(entry["id"]),
        title=str(entry["title"]),
        layout=str(entry["layout"]),
        languages=tuple(map(str, entry["languages"])),
        summary=str(entry["summary"]),
        licence=str(entry["licence"]),
        licence_url=str(entry.get("licence_url", "")),
        author=str(entry.get("author", "")),
        homepage=str(entry.get("homepage", "")),
        graph=plain_name(entry["model"]),
        files=files,
        archive=None if archive is None else _archive(archive),
        is_bundled=bool(entry.get("bundled", False)),
    )


def _file(entry: dict[str, Any]) -> CatalogueFile:
    urls = tuple(_secure(url) for url in entry.get("urls", []))
    is_optional = bool(entry.get("optional", False))
    size = int(entry["bytes"])
    return CatalogueFile(plain_name(entry["name"]), size, _hash(entry["sha256"]), urls, is_optional)


def _archive(entry: dict[str, Any]) -> CatalogueFile:
    return _file({**entry, "name": entry["url"].rpartition("/")[2], "urls": [entry["url"]]})


def plain_name(text: object) -> str:
    """Return `text` where it can be the name of a file in any folder. Raises ValueError."""
    if not isinstance(text, str) or not _PLAIN.fullmatch(text):
        raise ValueError(f"{text!r} is not a plain name")
    return text


def _hash(text: object) -> str:
    if not isinstance(text, str) or not _HASH.fullmatch(text):
        raise ValueError(f"{text!r} is not a SHA-256")
    return text


def _secure(url: object) -> str:
    if not isinstance(url, str) or not url.startswith("https://"):
        raise ValueError(f"{url!r} is not an https address")
    return url
