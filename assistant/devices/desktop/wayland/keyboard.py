"""A virtual keyboard (virtual-keyboard-v1) that has the keys of the paste chords and no others.

It is made once and kept: programs lose the first key of a keyboard that they learn of together with it.
"""

import tempfile
from time import monotonic

from assistant.devices.desktop.wayland.connection import Connection
from assistant.devices.desktop.wayland.wire import Argument
from assistant.errors import NoDesktopError
from assistant.values.action import Method

MANAGER = "zwp_virtual_keyboard_manager_v1"
KEYMAP = """\
xkb_keymap {
xkb_keycodes "paste" { minimum = 8; maximum = 255; <LCTL> = 37; <LFSH> = 50; <AB04> = 55; <INS> = 118; };
xkb_types "paste" { include "complete" };
xkb_compatibility "paste" { include "complete" };
xkb_symbols "paste" {
key <LCTL> { [ Control_L ] }; key <LFSH> { [ Shift_L ] }; key <AB04> { [ v, V ] }; key <INS> { [ Insert ] };
modifier_map Control { <LCTL> }; modifier_map Shift { <LFSH> };
};
};
"""
SHIFT, CONTROL = 1, 4
INSERT_KEY, V_KEY = 110, 47
"""Key codes as the kernel has them: 8 less than those of the keymap."""
CHORDS = {
    Method.SHIFT_INSERT: (SHIFT, INSERT_KEY),
    Method.CTRL_V: (CONTROL, V_KEY),
    Method.CTRL_SHIFT_V: (CONTROL | SHIFT, V_KEY),
}
XKB_V1 = 1
SEAT_EVENTS = ("u", "s")


def ignore(_opcode: int, _arguments: list[Argument]) -> None:
    """Handle an event that tells us nothing."""


class VirtualKeyboard:
    """Plays the chords that paste."""

    def __init__(self, connection: Connection, seat: int) -> None:
        """Make the keyboard. Raises NoDesktopError where the compositor allows none."""
        self._connection = connection
        manager = connection.bind(MANAGER, 1, (), ignore)
        if manager is None:
            raise NoDesktopError("This compositor has no virtual keyboards (virtual-keyboard-v1).")
        with connection.lock:
            self._keyboard = connection.make((), ignore)
            connection.send(manager, 0, "on", seat, self._keyboard)
        keymap = KEYMAP.encode() + b"\0"
        with tempfile.TemporaryFile() as file:
            file.write(keymap)
            file.flush()
            connection.send(self._keyboard, 0, "uhu", XKB_V1, file.fileno(), len(keymap))

    def paste(self, method: Method) -> None:
        """Press a chord and let it go."""
        modifiers, key = CHORDS[method]
        send, keyboard = self._connection.send, self._keyboard
        time = int(monotonic() * 1000) & 0xFFFFFFFF
        send(keyboard, 2, "uuuu", modifiers, 0, 0, 0)
        send(keyboard, 1, "uuu", time, key, 1)
        send(keyboard, 1, "uuu", time + 1, key, 0)
        send(keyboard, 2, "uuuu", 0, 0, 0, 0)
