"""Settings by their keys: `hear.vad_mode`. Only what stands in the dataclasses of values/settings is one."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, get_args, get_type_hints

from assistant.devices.settings_file.taking import Table, take
from assistant.devices.settings_file.writing import plain
from assistant.errors import SettingsError
from assistant.values.settings import Settings

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def _hints(kind: type["DataclassInstance"], prefix: str = "") -> Iterator[tuple[str, object]]:
    hints = get_type_hints(kind)
    for field in fields(kind):
        hint = hints[field.name]
        if isinstance(hint, type) and is_dataclass(hint):
            yield from _hints(hint, f"{prefix}{field.name}.")
        else:
            yield prefix + field.name, hint


HINTS: dict[str, object] = dict(_hints(Settings))
"""Key -> type of every setting."""
KEYS: tuple[str, ...] = tuple(HINTS)
_DEFAULTS = Settings()


def value_of(settings: Settings, key: str) -> object:
    """Return the value of a setting. Raises SettingsError where there is none of that key."""
    if key not in HINTS:
        raise unknown(key)
    value: object = settings
    for name in key.split("."):
        value = getattr(value, name)
    return value


def with_changes(settings: Settings, before: Settings, now: Settings) -> Settings:
    """Return `settings` with everything on top that is otherwise in `now` than it was `before`."""
    for key in KEYS:
        if (value := value_of(now, key)) != value_of(before, key):
            section, _, name = key.rpartition(".")
            if section:
                inner = replace(getattr(settings, section), **{name: value})
                settings = replace(settings, **{section: inner})
            else:
                settings = replace(settings, **{name: value})  # type: ignore[arg-type]  # of the key's own type
    return settings


def default_of(key: str) -> object:
    """Return what a setting is while nobody has changed it. Raises SettingsError, see value_of."""
    return value_of(_DEFAULTS, key)


def take_value(key: str, value: object) -> object:
    """Return what TOML says as the setting wants it. Raises BadValueError, SettingsError."""
    if value is None and default_of(key) is None:
        return None
    default_of(key)
    return take(key, HINTS[key], value)


def unknown(key: str) -> SettingsError:
    """Return the error that says there is no such setting, with those that may have been meant."""
    close = get_close_matches(key, KEYS, n=3, cutoff=0.5) or [one for one in KEYS if key and key in one][:3]
    advice = f" Did you mean {' or '.join(close)}?" if close else ""
    return SettingsError(f"There is no setting called {key}.{advice} `assistant settings list` shows all.")


def lookup(table: Table, key: str) -> object:
    """Return what a file says about a setting; None where nothing."""
    value: object = table
    for name in key.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def differences(before: Table, after: Table) -> Iterator[tuple[str, object]]:
    """Yield key and new value (None: gone) of everything that two files say otherwise."""
    for section in {**before, **after}:
        old, new = before.get(section), after.get(section)
        if isinstance(old, dict) and isinstance(new, dict):
            for name in {**old, **new}:
                if old.get(name) != new.get(name):
                    yield f"{section}.{name}", new.get(name)
        elif old != new:
            yield section, new


def with_unknown(value: object, before: object) -> object:
    """Return a setting as it stands in a file: tables of a list keep keys that this version does not know."""
    fresh = plain(value)
    if not (isinstance(value, tuple) and isinstance(before, list) and isinstance(fresh, list)):
        return fresh
    known = {field.name for one in value if is_dataclass(one) for field in fields(one)}
    for made in fresh:
        if isinstance(made, dict):
            name = next(iter(made))
            twin = (one for one in before if isinstance(one, dict) and one.get(name) == made[name])
            made.update({key: inner for key, inner in next(twin, {}).items() if key not in known})
    return fresh


def table_kind(key: str) -> type:
    """Return the dataclass that the tables of such a list are."""
    kind: type = get_args(HINTS[key])[0]
    return kind
