"""What a command does: one verb, with slots where the pack wants them and nowhere else."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from assistant.devices.packs.fields import FieldError, Table, number, one_of, texts
from assistant.values.commands.deed import Plain
from assistant.values.commands.definition import (
    CONFIRMED,
    HARMLESS,
    UNDOABLE,
    Recipe,
    Verb,
)
from assistant.values.commands.keys import canonical_chord

_MARK = re.compile(r"\{(\w+)\}")
_BUILTIN = re.compile(r"[a-z_]+\.[a-z_]+\Z")
_ENTRY = re.compile(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*\Z|[a-z][a-z0-9_-]*\Z")
_METHODS = ("GET", "POST", "PUT")
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_MOST_TIMES = 100


def recipe(table: Table) -> Recipe:
    """Return the recipe of `action = { verb = ... }`. Raises FieldError."""
    verbs = [key for key in table if key in {verb.value for verb in Verb}]
    if len(verbs) != 1:
        raise FieldError(f"action needs exactly one of {', '.join(verb.value for verb in Verb)}")
    verb = Verb(verbs[0])
    parts = texts(table, verb.value)
    options = {key: _option(key, value) for key, value in table.items() if key != verb.value}
    if not parts or not all(part.strip() or verb is Verb.TEXT for part in parts):
        raise FieldError(f"{verb.value} is empty")
    if verb in {Verb.RUN, Verb.HOOK} and not isinstance(table[verb.value], list):
        raise FieldError(
            f"{verb.value} is a list, one text for each argument: {verb.value} = ['program', 'argument']"
        )
    if verb not in {Verb.KEYS, Verb.RUN, Verb.HOOK} and len(parts) != 1:
        raise FieldError(f"{verb.value} takes one text")
    _CHECKS[verb](parts, options)
    if verb is Verb.KEYS:
        parts = tuple(part if _MARK.search(part) else str(canonical_chord(part)) for part in parts)
    return Recipe(verb, parts, tuple(options.items()))


def least_danger(one: Recipe) -> int:
    """Return the danger that a recipe has whatever its pack says."""
    if one.verb in {Verb.RUN, Verb.PYTHON}:
        return CONFIRMED
    if one.verb is Verb.HTTP:
        return UNDOABLE if urlsplit(one.parts[0]).hostname in _LOOPBACK else CONFIRMED
    return UNDOABLE if one.verb is Verb.HOOK else HARMLESS


Options = Mapping[str, Plain]


def _option(key: str, value: object) -> Plain:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise FieldError(f"{key} has to be a text or a number")
    return value


def _no_options(options: Options, known: tuple[str, ...] = ()) -> None:
    for key in options:
        one_of(key, known, "option of this action")


def _check_keys(parts: tuple[str, ...], options: Options) -> None:
    _no_options(options, ("times",))
    if not isinstance(options.get("times", 1), str):
        number(dict(options), "times", 1, (1, _MOST_TIMES))
    for part in parts:
        if canonical_chord(_MARK.sub("a", part)) is None and not _MARK.fullmatch(part):
            raise FieldError(
                f"{part!r} is no chord; write it like ctrl+shift+t, with names as in page_down or f5"
            )


def _check_run(parts: tuple[str, ...], options: Options) -> None:
    _no_options(options)
    if _MARK.search(parts[0]):
        raise FieldError("the pack names the program; a slot can't")
    for part in parts:
        if _MARK.search(part) and not _MARK.fullmatch(part):
            raise FieldError(f"{part!r}: a slot is an argument of its own, never a part of one")


def _check_hook(parts: tuple[str, ...], options: Options) -> None:
    _no_options(options)
    if any(_MARK.search(part) for part in parts):
        raise FieldError("a hook reads its slots as JSON from its input; none goes into its arguments")


def _check_url(parts: tuple[str, ...], options: Options) -> None:
    _no_options(options)
    if _MARK.fullmatch(parts[0]):
        return
    split = urlsplit(parts[0])
    if split.scheme not in {"http", "https"} or not split.hostname or _MARK.search(split.netloc):
        raise FieldError("open_url begins with https:// and the name of the site")


def _check_http(parts: tuple[str, ...], options: Options) -> None:
    _no_options(options, ("method",))
    one_of(str(options.get("method", "POST")), _METHODS, "method")
    if urlsplit(parts[0]).scheme not in {"http", "https"} or _MARK.search(parts[0]):
        raise FieldError("http is one whole address; slots are sent as JSON")


def _check_python(parts: tuple[str, ...], options: Options) -> None:
    _no_options(options)
    if not _ENTRY.match(parts[0]):
        raise FieldError("python names an entry point: 'package.module:function'")


def _check_builtin(parts: tuple[str, ...], _options: Options) -> None:
    if not _BUILTIN.match(parts[0]):
        raise FieldError(f"{parts[0]!r} is no built-in action; they are called like 'window.snap'")


def _check_any(_parts: tuple[str, ...], options: Options) -> None:
    _no_options(options)


_CHECKS = {
    Verb.KEYS: _check_keys,
    Verb.TEXT: _check_any,
    Verb.OPEN_APP: _check_any,
    Verb.OPEN_URL: _check_url,
    Verb.RUN: _check_run,
    Verb.HTTP: _check_http,
    Verb.HOOK: _check_hook,
    Verb.PYTHON: _check_python,
    Verb.BUILTIN: _check_builtin,
}
