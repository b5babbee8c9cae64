"""The keyboard on Windows: the `keyboard` package hears it, and Windows itself says what is down.

No administrator's rights are needed. The package takes ordinary keys away from programs. It tells left
modifiers from right ones by name only, and only on an English Windows, so those are read from the key state
whenever one of them has moved; the state is also how a release is found that the lock screen swallowed.
"""

from collections.abc import Callable
from threading import Event as Flag
from threading import Lock
from time import monotonic
from typing import Protocol

from assistant.devices.desktop.chords import KeyTable
from assistant.devices.desktop.presses import Code
from assistant.devices.desktop.scan_codes import COMMON
from assistant.devices.desktop.system_keys import Take
from assistant.errors import HotkeyError

PRESSED = 0x8000
"""The bit of GetAsyncKeyState that says that a key is down now."""
SETTLE = 0.05
"""Seconds within which the state of a modifier follows the news of it: it is told before it happens."""
LOOK = 0.005

SIDES = {
    "Control_L": 0xA2,
    "Control_R": 0xA3,
    "Alt_L": 0xA4,
    "Alt_R": 0xA5,
    "Shift_L": 0xA0,
    "Shift_R": 0xA1,
    "Super_L": 0x5B,
    "Super_R": 0x5C,
}
"""Modifiers and their virtual keys, https://learn.microsoft.com/windows/win32/inputdev/virtual-key-codes."""
MODIFIER_SCANS = {29, 56, 42, 54, 91, 92, 541}
"""Scan codes of modifiers on either side; 541 is the Ctrl that Windows makes up for AltGr."""

TABLE = KeyTable(
    {
        **{name: code for name, code in COMMON.items() if name not in SIDES},
        **{f"F{number}": 87 + number for number in range(13, 24)},
        "F24": 118,
        "Pause": 69,
        "Insert": 82,
        "Menu": 93,
        **{name: -virtual for name, virtual in SIDES.items()},
        "ISO_Level3_Shift": -0xA5,
    }
)
"""Scan codes; modifiers by their virtual keys, below zero."""


class KeyEvent(Protocol):
    """What the package tells of a key."""

    @property
    def scan_code(self) -> int:
        """Where the key is."""

    @property
    def event_type(self) -> str:
        """`down` or `up`."""


class KeyboardPackage(Protocol):
    """What we use of the package `keyboard`."""

    def hook(self, callback: Callable[[KeyEvent], bool], suppress: bool) -> Callable[[], None]:  # noqa: FBT001 - the package's signature
        """Hear every key; with `suppress`, a key is lost to programs whose event gets False for an answer."""

    def unhook(self, remove: Callable[[], None]) -> None:
        """Hear nothing more."""


class KeyState(Protocol):
    """What we use of user32.dll."""

    def GetAsyncKeyState(self, virtual_key: int) -> int:  # noqa: N802 - Windows' name
        """Return the state of a key at this moment."""


class WindowsKeyboard:
    """Implements SystemKeyboard."""

    def __init__(self, package: KeyboardPackage | None = None, state: KeyState | None = None) -> None:
        """Hear keys by `package` and ask `state`; None takes the real ones. Raises HotkeyError."""
        self._package = package or _real_package()
        self._state = state or _real_state()
        self._hook: Callable[[], None] | None = None
        self._take: Take | None = None
        self._down: set[int] = set()
        self._moved = Flag()
        self._lock = Lock()  # modifiers are looked at by our thread, and by the package's

    @property
    def table(self) -> KeyTable:
        """What the keys are called."""
        return TABLE

    def open(self, take: Take) -> None:
        """Begin to hear it."""
        self._take = take
        self._down = {virtual for virtual in SIDES.values() if self._is_pressed(virtual)}
        self._hook = self._package.hook(self._hear, suppress=True)

    def step(self, seconds: float) -> None:
        """Wait for a modifier to move, and tell of it once its state has followed."""
        if not self._moved.wait(seconds):
            self._look_at_modifiers(monotonic())
            return
        self._moved.clear()
        when = monotonic()
        while not self._look_at_modifiers(when) and monotonic() < when + SETTLE:
            self._moved.wait(LOOK)

    def is_down(self, code: Code) -> bool:
        """Return whether Windows says that a modifier is down; True for other keys.

        Those are kept from the programs, and so from the key state too: only the hook knows of them.
        """
        return not isinstance(code, int) or code >= 0 or self._is_pressed(-code)

    def close(self) -> None:
        """Hear nothing more. May be called twice."""
        hook, self._hook = self._hook, None
        if hook is not None:
            self._package.unhook(hook)

    def _hear(self, event: KeyEvent) -> bool:
        """Take an event on the package's thread; return whether programs get it."""
        if event.scan_code in MODIFIER_SCANS or self._take is None:
            self._moved.set()
            return True
        when = monotonic()
        self._look_at_modifiers(when)  # those that moved before have their new state by now
        return not self._take(event.scan_code, when, event.event_type == "down")

    def _look_at_modifiers(self, when: float) -> bool:
        """Tell of every modifier that has changed since we last looked; return whether one has."""
        with self._lock:
            now = {virtual for virtual in SIDES.values() if self._is_pressed(virtual)}
            before, self._down = self._down, now
            for virtual in before ^ now:
                if self._take is not None:
                    self._take(-virtual, when, virtual in now)
            return before != now

    def _is_pressed(self, virtual: int) -> bool:
        return bool(self._state.GetAsyncKeyState(virtual) & PRESSED)


def _real_package() -> KeyboardPackage:
    try:
        import keyboard
    except ImportError as error:
        raise HotkeyError("Hotkeys need the package `keyboard`: pip install keyboard.") from error
    package: KeyboardPackage = keyboard
    return package


def _real_state() -> KeyState:
    import ctypes

    library = getattr(ctypes, "windll", None)
    if library is None:
        raise HotkeyError("The state of keys can be asked for on Windows only.")
    state: KeyState = library.user32
    return state
