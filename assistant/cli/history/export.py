"""History as JSON, CSV, Markdown and plain text."""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path

from assistant.devices.history import HistoryEntry

_SUFFIXES = {".json": "json", ".csv": "csv", ".md": "markdown", ".markdown": "markdown", ".txt": "text"}
_COLUMNS = (
    "id at text raw language language_probability emotion emotion_probability sounds app intent why"
    " result method seconds model audio"
).split()
_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins like this for a formula."""


def format_of(file: Path) -> str:
    """Return the format that a file's name asks for."""
    return _SUFFIXES.get(file.suffix.lower(), "json")


def exported(entries: Iterable[HistoryEntry], kind: str) -> str:
    """Return the entries in the format `kind`: json, csv, markdown or text."""
    match kind:
        case "csv":
            return _csv(entries)
        case "markdown":
            return _markdown(entries)
        case "text":
            return "".join(f"{each.text}\n" for each in entries if each.text)
        case _:
            return json.dumps([each.as_object() for each in entries], ensure_ascii=False, indent=2) + "\n"


def _csv(entries: Iterable[HistoryEntry]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for each in entries:
        plain = each.as_object()
        for tag in ("language", "emotion"):
            plain[tag], plain[f"{tag}_probability"] = plain[tag]["name"], plain[tag]["probability"]
        plain["sounds"] = " ".join(f"{one['name']}:{one['probability']:.3f}" for one in plain["sounds"])
        writer.writerow([_safe(plain[name]) for name in _COLUMNS])
    return out.getvalue()


def _safe(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_RISKY) else value


def _markdown(entries: Iterable[HistoryEntry]) -> str:
    lines, day = ["# History\n"], ""
    for each in entries:
        local = each.at.astimezone()
        if day != local.date().isoformat():
            day = local.date().isoformat()
            lines.append(f"\n## {day}\n\n")
        where = f" in {each.app}" if each.app else ""
        text = each.text.replace("\\", "\\\\").replace("`", "\\`").replace("\n", "  \n  ")
        lines.append(f"- **{local:%H:%M}**{where} ({each.result}): {text}\n")
    return "".join(lines)
