"""From the name of a key to the codes it has on this keyboard."""

from collections.abc import Iterator
from dataclasses import dataclass

from Xlib import XK, X

from assistant.devices.desktop.x11.connection import Connection
from assistant.errors import HotkeyError

for _group in ("xf86", "xkb"):  # names such as XF86Tools and ISO_Level3_Shift
    XK.load_keysym_group(_group)

SENSIBLE = """
    Control_R Alt_R ISO_Level3_Shift Super_R Shift_R Menu Pause Scroll_Lock
    F13 F14 F15 F16 F17 F18 F19 F20 F21 F22 F23 F24 XF86Tools XF86Launch5 XF86Launch6 F12 F9
""".split()
"""Keys that few programs need, best first."""
SHOWN = 8
"""Keys named in a message at most."""
BUTTONS = 256
"""What the number of a mouse button is raised by, to be told from the codes of keys."""
TWINS = {"Alt_R": "ISO_Level3_Shift", "ISO_Level3_Shift": "Alt_R"}
"""One key, by two names: many layouts write a third sign with the right Alt."""
LAST_LATIN, FIRST_UNICODE, LAST_UNICODE = 0xFF, 0x01000000, 0x0110FFFF
"""Keysyms up to the first, and between the others, stand for characters."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key as this keyboard has it now."""

    name: str
    codes: frozenset[int]
    is_modifier: bool
    """True for Ctrl, Alt, Shift and their like, which programs must go on seeing."""


def find_key(name: str, connection: Connection, *, may_write: bool = False) -> Key:
    """Return the key called `name` (an X keysym name); only in a chord it may be one for writing.

    Raises HotkeyError that names keys there are.
    """
    keysym = _keysym(name)
    if not keysym:
        raise HotkeyError(f"{name!r} is not the name of a key. {_choice(connection)}")
    if not may_write and (keysym <= LAST_LATIN or FIRST_UNICODE <= keysym <= LAST_UNICODE):
        raise HotkeyError(f"{name} is needed for writing. {_choice(connection)}")
    codes = _codes(keysym, connection) or _codes(_keysym(TWINS.get(name, name)), connection)
    if not codes:
        raise HotkeyError(f"This keyboard has no {name}. {_choice(connection)}")
    modifiers = {code for row in connection.display.get_modifier_mapping() for code in row}
    return Key(name, codes, is_modifier=bool(codes & modifiers))


def lock_masks(connection: Connection) -> tuple[int, ...]:
    """Return every state that CapsLock, NumLock and ScrollLock can make together, as modifier masks."""
    masks = {0}
    for row in _lock_rows(connection):
        masks |= {mask | (1 << row) for mask in masks}
    return tuple(sorted(masks))


def shortcut_codes(connection: Connection) -> frozenset[int]:
    """Return the codes of the modifiers that make another shortcut of a key: all but the lock keys."""
    locks = _lock_rows(connection)
    rows = enumerate(connection.display.get_modifier_mapping())
    return frozenset(code for index, row in rows if index not in locks for code in row if code)


def codes_of(names: tuple[str, ...], connection: Connection) -> frozenset[int]:
    """Return the codes of all keys that have one of these names; those that there are not are left out."""
    return frozenset[int]().union(*(_codes(_keysym(name), connection) for name in names))


def _lock_rows(connection: Connection) -> set[int]:
    """Return which of the eight modifiers are lock keys."""
    locks = {int(X.LockMapIndex)}
    rows = list(connection.display.get_modifier_mapping())
    for name in ("Num_Lock", "Scroll_Lock"):
        codes = _codes(_keysym(name), connection)
        locks |= {index for index, row in enumerate(rows) if codes & set(row)}
    return locks


def _keysym(name: str) -> int:
    return int(XK.string_to_keysym(name) or XK.string_to_keysym(name.replace("XF86", "XF86_", 1)))


def _codes(keysym: int, connection: Connection) -> frozenset[int]:
    """Return the keys that give `keysym` plainly; else those that give it with a modifier; none for 0."""
    if not keysym:
        return frozenset()
    if not keysym:
        return frozenset()
    info = connection.display.display.info
    count = info.max_keycode - info.min_keycode + 1
    rows = connection.display.get_keyboard_mapping(info.min_keycode, count)
    for columns in (slice(0, 1), slice(None)):
        found = {info.min_keycode + index for index, row in enumerate(rows) if keysym in list(row)[columns]}
        if found:
            return frozenset(found)
    return frozenset()


def _choice(connection: Connection) -> str:
    return "Keys that do well here: " + ", ".join(_sensible(connection)) + "."


def _sensible(connection: Connection) -> Iterator[str]:
    there = [name for name in SENSIBLE if _codes(_keysym(name), connection)]
    yield from there[:SHOWN]
