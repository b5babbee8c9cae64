"""From what the settings call a hotkey - a key, a mouse button or a chord - to what to watch for."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from assistant.devices.desktop.presses import Trigger
from assistant.devices.desktop.x11.connection import Connection
from assistant.devices.desktop.x11.keyboard.names import BUTTONS, codes_of, find_key
from assistant.devices.desktop.x11.keyboard.raw_keys import FIRST_FREE_BUTTON
from assistant.errors import HotkeyError
from assistant.values.settings import Hotkey

MODIFIERS: dict[str, tuple[str, ...]] = {
    "ctrl": ("Control_L", "Control_R"),
    "control": ("Control_L", "Control_R"),
    "alt": ("Alt_L", "Alt_R"),
    "shift": ("Shift_L", "Shift_R"),
    "super": ("Super_L", "Super_R"),
    "win": ("Super_L", "Super_R"),
}
"""What people call modifiers, and the keys that are it."""
WRITING = {"shift"}
"""A modifier that alone only makes another letter."""
CAPS_LOCK = "Caps_Lock"
LAST_BUTTON = 255


@dataclass(frozen=True, slots=True)
class Watched:
    """A hotkey on this keyboard, and how it is kept from the programs."""

    trigger: Trigger
    codes: frozenset[int]
    mask: int | None
    """State of the modifiers to grab it with; None where it is only observed."""


def find_trigger(hotkey: Hotkey, connection: Connection) -> Watched:
    """Return what to watch for. Raises HotkeyError that names keys there are."""
    *names, last = [part.strip() for part in hotkey.keys.split("+")]
    modifiers = tuple(_modifier(name, connection) for name in names)
    may_write = any(name.casefold() not in WRITING for name in names)
    codes, is_modifier = _key(last, connection, may_write=may_write)
    if is_modifier and modifiers:
        raise HotkeyError(f"{hotkey.keys} has no key but modifiers. Add one, or choose one of them alone.")
    trigger = Trigger(hotkey, frozenset(codes), modifiers, is_modifier=is_modifier)
    if is_modifier:
        return Watched(trigger, codes, None)
    return Watched(trigger, codes, reduce(or_, (_mask(each, connection) for each in modifiers), 0))


def _key(name: str, connection: Connection, *, may_write: bool) -> tuple[frozenset[int], bool]:
    number = name.removeprefix("Button")
    if number == name or not number.isdecimal():
        key = find_key(name, connection, may_write=may_write)
        return key.codes, key.is_modifier
    if not FIRST_FREE_BUTTON <= int(number) <= LAST_BUTTON:
        raise HotkeyError(f"{name} clicks or scrolls. Mouse buttons begin with Button{FIRST_FREE_BUTTON}.")
    return frozenset({BUTTONS + int(number)}), False


def _modifier(name: str, connection: Connection) -> frozenset[int]:
    codes = codes_of(MODIFIERS.get(name.casefold(), (name,)), connection)
    if not codes or not _mask(codes, connection):
        raise HotkeyError(
            f"{name!r} is not a modifier. A chord is made of Ctrl, Alt, Shift, Super and a key."
        )
    return codes


def _mask(codes: frozenset[int], connection: Connection) -> int:
    rows = enumerate(connection.display.get_modifier_mapping())
    return sum(1 << index for index, row in rows if codes & set(row))
