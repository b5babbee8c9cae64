"""Taking values out of a TOML table, each with its type; what does not fit is told in one sentence."""

import difflib
from collections.abc import Collection, Mapping

Table = Mapping[str, object]
MOST_ITEMS = 2000
"""Of one list in a pack."""


class FieldError(ValueError):
    """A value that can't be taken; the message says what it has to be."""


def text(table: Table, key: str, default: str | None = None) -> str:
    """Return a text. Raises FieldError."""
    value = table.get(key, default)
    if not isinstance(value, str) or (not value.strip() and default is None):
        raise FieldError(f"{key} has to be a text in quotes")
    return value


def texts(table: Table, key: str) -> tuple[str, ...]:
    """Return a list of texts; one text stands for a list of one. Raises FieldError."""
    value = table.get(key, [])
    found = [value] if isinstance(value, str) else value
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise FieldError(f"{key} has to be a list of texts in quotes")
    if len(found) > MOST_ITEMS:
        raise FieldError(f"{key} holds more than {MOST_ITEMS} entries")
    return tuple(found)


def flag(table: Table, key: str, *, default: bool) -> bool:
    """Return true or false. Raises FieldError."""
    value = table.get(key, default)
    if not isinstance(value, bool):
        raise FieldError(f"{key} has to be true or false")
    return value


def number(table: Table, key: str, default: int, limits: tuple[int, int]) -> int:
    """Return a whole number within `limits`. Raises FieldError."""
    value = table.get(key, default)
    if not isinstance(value, int) or isinstance(value, bool) or not limits[0] <= value <= limits[1]:
        raise FieldError(f"{key} has to be a whole number from {limits[0]} to {limits[1]}")
    return value


def tables(table: Table, key: str) -> Table:
    """Return a table. Raises FieldError."""
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise FieldError(f"{key} has to be a table: {key} = {{ ... }}")
    return value


def list_of_tables(table: Table, key: str) -> list[Table]:
    """Return what `[[key]]` stands for. Raises FieldError."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise FieldError(f"write [[{key}]] before each {key}")
    return value


def only(table: Table, known: Collection[str]) -> None:
    """Refuse keys that nothing reads. Raises FieldError."""
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(key, known, 1, 0.5)
            raise FieldError(f"{key!r} is not known here" + (f" – did you mean {near[0]!r}?" if near else ""))


def one_of(value: str, known: Collection[str], what: str) -> str:
    """Return `value`. Raises FieldError where it is none of the `known`."""
    if value not in known:
        near = difflib.get_close_matches(value, known, 1, 0.4)
        hint = f" – did you mean {near[0]!r}?" if near else f"; it is one of {', '.join(sorted(known))}"
        raise FieldError(f"{value!r} is no {what}{hint}")
    return value
