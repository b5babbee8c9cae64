"""The settings file: one TOML file that people can read and edit.

Only what differs from the defaults is set in it; every other setting stands there as a comment with its
default, so that better defaults of a later version reach everybody. Keys that this version does not know
are kept. A value that makes no sense is replaced by its default and told in one sentence.
"""

import math
import os
import tempfile
import tomllib
from contextlib import suppress
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from assistant.devices.places import places, private_folder
from assistant.values.settings import Settings

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Table = dict[str, object]
"""What TOML reads to: str, bool, int, float, dates, lists and tables of them."""
Chosen = TypeVar("Chosen", bound="DataclassInstance")
_HEAD = """\
# Settings of the assistant. Take away a leading "# " to change a default.
"""


_TOO_LARGE = 2**53
_NAMES: dict[object, str] = {
    bool: "true or false",
    int: "a whole number, 0 or more",
    float: "a number, 0 or more",
    Path: "the path of a folder",
}


class BadValueError(ValueError):
    """A value that a setting can't take; the message says what it can."""


class SettingsFile:
    """Reads and writes settings."""

    def __init__(self, path: Path | None = None) -> None:
        """Take the file at `path`; None is the user's own. It does not have to exist."""
        self.path = path or places().settings_file
        self.problems: tuple[str, ...] = ()
        """What was wrong with the file when it was last read, a sentence each."""

    @property
    def backup(self) -> Path:
        """The last file that could be read."""
        return self.path.with_name(f"{self.path.name}.last-good")

    def read(self) -> Settings:
        """Return the settings, with defaults where nothing sensible is set. Never raises.

        `problems` tells afterwards what was wrong.
        """
        problems: list[str] = []
        settings = _build(Settings, self._table(problems), "", problems)
        self.problems = tuple(problems)
        return settings

    def write(self, settings: Settings) -> None:
        """Replace the file in one step; keys in it that are not ours stay. Raises OSError."""
        private_folder(self.path.parent)
        try:
            old = _parse(self.path)
        except (OSError, ValueError):
            old = {}
            with suppress(FileNotFoundError):
                self.path.replace(self.path.with_name(f"{self.path.name}.unreadable"))
        _replace(self.path, _HEAD + _sections(settings, Settings(), old, ""))

    def _table(self, problems: list[str]) -> Table:
        try:
            table = _parse(self.path)
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            return self._last_good(str(error), problems)
        with suppress(OSError):  # no backup is no reason to have no settings
            text = self.path.read_bytes()
            if not self.backup.exists() or self.backup.read_bytes() != text:
                _replace(self.backup, text.decode())
        return table

    def _last_good(self, why: str, problems: list[str]) -> Table:
        try:
            table = _parse(self.backup)
        except (OSError, ValueError):
            problems.append(f"{self.path.name} can't be read ({why}); the defaults are used.")
            return {}
        problems.append(f"{self.path.name} can't be read ({why}); the last good settings are used.")
        return table


