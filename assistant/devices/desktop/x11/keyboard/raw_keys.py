"""Keys of the whole desktop as the devices gave them (XInput 2 raw events): no repeats, no focus."""

import struct
from dataclasses import dataclass

from Xlib.error import XError
from Xlib.ext import ge, xinput

from assistant.devices.desktop.x11.connection import Connection, XEvent
from assistant.devices.desktop.x11.keyboard.names import BUTTONS
from assistant.errors import HotkeyError

EXTENSION = "XInputExtension"
NEEDED = (2, 2)
"""Asked for less, the server sends no raw events while another client grabs the keyboard."""
LAYOUT = struct.Struct("=HIIH")
"""Device, time, key code, source device: what follows the event's type."""
MASK = (
    xinput.RawKeyPressMask
    | xinput.RawKeyReleaseMask
    | xinput.RawButtonPressMask
    | xinput.RawButtonReleaseMask
)
KEYS = {xinput.RawKeyPress, xinput.RawKeyRelease}
BUTTON_EVENTS = {xinput.RawButtonPress, xinput.RawButtonRelease}
PRESSES = {xinput.RawKeyPress, xinput.RawButtonPress}
FIRST_FREE_BUTTON = 8
"""The buttons before it click and scroll, and nobody wants to hear of them."""


@dataclass(frozen=True, slots=True)
class RawKey:
    """A key or a mouse button went down or up."""

    code: int
    """Key code, or BUTTONS and the number of the button."""
    is_press: bool
    is_injected: bool
    """True where a program, not a keyboard, made it (XTEST)."""
    time: int
    """Server time in ms."""


class RawKeys:
    """Asks for the raw key events of a display, and reads them."""

    def __init__(self, connection: Connection) -> None:
        """Ask for them on `connection`. Raises HotkeyError for a server that cannot give them."""
        display = connection.display
        if not display.has_extension(EXTENSION):
            raise HotkeyError("This X server has no XInput, without which keys cannot be watched.")
        self._opcode = display.display.get_extension_major(EXTENSION)
        major, minor = NEEDED
        try:
            got = xinput.XIQueryVersion(
                display=display.display, opcode=self._opcode, major_version=major, minor_version=minor
            )
        except XError as error:
            raise HotkeyError("This X server's XInput is too old (2.2 is needed).") from error
        if (got.major_version, got.minor_version) < NEEDED:
            raise HotkeyError("This X server's XInput is too old (2.2 is needed).")
        connection.root.xinput_select_events([(xinput.AllMasterDevices, MASK)])
        self._injectors = frozenset(
            device.deviceid
            for device in display.xinput_query_device(xinput.AllDevices).devices
            if "XTEST" in str(device.name)
        )

    def read(self, event: XEvent) -> RawKey | None:
        """Return what a generic event tells of a key or a button, if anything."""
        if event.extension != self._opcode or event.evtype not in KEYS | BUTTON_EVENTS:
            return None
        _, time, code, source = LAYOUT.unpack_from(event.data)
        if event.evtype in BUTTON_EVENTS:
            if code < FIRST_FREE_BUTTON:
                return None
            code += BUTTONS
        return RawKey(code, event.evtype in PRESSES, source in self._injectors, time)


def pressed_buttons(connection: Connection) -> set[int]:
    """Return the numbers of the mouse buttons that are down."""
    devices = connection.display.xinput_query_device(xinput.AllMasterDevices).devices
    states = [each.state for device in devices for each in device.classes if each.type == xinput.ButtonClass]
    return {index + 1 for state in states for index in range(len(state)) if state[index]}


GENERIC_EVENT: int = ge.GenericEventCode
