"""The keys of an X keyboard, and the state of the modifiers that a chord is grabbed with."""

from dataclasses import dataclass

from assistant.devices.desktop.chords import find_trigger
from assistant.devices.desktop.presses import Code, Trigger
from assistant.devices.desktop.x11.connection import Connection
from assistant.devices.desktop.x11.keyboard.names import BUTTONS, codes_of, find_key
from assistant.devices.desktop.x11.keyboard.raw_keys import FIRST_FREE_BUTTON
from assistant.errors import HotkeyError
from assistant.values.settings import Hotkey

CAPS_LOCK = "Caps_Lock"
LAST_BUTTON = 255


@dataclass(frozen=True, slots=True)
class Watched:
    """A hotkey on this keyboard, and how it is kept from the programs."""

    trigger: Trigger
    mask: int | None
    """State of the modifiers to grab it with; None where it is only observed."""


class XKeyFinder:
    """Implements chords.KeyFinder."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def key(self, name: str, *, may_write: bool) -> tuple[frozenset[Code], bool]:
        """Return the codes of a key or mouse button, and whether it is a modifier. Raises HotkeyError."""
        number = name.removeprefix("Button")
        if number == name or not number.isdecimal():
            key = find_key(name, self._connection, may_write=may_write)
            return frozenset(key.codes), key.is_modifier
        if not FIRST_FREE_BUTTON <= int(number) <= LAST_BUTTON:
            raise HotkeyError(
                f"{name} clicks or scrolls. Mouse buttons begin with Button{FIRST_FREE_BUTTON}."
            )
        return frozenset({BUTTONS + int(number)}), False

    def modifier(self, names: tuple[str, ...]) -> frozenset[Code]:
        """Return the codes of those of these modifiers that there are."""
        codes = frozenset[Code](codes_of(names, self._connection))
        return codes if self.mask(codes) else frozenset()

    def mask(self, codes: frozenset[Code]) -> int:
        """Return the bits of the state that these keys set."""
        rows = enumerate(self._connection.display.get_modifier_mapping())
        return sum(1 << index for index, row in rows if codes & set(row))


def find_watched(hotkey: Hotkey, connection: Connection) -> Watched:
    """Return what to watch for. Raises HotkeyError that names keys there are."""
    finder = XKeyFinder(connection)
    trigger = find_trigger(hotkey, finder)
    mask = 0
    for codes in trigger.modifiers:
        mask |= finder.mask(codes)
    return Watched(trigger, None if trigger.is_modifier else mask)
