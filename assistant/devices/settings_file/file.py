"""The settings file: one TOML file that people can read and edit.

Only what differs from the defaults is set in it; every other setting stands there as a comment with its
default, so that better defaults of a later version reach everybody. Comments, order and keys that this
version does not know are kept. A value that makes no sense is replaced by its default and told in one
sentence; a file that makes no sense is replaced by the last one that did, and a copy of it is kept.
"""

import os
import tempfile
import tomllib
from contextlib import suppress
from copy import deepcopy
from pathlib import Path

from assistant.devices.places import places, private_folder
from assistant.devices.settings_file import keys, schema
from assistant.devices.settings_file.catalogue import sentence
from assistant.devices.settings_file.editing import Change, edit
from assistant.devices.settings_file.taking import BadValueError, Table, build
from assistant.devices.settings_file.writing import SCHEMA, default_line, plain, template
from assistant.errors import SettingsError
from assistant.values.settings import Settings

LARGEST = 1 << 20
"""Bytes: a hundred times what settings need; somebody took a wrong file."""
_TRIES = 5
"""How often a change begins anew because another program has changed the file meanwhile."""


class SettingsFile:
    """Reads and changes settings."""

    def __init__(self, path: Path | None = None) -> None:
        """Take the file at `path`; None is the user's own. It does not have to exist."""
        self.path = path or places().settings_file
        self.problems: tuple[str, ...] = ()
        """What was wrong with the file when it was last read, a sentence each."""
        self.is_readable = True
        """False where all of it could not be read, so that the last good file, or the defaults, counted."""

    @property
    def backup(self) -> Path:
        """The last file that could be read."""
        return self.path.with_name(f"{self.path.name}.last-good")

    @property
    def unreadable(self) -> Path:
        """A copy of the newest file that could not be."""
        return self.path.with_name(f"{self.path.name}.unreadable")

    def read(self) -> Settings:
        """Return the settings, with defaults where nothing sensible is set. Never raises.

        `problems` tells afterwards what was wrong.
        """
        problems: list[str] = []
        table = schema.up_to_date(self._table(problems), problems)
        settings = build(Settings, table, "", problems)
        self.problems = tuple(problems)
        return settings

    def stamp(self) -> tuple[int, int, int] | None:
        """Return what is another thing after every change of the file."""
        return _stamp(self.path)

    def chosen(self) -> frozenset[str]:
        """Return the keys of the settings that are set in the file, whether to something sensible or not."""
        table = schema.up_to_date(self._table([]), [])
        return frozenset(key for key in keys.KEYS if keys.lookup(table, key) is not None)

    def set(self, key: str, value: object) -> None:
        """Set one setting to a value of its own type or as TOML says it. Raises SettingsError, OSError."""
        try:
            taken = keys.take_value(key, plain(value))
        except BadValueError as error:
            raise SettingsError(f"{key} has to be {error}.") from None
        if taken == keys.default_of(key):
            self.reset(key)
        else:
            self._change((key, taken))

    def reset(self, key: str) -> None:
        """Let one setting be as it always was. Raises SettingsError, OSError."""
        keys.default_of(key)
        self._change((key, None))

    def write(self, settings: Settings) -> None:
        """Change what is different in `settings` from what the file says. Raises SettingsError, OSError."""
        now = self.read()
        different = [key for key in keys.KEYS if keys.value_of(settings, key) != keys.value_of(now, key)]
        values = [(key, keys.value_of(settings, key)) for key in different]
        self._change(*((key, None if value == keys.default_of(key) else value) for key, value in values))

    def _change(self, *changes: tuple[str, object]) -> None:
        private_folder(self.path.parent)
        for _ in range(_TRIES):
            stamp = _stamp(self.path)
            text = self._text_to_change()
            table = tomllib.loads(text)
            for key, value in changes:
                merged = keys.with_unknown(value, keys.lookup(table, key))
                default = default_line(key.rpartition(".")[2], keys.default_of(key))
                text = edit(text, Change(key, merged, default))
            if _stamp(self.path) == stamp:
                _replace(self.path, text)
                return
        raise SettingsError("The settings file is changed by another program again and again.")

    def _text_to_change(self) -> str:
        """Return the text to be changed, of this version's schema; what can't be read is copied aside."""
        try:
            text = _load(self.path)
            table = tomllib.loads(text)
        except FileNotFoundError:
            return template(sentence)
        except (OSError, ValueError, RecursionError):
            self._keep_copy()
            return self._good_text()
        return self._migrated(text, table)

    def _good_text(self) -> str:
        try:
            text = _load(self.backup)
            return self._migrated(text, tomllib.loads(text))
        except (OSError, ValueError, RecursionError):
            return template(sentence)

    def _migrated(self, text: str, table: Table) -> str:
        if table.get(schema.KEY) == SCHEMA:
            return text
        fresh = schema.up_to_date(deepcopy(table), [])
        if isinstance(table.get(schema.KEY), int) and table[schema.KEY] > SCHEMA:  # type: ignore[operator]  # an int, as just asked
            return text
        with suppress(OSError):
            _replace(self.path.with_name(f"{self.path.name}.schema-{table.get(schema.KEY, 0)}"), text)
        before = {key: value for key, value in table.items() if key != schema.KEY}
        for key, value in keys.differences(before, fresh):
            text = edit(text, Change(key, value, ""))
        return edit(text, Change(schema.KEY, SCHEMA, ""))

    def _table(self, problems: list[str]) -> Table:
        try:
            text = _load(self.path)
            table = tomllib.loads(text)
        except FileNotFoundError:
            self.is_readable = True
            return {}
        except (OSError, ValueError, RecursionError) as error:
            self.is_readable = False
            return self._last_good(_why(error), problems)
        self.is_readable = True
        with suppress(OSError):  # no backup is no reason to have no settings
            if not self.backup.exists() or self.backup.read_bytes() != text.encode():
                _replace(self.backup, text)
        return table

    def _last_good(self, why: str, problems: list[str]) -> Table:
        self._keep_copy()
        try:
            table = tomllib.loads(_load(self.backup))
        except (OSError, ValueError, RecursionError):
            problems.append(f"{self.path.name} can't be read ({why}); the defaults are used.")
            return {}
        problems.append(f"{self.path.name} can't be read ({why}); the last good settings are used.")
        return table

    def _keep_copy(self) -> None:
        """Keep what can't be read, as far as it is no larger than settings can be."""
        with suppress(OSError), self.path.open("rb") as file:
            content = file.read(LARGEST)
            if not self.unreadable.exists() or self.unreadable.read_bytes() != content:
                _replace_bytes(self.unreadable, content)


def _why(error: Exception) -> str:
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)


def _load(path: Path) -> str:
    """Return the text of a file. Raises OSError, and ValueError where it is no UTF-8 text of that size."""
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise ValueError("it is larger than settings can be")
    return content.decode("utf-8-sig").replace("\r\n", "\n")


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ino, status.st_size


def _replace(path: Path, text: str) -> None:
    _replace_bytes(path, text.encode())


def _replace_bytes(path: Path, content: bytes) -> None:
    """Put a file up in one step; a link to it stays a link. Raises OSError."""
    path = path.resolve()
    file, fresh = tempfile.mkstemp(dir=path.parent, prefix=path.name)  # mode 0600
    try:
        with os.fdopen(file, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(fresh).replace(path)
    except OSError:
        Path(fresh).unlink()
        raise
