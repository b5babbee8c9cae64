"""Changes one setting in the text of a file, and leaves everything else as it was: comments, order, keys.

Where the setting stands as a comment with its default, that line is what changes; else tomlkit finds the
place. Each attempt is read again before it is believed: it has to say what the file said, but for this one.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, MutableMapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from assistant.devices.settings_file.taking import Table
from assistant.devices.settings_file.writing import literal
from assistant.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Change:
    """One setting and what is to become of it."""

    key: str
    """As `hear.vad_mode`; without a dot it stands before all sections."""
    value: object
    """Plain, as `writing.plain` makes it; None takes the setting out."""
    comment: str
    """The line that stands for it while it is as it always was: `# vad_mode = 2`. Empty: none does."""

    @property
    def section(self) -> str:
        """The table it stands in; empty for the file itself."""
        return self.key.rpartition(".")[0]

    @property
    def name(self) -> str:
        """What it is called there."""
        return self.key.rpartition(".")[2]


def edit(text: str, change: Change) -> str:
    """Return `text` with the change made. Raises SettingsError where that can't be done without harm."""
    wanted = _wanted(tomllib.loads(text), change)
    for attempt in _attempts(text, change):
        if _says(attempt, wanted):
            return attempt
    raise SettingsError(
        f"{change.key} can't be changed without spoiling something else in the settings file. "
        "Change it there by hand."
    )


def _attempts(text: str, change: Change) -> Iterator[str]:
    if tomllib.loads(text) == _wanted(tomllib.loads(text), change):
        yield text
    yield from _by_line(text, change)
    yield _by_document(text, change)
    if change.section == "":
        yield f"{change.name} = {literal(change.value)}\n{text}"
    else:
        yield f"{text.rstrip()}\n\n[{change.section}]\n{change.name} = {literal(change.value)}\n"


def _wanted(table: Table, change: Change) -> Table:
    wanted = deepcopy(table)
    inner: Any = wanted
    if change.section:
        inner = wanted.setdefault(change.section, {})
        if not isinstance(inner, dict):  # it makes no sense as it is, and something sensible takes its place
            inner = wanted[change.section] = {}
    if change.value is None:
        inner.pop(change.name, None)
    else:
        inner[change.name] = change.value
    return wanted


def _says(text: str, wanted: Table) -> bool:
    """Tell whether `text` says what is wanted; an empty section says no more than none."""
    try:
        said = tomllib.loads(text)
    except ValueError:
        return False
    return _full(said) == _full(wanted)


def _full(table: Table) -> Table:
    return {key: value for key, value in table.items() if value != {}}


def _by_line(text: str, change: Change) -> Iterator[str]:
    """Yield `text` with a line of the section changed that may be the one."""
    lines = text.splitlines(keepends=True)
    for index in _lines_of(lines, change.section):
        line = lines[index]
        fresh = _set_line(line, change) if change.value is not None else _reset_line(line, change)
        if fresh is not None:
            yield "".join((*lines[:index], fresh, *lines[index + 1 :]))


def _lines_of(lines: list[str], section: str) -> Iterator[int]:
    current = ""
    for index, line in enumerate(lines):
        if header := re.match(r"\s*\[+\s*([^\]]*?)\s*\]", line):
            current = header[1]
        elif current == section:
            yield index


def _set_line(line: str, change: Change) -> str | None:
    """Return the comment of a setting as the setting itself; None where it is another line."""
    found = re.match(rf"#\s?{re.escape(change.name)}\s*=\s*(.*)", line)
    if found is None:
        return None
    note = _note(f"{change.name} = {found[1]}")
    return f"{change.name} = {literal(change.value)}{note}\n"


def _reset_line(line: str, change: Change) -> str | None:
    if not re.match(rf"\s*{re.escape(change.name)}\s*=", line):
        return None
    rest = f"{change.comment}{_note(line)}".strip()
    return f"{rest}\n" if rest else ""


def _note(line: str) -> str:
    """Return what the user wrote behind a value, on the same line."""
    value = line.partition("=")[2].strip()
    if value.startswith("#"):
        return f"  {value}"
    for at in (each.start() for each in re.finditer("#", line)):
        try:
            tomllib.loads(line[:at])
        except ValueError:
            continue
        return f"  {line[at:].strip()}"
    return ""


def _by_document(text: str, change: Change) -> str:
    import tomlkit  # only who writes waits for it
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
        table: MutableMapping[str, Any] = document
        if change.section:
            if not isinstance(document.get(change.section), MutableMapping):
                document[change.section] = tomlkit.table()
            table = document[change.section]
        if change.value is None:
            table.pop(change.name, None)
        elif not _merged(table.get(change.name), change.value, tomlkit.table):
            table[change.name] = _item(change.value, tomlkit)
        return tomlkit.dumps(document)
    except (TOMLKitError, TypeError, AttributeError, KeyError):
        return ""  # what it can't read or change is left to the attempts that follow


def _item(value: object, tomlkit: Any) -> Any:  # noqa: ANN401 - tomlkit's items have no common type
    """Return a list of tables as `[[name]]` blocks where that is longer than a line; else as it is."""
    if not (isinstance(value, list) and value and all(isinstance(one, dict) for one in value)):
        return value
    if len(literal(value)) < 100:  # noqa: PLR2004 - as long as a line
        inline = tomlkit.array()
        for one in value:
            table = tomlkit.inline_table()
            table.update(one)
            inline.append(table)
        return inline
    blocks = tomlkit.aot()
    for one in value:
        table = tomlkit.table()
        table.update(one)
        blocks.append(table)
    return blocks


def _merged(old: Any, value: object, make: Callable[[], Any]) -> bool:  # noqa: ANN401 - see _item
    """Change `[[name]]` blocks one by one, so that their comments stay; False where there are none."""
    from tomlkit.items import AoT

    if not (isinstance(old, AoT) and isinstance(value, list) and value):
        return False
    names = {_identity(one) for one in value}
    for place in reversed(range(len(old))):
        if _identity(old[place]) not in names and len(old) > 1:
            old.pop(place)
    for place, one in enumerate(value):
        if place >= len(old):
            old.append(make())
        block = old[place]
        for name in [name for name in block if name not in one]:
            block.pop(name)
        for name, inner in one.items():
            if block.get(name) != inner:
                block[name] = inner
    while len(old) > len(value):
        old.pop()
    return True


def _identity(block: MutableMapping[str, Any]) -> str:
    """Return what tells one block from another: what it is about."""
    return str(block.get("match", block.get("keys", "")))
