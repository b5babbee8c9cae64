"""Hotkeys where the system lets us see single keys, one way or another: the thread `hotkeys`.

What differs between systems is a `SystemKeyboard`: how keys are heard, what they are called, and how to ask
whether one is down. What a press, a chord or a lost release is, is the same for all of them.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Event as Flag
from threading import RLock, Thread
from time import monotonic
from typing import Protocol

from assistant.act.ports import KeyListener
from assistant.devices.desktop.chords import KeyTable, find_triggers
from assistant.devices.desktop.presses import ActiveWindow, Code, Presses
from assistant.errors import HotkeyError
from assistant.values.event import Fault, Recovered, Trouble
from assistant.values.settings import Hotkey

POLL = 0.2
"""Seconds between looks whether what is down still is."""
IDLE = 0.5
RETRY = 1.0
"""Seconds between attempts to hear the keyboard again."""

Take = Callable[[Code, float, bool], bool]
"""A key, when (time.monotonic), whether it went down -> whether it is for us alone."""
Report = Callable[[Trouble | Recovered], None]


class SystemKeyboard(Protocol):
    """The keyboard of the user, as the system shows it to one program among others."""

    @property
    def table(self) -> KeyTable:
        """What the keys are called."""

    def open(self, take: Take) -> None:
        """Begin to hear it. Raises HotkeyError that says what the user has to allow."""

    def step(self, seconds: float) -> None:
        """Hear it for at most so long. Raises HotkeyError where that is over."""

    def is_down(self, code: Code) -> bool:
        """Return whether a key is down, whatever was heard; True where nobody knows."""

    def close(self) -> None:
        """End. May be called twice."""


class SystemHotkeys:
    """Implements act.ports.Hotkeys on a SystemKeyboard."""

    def __init__(
        self, hotkeys: Iterable[Hotkey], keyboard: SystemKeyboard, active_window: ActiveWindow = lambda: None
    ) -> None:
        """Watch `hotkeys` on `keyboard`; `active_window` tells which window a press is meant for."""
        self._hotkeys = tuple(hotkeys)
        self._keyboard = keyboard
        self._active_window = active_window
        self._lock = RLock()  # a system may tell of keys on a thread of its own
        self._presses: Presses | None = None
        self._stopping = Flag()
        self._thread: Thread | None = None

    def start(self, listener: KeyListener, trouble: Report) -> None:
        """Begin to watch. Raises HotkeyError where none of the keys exists, or the system forbids it."""
        if not self._hotkeys:
            return
        self._stopping.clear()
        table = self._keyboard.table
        triggers, problems = find_triggers(self._hotkeys, table)
        presses = Presses(listener, self._active_window)
        presses.learn(triggers, table.all_modifiers(), frozenset({table.codes["Escape"]}))
        self._presses = presses
        self._keyboard.open(self._take)
        if problems:
            trouble(Trouble(Fault.HOTKEY, " ".join(problems)))
        self._thread = Thread(target=self._run, args=(presses, trouble), name="hotkeys", daemon=True)
        self._thread.start()

    def take_escape(self, *, is_taken: bool) -> None:
        """Keep Escape from the programs and tell of it, or leave it alone again."""
        if self._presses is not None:
            self._presses.takes_escape = is_taken  # no lock: whoever tells us may hold one of his own

    def stop(self) -> None:
        """End. May be called twice."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(1.0)
            self._thread = None

    def _take(self, code: Code, when: float, is_press: bool) -> bool:  # noqa: FBT001 - as systems tell it
        with self._lock:
            if self._presses is None or self._stopping.is_set():
                return False
            return self._presses.down(code, when) if is_press else self._presses.up(code, when)

    def _run(self, presses: Presses, trouble: Report) -> None:
        while not self._stopping.is_set():
            try:
                self._keyboard.step(IDLE if presses.is_idle else POLL)
                with self._lock:
                    presses.look(self._keyboard.is_down, monotonic())
            except HotkeyError as error:
                with self._lock:
                    presses.let_go(monotonic())
                trouble(Trouble(Fault.HOTKEY, str(error)))
                if self._come_back():
                    trouble(Recovered(Fault.HOTKEY, "The hotkeys are watched again."))
        self._keyboard.close()
        with self._lock:
            presses.let_go(monotonic())

    def _come_back(self) -> bool:
        self._keyboard.close()
        while not self._stopping.wait(RETRY):
            with suppress(HotkeyError):
                self._keyboard.open(self._take)
                return True
        return False