def _parse(path: Path) -> Table:
    """Read a file. Raises OSError, or ValueError where it is not TOML."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    act = table.get("act")
    if isinstance(act, dict) and "hotkey" in act:  # as it was called while there was only one
        one = act.pop("hotkey")
        act.setdefault("hotkeys", [{"keys": one}])
    return table


def _replace(path: Path, text: str) -> None:
    file, fresh = tempfile.mkstemp(dir=path.parent, prefix=path.name)  # mode 0600
    try:
        with os.fdopen(file, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(fresh).replace(path)
    except OSError:
        Path(fresh).unlink()
        raise


def _build(kind: type[Chosen], table: Table, prefix: str, problems: list[str]) -> Chosen:
    """Make a `kind` (a dataclass) of `table`; note in `problems` what could not be taken."""
    hints = get_type_hints(kind)
    values: dict[str, Any] = {}
    for field in fields(kind):
        if field.name not in table:
            continue
        key, value, hint = prefix + field.name, table[field.name], hints[field.name]
        try:
            if isinstance(hint, type) and is_dataclass(hint):
                values[field.name] = _build(hint, _as_table(value), f"{key}.", problems)
            else:
                values[field.name] = _take(hint, value)
        except BadValueError as error:
            problems.append(f"{key} has to be {error}; the default is used.")
    known = {field.name for field in fields(kind)}
    problems.extend(f"{prefix}{key} is not a setting of this version." for key in table if key not in known)
    return kind(**values)


def _as_table(value: object) -> Table:
    if not isinstance(value, dict):
        raise BadValueError("a table")
    return value


def _take(hint: object, value: object) -> object:
    """Return `value` as the type `hint` wants it. Raises BadValueError."""
    origin, options = get_origin(hint), get_args(hint)
    if origin is Literal:
        return _one_of(options, value)
    if origin in {Union, UnionType}:
        (inner,) = (option for option in options if option is not NoneType)
        return _take(inner, value)
    if origin is tuple:
        return _take_all(options[0], value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(str(_one_of(tuple(one.value for one in hint), value)))
    if isinstance(hint, type) and is_dataclass(hint):
        return _take_table(hint, value)
    return _take_plain(hint, value)


def _take_table(hint: type["DataclassInstance"], value: object) -> object:
    """Return one table of a list; there is no default to fall back on in the middle of a list."""
    problems: list[str] = []
    try:
        made = _build(hint, _as_table(value), "", problems)
    except TypeError:
        needed = ", ".join(one.name for one in fields(hint) if one.default is MISSING)
        raise BadValueError(f"tables with {needed}") from None
    if problems:
        raise BadValueError(f"tables as they should be ({problems[0].rstrip('.')})")
    return made


def _take_all(hint: object, value: object) -> tuple[object, ...]:
    """Return a list of `hint`s; one alone need not stand in brackets. Raises BadValueError."""
    return tuple(_take(hint, one) for one in (value if isinstance(value, list) else [value]))


def _one_of(options: tuple[object, ...], value: object) -> object:
    for option in options:
        if value == option and type(value) is type(option):
            return option
    raise BadValueError("one of " + ", ".join(str(option) for option in options))


def _take_plain(hint: object, value: object) -> object:
    if hint is bool and isinstance(value, bool):
        return value
    if hint in {int, float} and type(value) is int and 0 <= value < _TOO_LARGE:
        return float(value) if hint is float else value
    if hint is float and isinstance(value, float) and 0 <= value < math.inf:
        return value
    if hint is str and isinstance(value, str):
        return value
    if hint is Path and isinstance(value, str) and value:
        return Path(value).expanduser()
    raise BadValueError(_NAMES.get(hint, "a text in quotes"))


def _sections(settings: "DataclassInstance", defaults: object, old: Table, prefix: str) -> str:
    """Write one dataclass: its own keys first, then its tables; unknown keys of `old` after each."""
    lines, tables = [], []
    for field in fields(settings):
        value, default = getattr(settings, field.name), getattr(defaults, field.name)
        if is_dataclass(value) and not isinstance(value, type):
            name, inner = f"{prefix}{field.name}", old.get(field.name, {})
            inner = inner if isinstance(inner, dict) else {}
            tables.append(f"\n[{name}]\n" + _sections(value, default, inner, f"{name}."))
        elif value is None:
            lines.append(f"# {field.name} =\n")
        else:
            lines.append(f"{'# ' if value == default else ''}{field.name} = {_toml(value)}\n")
    known = {field.name for field in fields(settings)}
    lines += [f"{_toml_key(key)} = {_toml(value)}\n" for key, value in old.items() if key not in known]
    return "".join(lines + tables)


def _toml(value: object) -> str:
    value = _chosen(value)
    match value:
        case bool():
            return "true" if value else "false"
        case float():
            return repr(value)  # inf and nan are written so in TOML too
        case int() | datetime() | date() | time():
            return str(value)
        case list() | tuple():
            return "[" + ", ".join(_toml(one) for one in value) + "]"
        case dict():
            pairs = (f"{_toml_key(key)} = {_toml(one)}" for key, one in value.items())
            return "{" + ", ".join(pairs) + "}"
        case _:
            return _toml_text(str(value))


def _chosen(value: object) -> object:
    """Return a dataclass as the table of what differs in it from the defaults; anything else as it is."""
    if not is_dataclass(value) or isinstance(value, type):
        return value
    return {one.name: got for one in fields(value) if (got := getattr(value, one.name)) != one.default}


def _toml_key(key: str) -> str:
    is_bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if is_bare else _toml_text(key)


def _toml_text(text: str) -> str:
    named = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(named.get(c, c if c.isprintable() else f"\\U{ord(c):08x}") for c in text) + '"'
