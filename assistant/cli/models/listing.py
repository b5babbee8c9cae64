"""`models list` and `models show`."""

import json
import sys
from typing import Any

from assistant.cli.models.line import megabytes
from assistant.devices.places import NANO, nano_model
from assistant.devices.store.catalogue import CatalogueFile, CatalogueModel
from assistant.devices.store.licence import licence_text
from assistant.devices.store.shelf import Shelf
from assistant.devices.store.store import Entry, ModelStore

_DEMO = (
    "\nnano is in use: a demo for English commands, trained here. For dictation in five languages:\n"
    "  assistant models download sense-voice-small && assistant models use sense-voice-small\n"
)


def list_models(store: ModelStore, *, as_json: bool) -> None:
    """Write down every model."""
    entries = store.entries()
    if as_json:
        sys.stdout.write(json.dumps([as_object(one) for one in entries], ensure_ascii=False, indent=2) + "\n")
        return
    wide = max(len(one.name) for one in entries)
    for one in entries:
        mark = "*" if one.is_used else "+" if one.place else " "
        size = megabytes(one.model.size) if one.model and one.model.size else ""
        spoken = " ".join(one.model.languages) if one.model else ""
        sys.stdout.write(f"{mark} {one.name:<{wide}}  {size:>9}  {spoken:<18} {one.title}\n")
    sys.stdout.write("\n* in use   + installed\n")
    if any(one.is_used and one.name == NANO for one in entries):
        sys.stdout.write(_DEMO)


def as_object(entry: Entry) -> dict[str, Any]:
    """Return one model as plain data for JSON."""
    model = entry.model
    known: dict[str, Any] = {"name": entry.name, "title": entry.title}
    known |= {"installed": entry.place is not None, "used": entry.is_used}
    known |= {"folder": str(entry.place) if entry.place else None, "known": model is not None}
    if model is None:
        return known
    return known | {
        "layout": model.layout,
        "languages": list(model.languages),
        "summary": model.summary,
        "licence": model.licence,
        "licence_url": model.licence_url,
        "author": model.author,
        "homepage": model.homepage,
        "bytes": model.size,
        "files": [_file(file) for file in model.files],
        "archive": _file(model.archive) if model.archive else None,
    }


def _file(file: CatalogueFile) -> dict[str, Any]:
    return {
        "name": file.name,
        "bytes": file.size,
        "sha256": file.sha256,
        "urls": list(file.urls),
        "optional": file.is_optional,
    }


def show_model(entry: Entry, *, as_json: bool) -> None:
    """Tell everything about one model."""
    if as_json:
        sys.stdout.write(json.dumps(as_object(entry), ensure_ascii=False, indent=2) + "\n")
    elif entry.name == NANO:
        sys.stdout.write((nano_model() / "README.md").read_text(encoding="utf-8"))
    elif entry.model is None:
        sys.stdout.write(f"{entry.name}: a model of your own, in {entry.place}\n")
    else:
        sys.stdout.write(_card(entry, entry.model))


def _card(entry: Entry, model: CatalogueModel) -> str:
    where = (
        f"installed in {entry.place}"
        if entry.place
        else f"not installed; its place is {Shelf().place(model.id)}"
    )
    lines = [licence_text(model), model.summary, f"layout {model.layout}, {where}", ""]
    for file in model.files:
        lines += [f"{file.name}  {file.size:,} bytes", f"  sha256 {file.sha256}"]
        lines += [f"  {url}" for url in file.urls]
    if model.archive:
        lines += [f"all in one: {model.archive.name}  {model.archive.size:,} bytes"]
        lines += [f"  sha256 {model.archive.sha256}", *(f"  {url}" for url in model.archive.urls)]
    lines += ["", "By hand, on a machine with a network, then carried over on a stick:"]
    lines += [f"  curl -L -o {file.name} {file.urls[0]}" for file in model.files if file.urls]
    lines += ["  assistant models import THE_FOLDER", ""]
    return "\n".join(lines)
