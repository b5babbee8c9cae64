"""From what TOML says to settings: what makes sense is taken, the rest is told, a sentence each."""

import math
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from assistant.devices.settings_file.bounds import WORDS, bounds_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Table = dict[str, object]
"""What TOML reads to: str, bool, int, float, dates, lists and tables of them."""
Chosen = TypeVar("Chosen", bound="DataclassInstance")

_TOO_LARGE = 2**53
_NAMES: dict[object, str] = {
    bool: "true or false",
    int: "a whole number, 0 or more",
    float: "a number, 0 or more",
    Path: "the path of a folder",
}


class BadValueError(ValueError):
    """A value that a setting can't take; the message says what it can."""


def build(kind: type[Chosen], table: Table, prefix: str, problems: list[str]) -> Chosen:
    """Make a `kind` (a dataclass) of `table`; note in `problems` what could not be taken."""
    hints = get_type_hints(kind)
    values: dict[str, Any] = {}
    for field in fields(kind):
        if field.name not in table:
            continue
        key, value, hint = prefix + field.name, table[field.name], hints[field.name]
        try:
            if isinstance(hint, type) and is_dataclass(hint):
                values[field.name] = build(hint, _as_table(value), f"{key}.", problems)
            elif is_list_of_tables(hint):
                values[field.name] = _take_tables(get_args(hint)[0], value, key, problems)
            else:
                values[field.name] = take(key, hint, value)
        except BadValueError as error:
            problems.append(f"{key} has to be {error}; the default is used.")
    known = {field.name for field in fields(kind)}
    problems.extend(f"{prefix}{key} is not a setting of this version." for key in table if key not in known)
    return kind(**values)


def take(key: str, hint: object, value: object) -> object:
    """Return `value` as the setting `key` of type `hint` wants it. Raises BadValueError."""
    origin, options = get_origin(hint), get_args(hint)
    if origin is Literal:
        return _one_of(options, value)
    if origin in {Union, UnionType}:
        (inner,) = (option for option in options if option is not NoneType)
        return take(key, inner, value)
    if is_list_of_tables(hint):
        return tuple(_take_table(options[0], one) for one in _as_list(value))
    if origin is tuple:
        return tuple(take(key, options[0], one) for one in _as_list(value))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(str(_one_of(tuple(one.value for one in hint), value)))
    return _take_plain(key, hint, value)


def is_list_of_tables(hint: object) -> bool:
    """Tell whether a setting is a list of tables, like the hotkeys and the profiles."""
    inner = get_args(hint)[:1]
    return get_origin(hint) is tuple and isinstance(inner[0], type) and is_dataclass(inner[0])


def _take_tables(hint: type["DataclassInstance"], value: object, key: str, problems: list[str]) -> object:
    """Return those of a list of tables that make sense; the others are named by their place."""
    taken = []
    for place, one in enumerate(_as_list(value), start=1):
        try:
            taken.append(_take_table(hint, one))
        except BadValueError as error:
            problems.append(f"{key}, number {place}, has to be {error}; it is left out.")
    return tuple(taken)


def _take_table(hint: type["DataclassInstance"], value: object) -> object:
    """Return one table of a list; there is no default to fall back on in the middle of a list."""
    problems: list[str] = []
    try:
        made = build(hint, _as_table(value), "", problems)
    except TypeError:
        needed = ", ".join(one.name for one in fields(hint) if one.default is MISSING)
        raise BadValueError(f"a table with {needed}") from None
    wrong = [problem for problem in problems if not problem.endswith("of this version.")]
    if wrong:
        raise BadValueError(f"a table as it should be ({wrong[0].partition(';')[0]})")
    return made


def _as_table(value: object) -> Table:
    if not isinstance(value, dict):
        raise BadValueError("a table")
    return value


def _as_list(value: object) -> list[object]:
    """Return a list; one alone need not stand in brackets."""
    return value if isinstance(value, list) else [value]


def _one_of(options: tuple[object, ...], value: object) -> object:
    for option in options:
        if value == option and type(value) is type(option):
            return option
    raise BadValueError("one of " + ", ".join(str(option) for option in options))


def _take_plain(key: str, hint: object, value: object) -> object:
    if hint is bool and isinstance(value, bool):
        return value
    if hint in {int, float}:
        return _take_number(key, hint, value)
    if hint is str and isinstance(value, str):
        return _one_of(WORDS[key], value) if key in WORDS else value
    if hint is Path and isinstance(value, str) and value and "\0" not in value:
        return Path(value).expanduser()
    raise BadValueError(_NAMES.get(hint, "a text in quotes"))


def _take_number(key: str, hint: object, value: object) -> float:
    bounds = bounds_of(key)
    low, high = bounds or (0, math.inf)
    is_number = type(value) is int or (hint is float and isinstance(value, float))
    if isinstance(value, int | float) and is_number and low <= value <= high and value < _TOO_LARGE:
        return float(value) if hint is float else value
    if bounds is None:
        raise BadValueError(_NAMES[hint])
    raise BadValueError(f"{'a whole number' if hint is int else 'a number'} from {low:g} to {high:g}")
