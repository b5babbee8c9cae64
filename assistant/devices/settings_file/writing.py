"""How values are written in TOML, and what a settings file says of which nothing is set yet."""

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.values.settings import Settings

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SCHEMA = 1
"""Counts how often a setting has moved or changed its meaning; see `schema`."""

HEAD = f"""\
# Settings of the assistant. Take away a leading "# " to change a default; what you write beside it stays.
# Changes take effect with the next utterance. `assistant settings explain KEY` tells about each of them.
schema = {SCHEMA}
"""


def template(sentence: Callable[[str], str]) -> str:
    """Return a file in which every setting stands as a comment, each below the `sentence` of its key."""
    return HEAD + _section(Settings(), "", sentence)


def plain(value: object) -> object:
    """Return a value of a setting as TOML knows it: str, bool, int, float, lists and tables."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            one.name: plain(got) for one in fields(value) if (got := getattr(value, one.name)) != one.default
        }
    match value:
        case tuple() | list():
            return [plain(one) for one in value]
        case Path():
            return str(value)
        case str():
            return str.__str__(value)  # of an enumeration, its value
        case _:
            return value


def literal(value: object) -> str:
    """Return `value`, plain or of a setting, as it stands in a file."""
    value = plain(value)
    match value:
        case bool():
            return "true" if value else "false"
        case float() | int():
            return repr(value)  # inf and nan are written so in TOML too
        case list():
            return "[" + ", ".join(literal(one) for one in value) + "]"
        case dict():
            pairs = (f"{_key(key)} = {literal(one)}" for key, one in value.items())
            return "{" + ", ".join(pairs) + "}"
        case _:
            return _text(str(value))


def default_line(name: str, default: object) -> str:
    """Return the comment that stands for a setting that is as it always was."""
    if default is None or default is MISSING:
        return f"# {name} ="
    return f"# {name} = {literal(default)}"


def _section(defaults: "DataclassInstance", prefix: str, sentence: Callable[[str], str]) -> str:
    lines, tables = [], []
    for field in fields(defaults):
        default = getattr(defaults, field.name)
        if is_dataclass(default) and not isinstance(default, type):
            name = f"{prefix}{field.name}"
            tables.append(f"\n[{name}]\n" + _section(default, f"{name}.", sentence))
        else:
            lines.append(f"## {sentence(prefix + field.name)}\n{default_line(field.name, default)}\n")
    return "".join(lines + tables)


def _key(key: str) -> str:
    is_bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if is_bare else _text(key)


def _text(text: str) -> str:
    named = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(named.get(c, c if c.isprintable() else f"\\U{ord(c):08x}") for c in text) + '"'
