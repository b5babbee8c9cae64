"""The keyboard on macOS: an event tap, which the user has to allow once.

System Settings -> Privacy & Security -> Accessibility: without it a tap can't be made, and that is said. A
tap that was too slow once is switched off by the system; it is switched on again, and keys whose release was
missed meanwhile are found by asking for the key state.
"""

import os
from time import monotonic, sleep
from typing import Any

from assistant.devices.desktop.chords import KeyTable
from assistant.devices.desktop.presses import Code
from assistant.devices.desktop.system_keys import Take
from assistant.errors import HotkeyError

KEY_DOWN, KEY_UP, FLAGS_CHANGED, BUTTON_DOWN, BUTTON_UP = 10, 11, 12, 25, 26
SWITCHED_OFF = {0xFFFFFFFE, 0xFFFFFFFF}
"""Types of event, as CGEventTypes.h numbers them; the last two say that the tap was switched off."""
BUTTONS = 1000
"""What the number of a mouse button is raised by. macOS counts from 0: Button8 is its 3, the first aside."""
X_TO_MAC_BUTTON = 5

ROWS = {
    "a": 0,
    "s": 1,
    "d": 2,
    "f": 3,
    "h": 4,
    "g": 5,
    "z": 6,
    "x": 7,
    "c": 8,
    "v": 9,
    "b": 11,
    "q": 12,
    "w": 13,
}
ROWS |= {"e": 14, "r": 15, "y": 16, "t": 17, "1": 18, "2": 19, "3": 20, "4": 21, "6": 22, "5": 23, "9": 25}
ROWS |= {"7": 26, "8": 28, "0": 29, "o": 31, "u": 32, "i": 34, "p": 35, "l": 37, "j": 38, "k": 40, "n": 45}
ROWS |= {"m": 46, "space": 49, "Tab": 48, "Return": 36, "Escape": 53}
FUNCTION = [122, 120, 99, 118, 96, 97, 98, 100, 101, 109, 103, 111, 105, 107, 113, 106, 64, 79, 80, 90]
TABLE = KeyTable(
    {
        **ROWS,
        **{f"F{index + 1}": code for index, code in enumerate(FUNCTION)},
        **{f"Button{number}": BUTTONS + number - X_TO_MAC_BUTTON for number in range(8, 13)},
        "Control_L": 59,
        "Control_R": 62,
        "Alt_L": 58,
        "Alt_R": 61,
        "Shift_L": 56,
        "Shift_R": 60,
        "Super_L": 55,
        "Super_R": 54,
    }
)
"""Virtual key codes of HIToolbox/Events.h; without CapsLock, which macOS turns before a tap can see it."""
FORBIDDEN = (
    "macOS does not let the assistant see keys yet. Open System Settings, Privacy & Security, Accessibility, "
    "switch the assistant on there and start it again; or bind `assistant toggle` to a key by other means."
)
BRIEF = 0.001


class MacKeyboard:
    """Implements SystemKeyboard."""

    def __init__(self, quartz: Any = None) -> None:  # noqa: ANN401 - pyobjc has no types
        """See keys by `quartz`; None takes the real one. Raises HotkeyError where there is none."""
        self._quartz = quartz if quartz is not None else _real_quartz()
        self._tap: Any = None
        self._source: Any = None
        self._take: Take | None = None

    @property
    def table(self) -> KeyTable:
        """What the keys are called."""
        return TABLE

    def open(self, take: Take) -> None:
        """Make the tap. Raises HotkeyError that says what the user has to allow."""
        quartz, self._take = self._quartz, take
        mask = sum(1 << kind for kind in (KEY_DOWN, KEY_UP, FLAGS_CHANGED, BUTTON_DOWN, BUTTON_UP))
        where = quartz.kCGSessionEventTap, quartz.kCGHeadInsertEventTap, quartz.kCGEventTapOptionDefault
        self._tap = quartz.CGEventTapCreate(*where, mask, self._called, None)
        if self._tap is None:
            raise HotkeyError(FORBIDDEN)
        self._source = quartz.CFMachPortCreateRunLoopSource(None, self._tap, 0)

    def step(self, seconds: float) -> None:
        """Let events come for at most so long, on the thread that calls."""
        quartz, source = self._quartz, self._source
        if source is not None:
            quartz.CFRunLoopAddSource(quartz.CFRunLoopGetCurrent(), source, quartz.kCFRunLoopDefaultMode)
            self._source = None
        begun = monotonic()
        quartz.CFRunLoopRunInMode(quartz.kCFRunLoopDefaultMode, seconds, True)
        if monotonic() - begun < BRIEF:
            sleep(BRIEF)  # it comes back after each event; a flood of them must not make us spin

    def is_down(self, code: Code) -> bool:
        """Return whether macOS says that a key or button is down."""
        if not isinstance(code, int):
            return True
        state = self._quartz.kCGEventSourceStateHIDSystemState
        if code >= BUTTONS:
            return bool(self._quartz.CGEventSourceButtonState(state, code - BUTTONS))
        return bool(self._quartz.CGEventSourceKeyState(state, code))

    def close(self) -> None:
        """Remove the tap. May be called twice."""
        tap, self._tap, self._source = self._tap, None, None
        if tap is not None:
            self._quartz.CGEventTapEnable(tap, False)
            self._quartz.CFMachPortInvalidate(tap)

    def _called(self, _proxy: object, kind: int, event: Any, _context: object) -> Any:  # noqa: ANN401 - a pointer
        """Take an event; what is returned goes on to the programs, and None to nobody."""
        if kind in SWITCHED_OFF:
            self._quartz.CGEventTapEnable(self._tap, True)
            return event
        return None if self._see(kind, event) else event

    def _see(self, kind: int, event: Any) -> bool:  # noqa: ANN401 - a pointer
        """Return whether an event is for us alone."""
        quartz = self._quartz
        is_own = self._number(event, quartz.kCGEventSourceUnixProcessID) == os.getpid()
        if self._take is None or is_own:
            return False  # what we paste ourselves is no finger's doing
        if kind in {BUTTON_DOWN, BUTTON_UP}:
            code = BUTTONS + self._number(event, quartz.kCGMouseEventButtonNumber)
            return self._take(code, monotonic(), kind == BUTTON_DOWN)
        code = self._number(event, quartz.kCGKeyboardEventKeycode)
        # A modifier has moved: which way, only its state tells.
        is_press = self.is_down(code) if kind == FLAGS_CHANGED else kind == KEY_DOWN
        return self._take(code, monotonic(), is_press)

    def _number(self, event: Any, field: int) -> int:  # noqa: ANN401 - a pointer
        return int(self._quartz.CGEventGetIntegerValueField(event, field))


def _real_quartz() -> Any:  # noqa: ANN401 - pyobjc has no types
    try:
        import Quartz
    except ImportError as error:
        raise HotkeyError("Hotkeys need pyobjc: pip install pyobjc-framework-Quartz.") from error
    return Quartz
