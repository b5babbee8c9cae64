"""Hotkeys whose key a test presses, and a listener that remembers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from assistant.act.ports import KeyListener
from assistant.errors import HotkeyError
from assistant.values.action import Window
from assistant.values.event import Recovered, Trouble
from assistant.values.settings import Hotkey

KEYS = {"Control_R", "F12"}
RIGHT_CTRL = Hotkey("Control_R")


class ScriptedHotkeys:
    """Watches a keyboard that consists of the calls of `press`, `release` and `press_other`."""

    def __init__(self, hotkey: Hotkey = RIGHT_CTRL, window: Window | None = None) -> None:
        self._hotkey = hotkey
        self._window = window
        self._takes_escape = False
        self._listener: KeyListener | None = None
        self._is_held = False

    def start(self, listener: KeyListener, trouble: Callable[[Trouble | Recovered], None]) -> None:
        if self._hotkey.keys not in KEYS:
            raise HotkeyError(f"This keyboard has no {self._hotkey.keys}. It has {', '.join(sorted(KEYS))}.")
        self._listener = listener

    def stop(self) -> None:
        self._listener = None

    def take_escape(self, *, is_taken: bool) -> None:
        self._takes_escape = is_taken

    def press_escape(self, when: float | None = None) -> None:
        if self._is_held:
            self.press_other(when)
        elif self._listener is not None and self._takes_escape:
            self._listener.escaped(monotonic() if when is None else when)

    def press(self, when: float | None = None) -> None:
        if self._listener is not None and not self._is_held:
            self._is_held = True
            self._listener.pressed(monotonic() if when is None else when, self._window, self._hotkey)

    def release(self, when: float | None = None) -> None:
        if self._listener is not None and self._is_held:
            self._is_held = False
            self._listener.released(monotonic() if when is None else when, self._hotkey)

    def press_other(self, when: float | None = None) -> None:
        if self._listener is not None and self._is_held and self._hotkey.keys.startswith("Control"):
            self._is_held = False
            self._listener.chorded(monotonic() if when is None else when, self._hotkey)


@dataclass(slots=True)
class RecordingKeyListener:
    """Remembers what happened to the key."""

    told: list[tuple[str, float]] = field(default_factory=list)
    windows: list[Window | None] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    troubles: list[Trouble | Recovered] = field(default_factory=list)

    @property
    def story(self) -> list[str]:
        return [what for what, _ in self.told]

    def pressed(self, when: float, window: Window | None, hotkey: Hotkey) -> None:
        self.windows.append(window)
        self.keys.append(hotkey.keys)
        self.told.append(("pressed", when))

    def released(self, when: float, hotkey: Hotkey) -> None:
        self.told.append(("released", when))

    def chorded(self, when: float, hotkey: Hotkey) -> None:
        self.told.append(("chorded", when))

    def escaped(self, when: float) -> None:
        self.told.append(("escaped", when))
