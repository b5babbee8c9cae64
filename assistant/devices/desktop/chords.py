"""From what the settings call a hotkey - a key, a mouse button or a chord - to what to watch for.

How a chord is written is the same everywhere: `Ctrl+Alt+space`, modifiers first. Which keys there are, and
what the system calls them, each desktop's `KeyFinder` knows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from assistant.devices.desktop.presses import Code, Trigger
from assistant.errors import HotkeyError
from assistant.values.settings import Hotkey

MODIFIERS: dict[str, tuple[str, ...]] = {
    "ctrl": ("Control_L", "Control_R"),
    "control": ("Control_L", "Control_R"),
    "alt": ("Alt_L", "Alt_R"),
    "shift": ("Shift_L", "Shift_R"),
    "super": ("Super_L", "Super_R"),
    "win": ("Super_L", "Super_R"),
    "cmd": ("Super_L", "Super_R"),
}
"""What people call modifiers, and the keys that are it."""
NAMES = frozenset(name for names in MODIFIERS.values() for name in names)
WRITING = {"shift"}
"""A modifier that alone only makes another letter."""
SENSIBLE = ("Control_R", "Alt_R", "Pause", "Scroll_Lock", "F13", "F12", "F9", "Ctrl+Alt+space")
"""Hotkeys that few programs need, best first."""


class KeyFinder(Protocol):
    """Knows the keys of a keyboard."""

    def key(self, name: str, *, may_write: bool) -> tuple[frozenset[Code], bool]:
        """Return the codes of a key, and whether it is a modifier. Raises HotkeyError."""

    def modifier(self, names: tuple[str, ...]) -> frozenset[Code]:
        """Return the codes of those of these modifiers that there are."""


def find_trigger(hotkey: Hotkey, finder: KeyFinder) -> Trigger:
    """Return what to watch for. Raises HotkeyError that says what would do."""
    *names, last = [part.strip() for part in hotkey.keys.split("+")]
    modifiers = tuple(_modifier(name, finder) for name in names)
    may_write = any(name.casefold() not in WRITING for name in names)
    codes, is_modifier = finder.key(last, may_write=may_write)
    if is_modifier and modifiers:
        raise HotkeyError(f"{hotkey.keys} has no key but modifiers. Add one, or choose one of them alone.")
    return Trigger(hotkey, codes, modifiers, is_modifier=is_modifier)


def _modifier(name: str, finder: KeyFinder) -> frozenset[Code]:
    codes = finder.modifier(MODIFIERS.get(name.casefold(), (name,)))
    if not codes:
        raise HotkeyError(
            f"{name!r} is not a modifier. A chord is made of Ctrl, Alt, Shift, Super and a key."
        )
    return codes


@dataclass(frozen=True, slots=True)
class KeyTable:
    """Implements KeyFinder for a system whose keys have the same codes on every keyboard."""

    codes: Mapping[str, Code]
    """X keysym name -> what the system calls the key."""

    def key(self, name: str, *, may_write: bool) -> tuple[frozenset[Code], bool]:
        """Return the codes of a key, and whether it is a modifier. Raises HotkeyError."""
        code = self.codes.get(name.lower() if len(name) == 1 else name)
        choice = "Keys that do well: " + ", ".join(SENSIBLE) + "."
        if code is None:
            raise HotkeyError(f"There is no key {name} here. {choice}")
        if not may_write and (len(name) == 1 or name == "space"):
            raise HotkeyError(f"{name} is needed for writing. {choice}")
        return frozenset({code}), name in NAMES

    def modifier(self, names: tuple[str, ...]) -> frozenset[Code]:
        """Return the codes of those of these modifiers that there are."""
        return frozenset(self.codes[name] for name in names if name in NAMES and name in self.codes)

    def all_modifiers(self) -> frozenset[Code]:
        """Return the codes of every modifier."""
        return self.modifier(tuple(NAMES))


def find_triggers(
    hotkeys: tuple[Hotkey, ...], finder: KeyFinder
) -> tuple[tuple[Trigger, ...], tuple[str, ...]]:
    """Return what to watch for, and a sentence for each hotkey that can't be. Raises HotkeyError for all."""
    found, problems = [], []
    for hotkey in hotkeys:
        try:
            found.append(find_trigger(hotkey, finder))
        except HotkeyError as error:
            problems.append(str(error))
    if problems and not found:
        raise HotkeyError(" ".join(problems))
    return tuple(found), tuple(problems)
