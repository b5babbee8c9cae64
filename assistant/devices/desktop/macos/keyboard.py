"""The keyboard on macOS: an event tap, which the user has to allow once.

System Settings -> Privacy & Security -> Accessibility: without it a tap can't be made, and that is said. A
tap that was too slow once is switched off by the system; it is switched on again, and keys whose release was
missed meanwhile are found by asking for the key state.
"""

from collections.abc import Callable
from time import monotonic, sleep
from typing import Any, Protocol

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

OnEvent = Callable[[int, int, bool], bool]
"""Type of event, key or button, whether it is a repetition -> whether programs get it."""


class EventTap(Protocol):
    """What we use of macOS; `QuartzTap` is the real one."""

    def make(self, on_event: OnEvent) -> bool:
        """Make the tap; False where the user has not allowed it."""

    def run(self, seconds: float) -> None:
        """Let events come for at most so long, on the thread that calls."""

    def switch_on(self) -> None:
        """Switch the tap on again."""

    def is_down(self, code: int) -> bool:
        """Return whether a key is down."""

    def is_button_down(self, number: int) -> bool:
        """Return whether a mouse button is down."""

    def remove(self) -> None:
        """Remove the tap. May be called twice."""


class MacKeyboard:
    """Implements SystemKeyboard."""

    def __init__(self, tap: EventTap | None = None) -> None:
        """See keys by `tap`; None takes the real one. Raises HotkeyError."""
        self._tap = tap or _real_tap()
        self._take: Take | None = None

    @property
    def table(self) -> KeyTable:
        """What the keys are called."""
        return TABLE

    def open(self, take: Take) -> None:
        """Begin to see it. Raises HotkeyError that says what the user has to allow."""
        self._take = take
        if not self._tap.make(self._see):
            raise HotkeyError(FORBIDDEN)

    def step(self, seconds: float) -> None:
        """Let events come for at most so long."""
        self._tap.run(seconds)

    def is_down(self, code: Code) -> bool:
        """Return whether macOS says that a key or button is down."""
        if not isinstance(code, int):
            return True
        return self._tap.is_button_down(code - BUTTONS) if code >= BUTTONS else self._tap.is_down(code)

    def close(self) -> None:
        """See nothing more. May be called twice."""
        self._tap.remove()

    def _see(self, kind: int, code: int, is_repeat: bool) -> bool:  # noqa: FBT001 - as OnEvent has it
        if kind in SWITCHED_OFF:
            self._tap.switch_on()
        if self._take is None or is_repeat or kind in SWITCHED_OFF:
            return True
        match kind:
            case _ if kind in {BUTTON_DOWN, BUTTON_UP}:
                return not self._take(BUTTONS + code, monotonic(), kind == BUTTON_DOWN)
            case _ if kind == FLAGS_CHANGED:  # a modifier moved; which way, only its state tells
                self._take(code, monotonic(), self._tap.is_down(code))
                return True
            case _:
                return not self._take(code, monotonic(), kind == KEY_DOWN)


class QuartzTap:
    """Implements EventTap by pyobjc's Quartz."""

    def __init__(self) -> None:
        """Find Quartz. Raises HotkeyError where pyobjc is not there."""
        try:
            import Quartz
        except ImportError as error:
            raise HotkeyError("Hotkeys need pyobjc: pip install pyobjc-framework-Quartz.") from error
        self._quartz: Any = Quartz
        self._tap: Any = None
        self._source: Any = None
        self._on_event: OnEvent | None = None
        self._is_in_loop = False

    def make(self, on_event: OnEvent) -> bool:
        """Make the tap; False where the user has not allowed it."""
        quartz, self._on_event = self._quartz, on_event
        mask = sum(1 << kind for kind in (KEY_DOWN, KEY_UP, FLAGS_CHANGED, BUTTON_DOWN, BUTTON_UP))
        where = quartz.kCGSessionEventTap, quartz.kCGHeadInsertEventTap, quartz.kCGEventTapOptionDefault
        self._tap = quartz.CGEventTapCreate(*where, mask, self._called, None)
        if self._tap is None:
            return False
        self._source = quartz.CFMachPortCreateRunLoopSource(None, self._tap, 0)
        self._is_in_loop = False
        return True

    def run(self, seconds: float) -> None:
        """Let events come for at most so long, on the thread that calls."""
        quartz = self._quartz
        if not self._is_in_loop:
            loop = quartz.CFRunLoopGetCurrent()
            quartz.CFRunLoopAddSource(loop, self._source, quartz.kCFRunLoopDefaultMode)
            self._is_in_loop = True
        begun = monotonic()
        quartz.CFRunLoopRunInMode(quartz.kCFRunLoopDefaultMode, seconds, True)
        if monotonic() - begun < seconds / 100:
            sleep(0.001)  # it returns after each event; one that came while we asked must not make us spin

    def switch_on(self) -> None:
        """Switch the tap on again."""
        self._quartz.CGEventTapEnable(self._tap, True)

    def is_down(self, code: int) -> bool:
        """Return whether a key is down."""
        state = self._quartz.kCGEventSourceStateHIDSystemState
        return bool(self._quartz.CGEventSourceKeyState(state, code))

    def is_button_down(self, number: int) -> bool:
        """Return whether a mouse button is down."""
        state = self._quartz.kCGEventSourceStateHIDSystemState
        return bool(self._quartz.CGEventSourceButtonState(state, number))

    def remove(self) -> None:
        """Remove the tap. May be called twice."""
        tap, self._tap = self._tap, None
        if tap is not None:
            self._quartz.CGEventTapEnable(tap, False)
            self._quartz.CFMachPortInvalidate(tap)

    def _called(self, _proxy: object, kind: int, event: Any, _context: object) -> Any:  # noqa: ANN401 - a C pointer
        quartz = self._quartz
        is_button = kind in {BUTTON_DOWN, BUTTON_UP}
        field = quartz.kCGMouseEventButtonNumber if is_button else quartz.kCGKeyboardEventKeycode
        if kind in SWITCHED_OFF:
            code, is_repeat = 0, False
        else:
            code = int(quartz.CGEventGetIntegerValueField(event, field))
            repeats = quartz.CGEventGetIntegerValueField(event, quartz.kCGKeyboardEventAutorepeat)
            is_repeat = kind == KEY_DOWN and bool(repeats)
        passes = self._on_event is None or self._on_event(kind, code, is_repeat)
        return event if passes else None


def _real_tap() -> EventTap:
    return QuartzTap()
