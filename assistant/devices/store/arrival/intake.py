"""Models that come by hand: found in a folder, and recognised by what is in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.devices.onnx.header import read_header
from assistant.devices.onnx.layout import FUNASR, GRAPHS, SHERPA, Names
from assistant.devices.onnx.refused import refuse
from assistant.devices.onnx.safety import inspect
from assistant.devices.store.catalogue import Catalogue, CatalogueModel
from assistant.devices.store.hashing import Fingerprint, fingerprint
from assistant.devices.store.progress import Report
from assistant.errors import DamagedModelError, ModelNotFoundError, ModelRefusedError

_BESIDE = ("tokens.txt", "tokens.json", "am.mvn", "config.yaml", "configuration.json")
_DEEP = 4
"""Folders below the one named, so that a whole stick can be named."""
_LARGEST_BESIDE = 64 << 20
_FLOAT, _INT32 = 1, 6
"""ONNX's numbers of element types."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What was found, and may come in."""

    name: str
    model: CatalogueModel | None
    """The catalogue's entry; None for a model that was trusted."""
    files: dict[Path, Fingerprint]
    """Where each file is now; its name, size and hash."""


def find_graph(place: Path) -> Path:
    """Return the one ONNX file in or below `place`. Raises ModelNotFoundError, ModelRefusedError."""
    found = list(_graphs(place, _DEEP))
    preferred = [path for name in GRAPHS for path in found if path.name == name]
    folders = {path.parent for path in found}
    if not found:
        raise ModelNotFoundError(f"{place} holds no model: no .onnx file is in it")
    if len(folders) > 1 or (len(found) > 1 and not preferred):
        named = ", ".join(str(path) for path in sorted(found)[:6])
        raise ModelRefusedError(f"{place} holds {len(found)} models ({named}): name the folder of one")
    return (preferred or found)[0]


def _graphs(place: Path, deep: int) -> Iterator[Path]:
    if place.is_file():
        yield place
        return
    for path in sorted(place.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_file() and path.suffix == ".onnx":
            yield path
        elif deep and path.is_dir() and not path.is_symlink():
            yield from _graphs(path, deep - 1)


def examine(graph: Path, catalogue: Catalogue, report: Report, *, is_trusted: bool) -> Arrival:
    """Recognise the model around `graph`.

    Raises ModelRefusedError for what must not be used, DamagedModelError, ModelNotFoundError.
    """
    header = read_header(graph)
    refuse(graph, header.notes)
    mark = fingerprint(graph, report)
    if mark.sha256 in catalogue.refused:
        raise ModelRefusedError(f"{graph} is not used: {catalogue.refused[mark.sha256]}")
    model = catalogue.with_graph(mark.sha256)
    if model is not None:
        return Arrival(
            model.id, model, {graph: Fingerprint(model.graph, *mark[1:]), **_listed(graph, model, report)}
        )
    if not is_trusted:
        raise ModelRefusedError(
            f"{graph} is no model that the catalogue knows (SHA-256 {mark.sha256[:16]}…): a damaged or "
            "changed copy, or somebody's own; if you know where it comes from and trust it, add --trust"
        )
    return _trusted(graph, mark, report)


def _listed(graph: Path, model: CatalogueModel, report: Report) -> dict[Path, Fingerprint]:
    """Return the other files that the catalogue wants, each with the right hash."""
    found: dict[Path, Fingerprint] = {}
    for file in model.files:
        path = graph.parent / file.name
        if file.name == model.graph:
            continue
        if not path.is_file():
            if file.is_optional:
                continue
            raise ModelNotFoundError(
                f"{graph.parent} lacks {file.name} of {model.id}: put it beside {graph.name}"
            )
        mark = fingerprint(path, report)
        if (mark.size, mark.sha256) != (file.size, file.sha256):
            if file.is_optional:
                continue
            raise DamagedModelError(
                f"{path} is not the file that belongs to {model.id} (its SHA-256 is {mark.sha256[:16]}… "
                f"and not {file.sha256[:16]}…): copy it again"
            )
        found[path] = mark
    return found


def _trusted(graph: Path, mark: Fingerprint, report: Report) -> Arrival:
    """Take a model that nobody knows, after a look at everything it could do."""
    contents = inspect(graph)
    names = _layout(graph, contents.kinds)
    wanted = {names.features: _FLOAT, names.length: _INT32, names.language: _INT32, names.text_norm: _INT32}
    for name, kind in wanted.items():
        if contents.kinds[name] != kind:
            raise ModelRefusedError(
                f"{graph.name} is refused: its input {name} is not of the type that SenseVoice has "
                f"({'float32' if kind == _FLOAT else 'int32'})"
            )
    found = {graph: mark}
    for name in (*_BESIDE, *contents.files):
        path = graph.parent / name
        if path.is_file():
            if name not in contents.files and path.stat().st_size > _LARGEST_BESIDE:
                raise ModelRefusedError(f"{path} is refused: it is far too large for a {name}")
            found[path] = fingerprint(path, report)._replace(name=name)
    return Arrival(_slug(graph), None, found)


def _layout(graph: Path, kinds: dict[str, int]) -> Names:
    for names in (FUNASR, SHERPA):
        if frozenset(kinds) == names.inputs:
            return names
    raise ModelRefusedError(
        f"{graph.name} is refused: its inputs ({', '.join(kinds)[:200]}) are not those of a SenseVoice model"
    )


def _slug(graph: Path) -> str:
    name = graph.parent.resolve().name if graph.name in GRAPHS else graph.stem
    return re.sub(r"[^a-z0-9.-]+", "-", name.lower()).strip("-.") or "model"
