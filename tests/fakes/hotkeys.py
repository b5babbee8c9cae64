"""Hotkeys whose key a test presses, and a listener that remembers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from assistant.act.ports import KeyListener
from assistant.errors import HotkeyError
from assistant.values.action import Window
from assistant.values.event import Recovered, Trouble

KEYS = {"Control_R", "F12"}


class ScriptedHotkeys:
    """Watches a keyboard that consists of the calls of `press`, `release` and `press_other`."""

    def __init__(self, key: str = "Control_R", window: Window | None = None) -> None:
        self._key = key
        self._window = window
        self._listener: KeyListener | None = None
        self._is_held = False

    def start(self, listener: KeyListener, trouble: Callable[[Trouble | Recovered], None]) -> None:
        if self._key not in KEYS:
            raise HotkeyError(f"This keyboard has no {self._key}. It has {', '.join(sorted(KEYS))}.")
        self._listener = listener

    def stop(self) -> None:
        self._listener = None

    def press(self, when: float | None = None) -> None:
        if self._listener is not None and not self._is_held:
            self._is_held = True
            self._listener.pressed(monotonic() if when is None else when, self._window)

    def release(self, when: float | None = None) -> None:
        if self._listener is not None and self._is_held:
            self._is_held = False
            self._listener.released(monotonic() if when is None else when)

    def press_other(self, when: float | None = None) -> None:
        if self._listener is not None and self._is_held and self._key.startswith("Control"):
            self._is_held = False
            self._listener.chorded(monotonic() if when is None else when)


@dataclass(slots=True)
class RecordingKeyListener:
    """Remembers what happened to the key."""

    told: list[tuple[str, float]] = field(default_factory=list)
    windows: list[Window | None] = field(default_factory=list)
    troubles: list[Trouble | Recovered] = field(default_factory=list)

    @property
    def story(self) -> list[str]:
        return [what for what, _ in self.told]

    def pressed(self, when: float, window: Window | None) -> None:
        self.windows.append(window)
        self.told.append(("pressed", when))

    def released(self, when: float) -> None:
        self.told.append(("released", when))

    def chorded(self, when: float) -> None:
        self.told.append(("chorded", when))
