"""Settings as text, as JSON and as tables."""

import json
from collections.abc import Iterable
from typing import Any

from assistant.devices.settings_file.catalogue import Kind, Page, SettingField, pages
from assistant.devices.settings_file.keys import value_of
from assistant.devices.settings_file.writing import literal, plain
from assistant.values.settings import Settings

WIDEST = 40
"""Letters of a value in the list."""


def shown(value: object) -> str:
    """Return a value as it is typed on the command line."""
    if value is None or value == ():
        return "-"
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return ",".join(value)
    made = plain(value)
    return made if isinstance(made, str) and made else literal(made)


def selected(search: str, keys: Iterable[str] | None = None) -> list[tuple[Page, list[SettingField]]]:
    """Return the pages with those of their settings that a search finds, and that are among `keys`."""
    among = None if keys is None else set(keys)
    found = [
        (page, [one for one in page.fields if one.matches(search) and (among is None or one.key in among)])
        for page in pages()
    ]
    return [(page, settings) for page, settings in found if settings]


def as_text(settings: Settings, chosen: frozenset[str], found: list[tuple[Page, list[SettingField]]]) -> str:
    """Return a list for people."""
    width = max((len(one.key) for _, fields in found for one in fields), default=0)
    lines = []
    for page, fields in found:
        lines.append(f"\n{page.title}")
        for one in fields:
            value = shown(value_of(settings, one.key))
            value = value if len(value) <= WIDEST else f"{value[: WIDEST - 1]}…"
            lines.append(f"{'*' if one.key in chosen else ' '} {one.key:{width}}  {value:22}  {one.title}")
    return "\n".join(lines).lstrip("\n")


def as_json(settings: Settings, chosen: frozenset[str], found: list[tuple[Page, list[SettingField]]]) -> str:
    """Return the same for programs."""
    facts = [facts_of(settings, chosen, one) for _, fields in found for one in fields]
    return json.dumps(facts, ensure_ascii=False, indent=2)


def as_markdown(found: list[tuple[Page, list[SettingField]]]) -> str:
    """Return tables for a manual."""
    lines = []
    for page, fields in found:
        lines += [f"\n### {page.title}\n", "| setting | default | what it is |", "|---|---|---|"]
        lines += [f"| `{one.key}` | `{shown(one.default)}` | {_meaning(one)} |" for one in fields]
    return "\n".join(lines).lstrip("\n")


def facts_of(settings: Settings, chosen: frozenset[str], one: SettingField) -> dict[str, Any]:
    """Return all about a setting, for programs."""
    return {
        "key": one.key,
        "value": plain(value_of(settings, one.key)),
        "default": plain(one.default),
        "is_changed": one.key in chosen,
        "page": one.page,
        "title": one.title,
        "sentence": one.sentence,
        "kind": one.kind.value,
        "choices": [plain(option.value) for option in one.options],
        "bounds": list(one.bounds) if one.bounds else None,
        "unit": one.unit,
    }


def explained(settings: Settings, chosen: frozenset[str], one: SettingField) -> str:
    """Return all about a setting, for people."""
    value = f"{shown(value_of(settings, one.key))}{f' {one.unit}' if one.unit else ''}"
    lines = [
        f"{one.key}: {one.title}",
        f"  {one.sentence}",
        f"  now:     {value}{'  (changed by you)' if one.key in chosen else ''}",
        f"  default: {shown(one.default)}",
        f"  can be:  {can_be(one)}",
    ]
    lines += [f"           {shown(option.value):14} {option.label}" for option in one.options]
    return "\n".join(lines)


def can_be(  # noqa: PLR0911 - one arm for each kind
    one: SettingField,
) -> str:
    """Say what a setting can be."""
    match one.kind:
        case Kind.SWITCH:
            return "true or false"
        case Kind.CHOICE:
            return "one of these"
        case Kind.NUMBER:
            what = "a whole number" if one.is_whole else "a number"
            limits = f" from {one.bounds[0]:g} to {one.bounds[1]:g}" if one.bounds else ", 0 or more"
            return f"{what}{limits}{f' ({one.unit})' if one.unit else ''}"
        case Kind.PLACE:
            return "the path of a file or folder"
        case Kind.LIST:
            return "words, with a comma between them"
        case Kind.TABLES:
            return "a list of tables as in TOML, or words with a comma between them"
        case Kind.TEXT:
            return "a text"


def _meaning(one: SettingField) -> str:
    options = ", ".join(f"`{shown(option.value)}`" for option in one.options)
    return f"{one.sentence}{f' ({options})' if options else ''}".replace("|", "\\|")
