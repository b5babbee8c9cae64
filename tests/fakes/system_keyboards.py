"""What Windows and macOS do for a program that hears keys, as scripts: the system calls of two adapters."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from assistant.devices.desktop.macos.keyboard import (
    BUTTON_DOWN,
    BUTTON_UP,
    BUTTONS,
    FLAGS_CHANGED,
    KEY_DOWN,
    KEY_UP,
    OnEvent,
)
from assistant.devices.desktop.macos.keyboard import TABLE as MAC_TABLE
from assistant.devices.desktop.windows.keyboard import PRESSED, SIDES, KeyEvent
from assistant.devices.desktop.windows.keyboard import TABLE as WINDOWS_TABLE
from tests.support.waiting import wait_until

SCANS = {"Control_L": 29, "Control_R": 29, "Alt_L": 56, "Alt_R": 56, "Shift_L": 42, "Shift_R": 54}
"""What the hook says of a modifier: nothing of its side, for most."""


@dataclass(frozen=True, slots=True)
class ScriptedKeyEvent:
    """What the package `keyboard` tells."""

    scan_code: int
    event_type: str


class ScriptedWindows:
    """The package `keyboard` and user32.dll at once: tells of a key first, and has its state afterwards."""

    def __init__(self) -> None:
        self.received: list[tuple[str, bool]] = []
        """What the program with the focus got: key, and whether it went down."""
        self._callback: Callable[[KeyEvent], bool] | None = None
        self._states: dict[int, bool] = {}
        self._asked: set[int] = set()

    def hook(self, callback: Callable[[KeyEvent], bool], suppress: bool) -> Callable[[], None]:
        assert suppress
        self._callback = callback
        return self._forget

    def unhook(self, remove: Callable[[], None]) -> None:
        remove()

    def GetAsyncKeyState(self, virtual_key: int) -> int:  # noqa: N802 - Windows' name
        self._asked.add(virtual_key)
        return PRESSED if self._states.get(virtual_key) else 0

    def press(self, key: str) -> None:
        self._move(key, is_press=True)

    def release(self, key: str) -> None:
        self._move(key, is_press=False)

    def lose_release(self, key: str) -> None:
        """Let a modifier come up while the lock screen has the keyboard."""
        self._states[SIDES[key]] = False

    def _move(self, key: str, *, is_press: bool) -> None:
        code = SCANS.get(key) or WINDOWS_TABLE.codes[key]
        assert isinstance(code, int)
        event = ScriptedKeyEvent(code, "down" if is_press else "up")
        if self._callback is None or self._callback(event):
            self.received.append((key, is_press))
        if key in SIDES:
            self._states[SIDES[key]] = is_press
            self._wait_for_a_look(SIDES[key])

    def _wait_for_a_look(self, virtual_key: int) -> None:
        """Be as slow as a finger: longer than the adapter takes to look at the state."""
        self._asked.clear()
        wait_until(lambda: self._callback is None or virtual_key in self._asked, "a look at the key")

    def _forget(self) -> None:
        self._callback = None


class ScriptedTap:
    """The event tap of macOS: has the new state of a key already when it tells of it."""

    def __init__(self, *, is_allowed: bool = True) -> None:
        self.is_allowed = is_allowed
        self.received: list[tuple[str, bool]] = []
        self.switched_on = 0
        self._on_event: OnEvent | None = None
        self._down: set[int] = set()
        self._idle = threading.Event()

    def make(self, on_event: OnEvent) -> bool:
        self._on_event = on_event if self.is_allowed else None
        return self.is_allowed

    def run(self, seconds: float) -> None:
        self._idle.wait(min(seconds, 0.05))

    def switch_on(self) -> None:
        self.switched_on += 1

    def is_down(self, code: int) -> bool:
        return code in self._down

    def is_button_down(self, number: int) -> bool:
        return BUTTONS + number in self._down

    def remove(self) -> None:
        self._on_event = None

    def press(self, key: str, *, is_repeat: bool = False) -> None:
        self._move(key, is_press=True, is_repeat=is_repeat)

    def release(self, key: str) -> None:
        self._move(key, is_press=False, is_repeat=False)

    def lose_release(self, key: str) -> None:
        """Let a key come up while the tap is switched off."""
        code = MAC_TABLE.codes[key]
        assert isinstance(code, int)
        self._down.discard(code)
        if self._on_event is not None:
            self._on_event(0xFFFFFFFE, 0, False)

    def _move(self, key: str, *, is_press: bool, is_repeat: bool) -> None:
        code = MAC_TABLE.codes[key]
        assert isinstance(code, int)
        (self._down.add if is_press else self._down.discard)(code)
        if key.endswith(("_L", "_R")):
            kind, number = FLAGS_CHANGED, code
        elif code >= BUTTONS:
            kind, number = (BUTTON_DOWN if is_press else BUTTON_UP), code - BUTTONS
        else:
            kind, number = (KEY_DOWN if is_press else KEY_UP), code
        if self._on_event is None or self._on_event(kind, number, is_repeat):
            self.received.append((key, is_press))
