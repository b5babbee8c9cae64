"""What Windows and macOS do for a program that hears keys, as scripts: the system calls of two adapters."""

import contextlib
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import cast

from assistant.devices.desktop.macos.keyboard import (
    BUTTON_DOWN,
    BUTTON_UP,
    BUTTONS,
    FLAGS_CHANGED,
    KEY_DOWN,
    KEY_UP,
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


QUARTZ_NUMBERS = {
    "kCGSessionEventTap": 1,
    "kCGHeadInsertEventTap": 0,
    "kCGEventTapOptionDefault": 0,
    "kCFRunLoopDefaultMode": "default",
    "kCGEventSourceStateHIDSystemState": 1,
    "kCGMouseEventButtonNumber": 3,
    "kCGKeyboardEventKeycode": 9,
    "kCGEventSourceUnixProcessID": 41,
}
"""As the headers of CoreGraphics have them."""


@dataclass(frozen=True, slots=True)
class ScriptedMacEvent:
    """An event of macOS: its type, and its numbers by field."""

    kind: int
    numbers: dict[int, int]


class ScriptedQuartz:
    """The functions of macOS behind an event tap: a key has its new state already when they tell of it."""

    def __init__(self, *, is_allowed: bool = True) -> None:
        self.is_allowed = is_allowed
        self.received: list[tuple[str, bool]] = []
        """What the program with the focus got: key, and whether it went down."""
        self.switched_on = 0
        self._called: Callable[..., object] | None = None
        self._in_loop: object = None
        self._down: set[int] = set()
        self._waiting: SimpleQueue[tuple[ScriptedMacEvent, threading.Event]] = SimpleQueue()
        self._passed: object = None

    def __getattr__(self, name: str) -> object:
        return QUARTZ_NUMBERS[name]

    def CGEventTapCreate(self, *arguments: object) -> object:  # noqa: N802 - macOS' name
        *_, called, _context = arguments
        self._called = cast("Callable[..., object]", called) if self.is_allowed else None
        return object() if self.is_allowed else None

    def CFMachPortCreateRunLoopSource(self, _allocator: None, tap: object, _order: int) -> object:  # noqa: N802 - macOS' name
        return tap

    def CFRunLoopGetCurrent(self) -> object:  # noqa: N802 - macOS' name
        return threading.get_ident()

    def CFRunLoopAddSource(self, loop: object, _source: object, _mode: str) -> None:  # noqa: N802 - macOS' name
        self._in_loop = loop

    def CFRunLoopRunInMode(self, _mode: str, seconds: float, _once: bool) -> None:  # noqa: N802 - macOS' name
        assert self._in_loop == threading.get_ident()
        with contextlib.suppress(Empty):
            event, done = self._waiting.get(timeout=seconds)
            if self._called is not None:
                self._passed = self._called(None, event.kind, event, None)
            done.set()

    def CGEventTapEnable(self, _tap: object, is_on: bool) -> None:  # noqa: N802 - macOS' name
        self.switched_on += is_on

    def CFMachPortInvalidate(self, _tap: object) -> None:  # noqa: N802 - macOS' name
        self._called = None

    def CGEventSourceKeyState(self, _state: int, code: int) -> bool:  # noqa: N802 - macOS' name
        return code in self._down

    def CGEventSourceButtonState(self, _state: int, number: int) -> bool:  # noqa: N802 - macOS' name
        return BUTTONS + number in self._down

    def CGEventGetIntegerValueField(self, event: ScriptedMacEvent, field: int) -> int:  # noqa: N802 - macOS' name
        return event.numbers.get(field, 0)

    def press(self, key: str) -> None:
        self._move(key, is_press=True)

    def release(self, key: str) -> None:
        self._move(key, is_press=False)

    def paste(self, *keys: str) -> None:
        """Send keys as our own process does: nobody's finger moves."""
        for key in keys:
            self._tell(ScriptedMacEvent(KEY_DOWN, {9: _mac_code(key), 41: os.getpid()}))
            self._tell(ScriptedMacEvent(KEY_UP, {9: _mac_code(key), 41: os.getpid()}))

    def lose_release(self, key: str) -> None:
        """Let a key come up while the tap is switched off for being slow."""
        self._down.discard(_mac_code(key))
        self._tell(ScriptedMacEvent(0xFFFFFFFE, {}))

    def _move(self, key: str, *, is_press: bool) -> None:
        code = _mac_code(key)
        (self._down.add if is_press else self._down.discard)(code)
        if key.endswith(("_L", "_R")):
            event = ScriptedMacEvent(FLAGS_CHANGED, {9: code})
        elif code >= BUTTONS:
            event = ScriptedMacEvent(BUTTON_DOWN if is_press else BUTTON_UP, {3: code - BUTTONS})
        else:
            event = ScriptedMacEvent(KEY_DOWN if is_press else KEY_UP, {9: code})
        if self._tell(event):
            self.received.append((key, is_press))

    def _tell(self, event: ScriptedMacEvent) -> bool:
        """Have the tap called, on the thread of its run loop; return whether the event goes on."""
        if self._called is None:
            return True
        done = threading.Event()
        self._waiting.put((event, done))
        wait_until(lambda: done.is_set() or self._called is None, "the tap's answer")
        return self._passed is event


def _mac_code(key: str) -> int:
    code = MAC_TABLE.codes[key]
    assert isinstance(code, int)
    return code
