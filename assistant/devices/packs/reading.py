"""One TOML file -> a pack. Whatever is wrong in it is told with its line, and costs only itself."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from assistant.devices.packs.fields import (
    FieldError,
    Table,
    flag,
    list_of_tables,
    number,
    one_of,
    only,
    tables,
    text,
    texts,
)
from assistant.devices.packs.lines import Lines
from assistant.devices.packs.lists import LANGUAGES, languages_of, rules, slot_list
from assistant.devices.packs.recipes import least_danger, recipe
from assistant.values.commands.definition import (
    CONFIRMED,
    HARMLESS,
    OFF,
    Definition,
    Pack,
    Phrasing,
    Place,
    Problem,
    Scope,
    SlotList,
    Wake,
    When,
)

Taken = TypeVar("Taken")

LARGEST = 1_000_000
"""Bytes of a pack."""
_TOP = ("pack", "version", "lists", "rules", "command", "wake")
_KEYS = (*LANGUAGES, "id", "mode", "when", "danger", "fuzzy", "llm", "action", "undo", "say", "examples")
_NAME_CHARS = set("abcdefghijklmnopqrstuvwxyz0123456789_.-")


@dataclass
class PackFile:
    """What one file holds, and what is wrong with it."""

    path: Path
    name: str
    """For messages."""
    pack: Pack | None = None
    problems: list[Problem] = field(default_factory=list)


def read_pack(path: Path, shown: str = "") -> PackFile:
    """Read a pack, called `shown` in messages. Never raises: `problems` tell what could not be taken."""
    name = shown or path.name
    file = PackFile(path, name)
    try:
        written = _text_of(path)
        table = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        file.problems.append(Problem(Place(name, _line_of(str(error))), f"this is not TOML: {error}"))
        return file
    except (OSError, UnicodeDecodeError, FieldError, RecursionError) as error:
        file.problems.append(Problem(Place(name), f"the file can't be read: {error}"))
        return file
    _Reader(file, Lines(written)).read(table)
    return file


class _Reader:
    def __init__(self, file: PackFile, lines: Lines) -> None:
        self._file = file
        self._lines = lines

    def read(self, table: Table) -> None:
        """Make the pack of everything in `table` that is right."""
        name = self._try(1, lambda: _checked_name(text(table, "pack"), "pack"))
        if name is None:
            return
        self._try(1, lambda: only(table, _TOP))
        self._try(self._lines.key("version"), lambda: number(table, "version", 1, (1, 1)))
        lists = tuple(self._lists(self._try(1, lambda: tables(table, "lists")) or {}))
        named = self._try(self._lines.table("rules"), lambda: rules(tables(table, "rules"))) or ()
        commands = tuple(self._commands(self._try(1, lambda: list_of_tables(table, "command")) or []))
        wakes = self._try(1, lambda: tuple(_wake(each) for each in list_of_tables(table, "wake"))) or ()
        self._file.pack = Pack(name, Place(self._file.name), commands, lists, named, wakes)

    def _lists(self, table: Table) -> Iterator[SlotList]:
        for name in table:
            line = self._lines.table(f"lists.{name}")
            found = self._try(line, partial(_list, name, table))
            if found is not None:
                yield found

    def _commands(self, found: list[Table]) -> Iterator[Definition]:
        seen: set[str] = set()
        for index, table in enumerate(found):
            line = self._lines.command(index)
            where = f'command "{table.get("id", "?")}": '
            place = Place(self._file.name, line)
            command = self._try(line, partial(_definition, table, place), where)
            if command is not None and command.name in seen:
                self._tell(line, f'{where}there are two of this id; give it another, or add to "en" there')
            elif command is not None:
                seen.add(command.name)
                yield command

    def _try(self, line: int, take: Callable[[], Taken], where: str = "") -> Taken | None:
        try:
            return take()
        except FieldError as error:
            self._tell(line, f"{where}{error}")
            return None

    def _tell(self, line: int, message: str) -> None:
        self._file.problems.append(Problem(Place(self._file.name, line), message))


def _list(name: str, table: Table) -> SlotList:
    return slot_list(name, tables(table, name))


def _definition(table: Table, place: Place) -> Definition:
    only(table, _KEYS)
    name = _checked_name(text(table, "id"), "id")
    action = recipe(tables(table, "action")) if "action" in table else None
    least = least_danger(action) if action else HARMLESS
    danger = number(table, "danger", least, (HARMLESS, OFF))
    if danger < least:
        raise FieldError(f"danger has to be {least} or more for what this command does")
    phrasings = _phrasings(table)
    if not phrasings:
        raise FieldError("it can't be said in any language; write en = ['...']")
    when = _when(tables(table, "when"))
    if (when.emotions or when.sounds) and danger > HARMLESS:
        raise FieldError("when.emotion and when.sound are for commands of danger 0 only")
    is_safe = danger < CONFIRMED
    return Definition(
        name,
        phrasings,
        action,
        place,
        undo=recipe(tables(table, "undo")) if "undo" in table else None,
        scopes=tuple(
            Scope(one_of(each, [scope.value for scope in Scope], "mode")) for each in texts(table, "mode")
        )
        or (Scope.COMMAND,),
        when=when,
        danger=danger,
        is_fuzzy=flag(table, "fuzzy", default=True) and is_safe,
        is_tool=flag(table, "llm", default=False) and is_safe,
    )


def _phrasings(table: Table) -> tuple[Phrasing, ...]:
    examples, say = languages_of(tables(table, "examples")), tables(table, "say")
    only(tables(table, "examples"), LANGUAGES)
    only(say, LANGUAGES)
    spoken = languages_of(table)
    for language in examples:
        if not spoken.get(language):
            raise FieldError(f"examples.{language} has no templates to match: write {language} = ['...']")
    return tuple(
        Phrasing(language, templates, examples.get(language, ()), text(say, language, ""))
        for language, templates in spoken.items()
        if templates
    )


def _scopes(table: Table) -> tuple[Scope, ...]:
    known = [scope.value for scope in Scope]
    return tuple(Scope(one_of(each, known, "mode")) for each in texts(table, "mode")) or (Scope.COMMAND,)


def _when(table: Table) -> When:
    only(table, ("app", "not_app", "language", "emotion", "sound"))
    return When(
        tuple(each.casefold() for each in texts(table, "app")),
        tuple(each.casefold() for each in texts(table, "not_app")),
        texts(table, "language"),
        texts(table, "emotion"),
        texts(table, "sound"),
    )


def _wake(table: Table) -> Wake:
    only(table, ("phrase", "language", "variants"))
    language = one_of(text(table, "language", "en"), LANGUAGES, "language")
    return Wake(text(table, "phrase"), language, texts(table, "variants"))


def _checked_name(name: str, key: str) -> str:
    if not set(name) <= _NAME_CHARS or len(name) > 80:  # noqa: PLR2004 - longer names are a mistake
        raise FieldError(f"{key} {name!r} may hold a-z, 0-9, dots, - and _")
    return name


def _text_of(path: Path) -> str:
    """Read a file. Raises OSError, UnicodeDecodeError, FieldError."""
    if path.stat().st_size > LARGEST:
        raise FieldError(f"the file is larger than {LARGEST // 1000} kB; split it")
    return path.read_text(encoding="utf-8-sig")


def _line_of(message: str) -> int:
    """Return the line that tomllib names: `... (at line 3, column 5)`."""
    digits = message.rpartition("at line ")[2].partition(",")[0]
    return int(digits) if digits.isdigit() else 0
