"""Every setting with its name, a plain sentence, its page and what it can be: for window and command line.

The words stand in `resources/settings`, a file for each language; what a setting can be follows from its
type.
"""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from assistant.devices.places import resources
from assistant.devices.settings_file import keys
from assistant.devices.settings_file.bounds import WORDS, bounds_of
from assistant.devices.settings_file.taking import is_list_of_tables

_UNITS = {"_ms": "ms", "_s": "s", "_days": "days", "_megabytes": "MB"}


class Kind(StrEnum):
    """How a setting is chosen."""

    SWITCH = "switch"
    NUMBER = "number"
    CHOICE = "choice"
    TEXT = "text"
    PLACE = "place"
    """A file or folder."""
    LIST = "list"
    """Texts."""
    TABLES = "tables"
    """A list of several things each."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the values of a choice."""

    value: object
    label: str


@dataclass(frozen=True, slots=True)
class SettingField:
    """All about one setting."""

    key: str
    page: str
    title: str
    sentence: str
    kind: Kind
    default: object
    options: tuple[Option, ...] = ()
    bounds: tuple[float, float] | None = None
    unit: str = ""
    is_whole: bool = False
    """Whether a number is a whole one."""

    def matches(self, search: str) -> bool:
        """Tell whether every word of a search is in the key, the name, the sentence or a choice."""
        everything = " ".join((self.key, self.title, self.sentence, *(one.label for one in self.options)))
        return all(word in everything.casefold() for word in search.casefold().split())


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the settings."""

    name: str
    title: str
    fields: tuple[SettingField, ...]


@cache
def pages(language: str = "en") -> tuple[Page, ...]:
    """Return every page with its settings, in order, in a language; where that has no file, in English."""
    words = _words(language)
    layout: dict[str, list[str]] = _read("pages")
    return tuple(
        Page(name, words["pages"][name], tuple(_field(key, name, _about(words, key)) for key in settings))
        for name, settings in layout.items()
    )


def catalogue(language: str = "en") -> dict[str, SettingField]:
    """Return every setting by its key, in the order of the pages."""
    return {field.key: field for page in pages(language) for field in page.fields}


def sentence(key: str) -> str:
    """Return what a setting is for, in English."""
    return str(_about(_words("en"), key)["says"])


def languages() -> tuple[str, ...]:
    """Return the languages that the settings are described in, English first."""
    found = sorted(path.stem for path in _folder().glob("*.toml") if path.stem != "pages")
    return ("en", *(one for one in found if one != "en"))


def _field(key: str, page: str, words: dict[str, Any]) -> SettingField:
    hint = _inner(keys.HINTS[key])
    labels = words.get("choices", {})
    values = _values(key, hint)
    return SettingField(
        key=key,
        page=page,
        title=words["title"],
        sentence=words["says"],
        kind=_kind(hint, is_choice=bool(values)),
        default=keys.default_of(key),
        options=tuple(Option(value, labels.get(str(value), str(value))) for value in values),
        bounds=bounds_of(key),
        unit=next((unit for ending, unit in _UNITS.items() if key.endswith(ending)), ""),
        is_whole=hint is int,
    )


def _inner(hint: object) -> object:
    """Return the type of a setting that may also be nothing."""
    options = [one for one in get_args(hint) if one is not NoneType]
    return options[0] if NoneType in get_args(hint) else hint


def _values(key: str, hint: object) -> tuple[object, ...]:
    if get_origin(hint) is Literal:
        return get_args(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return tuple(hint)
    return WORDS.get(key, ())


def _kind(hint: object, *, is_choice: bool) -> Kind:
    if is_list_of_tables(hint):
        return Kind.TABLES
    if get_origin(hint) is tuple:
        return Kind.LIST
    if is_choice:
        return Kind.CHOICE
    kinds: dict[object, Kind] = {bool: Kind.SWITCH, int: Kind.NUMBER, float: Kind.NUMBER, Path: Kind.PLACE}
    return kinds.get(hint, Kind.TEXT)


@cache
def _words(language: str) -> dict[str, Any]:
    own = language.replace("-", "_").partition("_")[0]
    return _read(own if own in languages() else "en")


def _about(words: dict[str, Any], key: str) -> dict[str, Any]:
    found: Any = words
    for name in key.split("."):
        found = found.get(name, {})
    # A setting that is too new to have words has its key; a test does not let that out of the house.
    return {"title": key, "says": key, **found}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_folder() / f"{name}.toml").read_text(encoding="utf-8"))


def _folder() -> Path:
    return resources() / "settings"
