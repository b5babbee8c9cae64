"""Watches the push-to-talk key everywhere on an X11 desktop: the thread `hotkeys`.

A bare modifier is only observed: it stays a modifier for everything else, and a press of another key while
it is held means that a shortcut was meant. An ordinary key is grabbed as well, so that the program with the
focus does not get it. Each press ends by exactly one of `released` and `chorded`.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Event as Flag
from threading import Thread
from time import monotonic

from Xlib import X

from assistant.act.ports import KeyListener
from assistant.devices.desktop.x11.connection import GONE, Connection, XEvent
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.devices.desktop.x11.keyboard.clock import ServerClock
from assistant.devices.desktop.x11.keyboard.echoes import Echoes
from assistant.devices.desktop.x11.keyboard.grab import KeyGrab
from assistant.devices.desktop.x11.keyboard.names import Key, find_key, shortcut_codes
from assistant.devices.desktop.x11.keyboard.raw_keys import GENERIC_EVENT, RawKey, RawKeys
from assistant.devices.desktop.x11.pump import EventPump
from assistant.devices.desktop.x11.windows import WindowFinder
from assistant.errors import HotkeyError, NoDesktopError
from assistant.values.event import Fault, Recovered, Trouble

POLL = 0.2
"""Seconds between looks whether the key is still down."""
RETRY = 1.0
"""Seconds between attempts to reach a server that went away."""
STALE = 1.0
"""Seconds without any key event after which the modifiers that seem to be down are looked at."""

Report = Callable[[Trouble | Recovered], None]


@dataclass(slots=True)
class _Held:
    """The key while it is down."""

    code: int
    look_at: float
    """When (time.monotonic) to look whether it is still down."""
    is_let_go: bool = False
    """True once we have released it to paste: the keymap then says nothing of the finger."""


class _Watch:
    """The watching of one key on one living X server."""

    def __init__(self, name: str, display: str | None, echoes: Echoes, listener: KeyListener) -> None:
        """Connect and begin. Raises HotkeyError, NoDesktopError."""
        self._name, self._display, self._echoes, self._listener = name, display, echoes, listener
        self._connection = Connection(display)
        self._grab: KeyGrab | None = None
        self._held: _Held | None = None
        self._told_at = 0.0
        self._clock = ServerClock()
        self._windows = WindowFinder(self._connection)
        self.pump = EventPump(self._connection)
        try:
            self._raw = RawKeys(self._connection)
            self._key = self._take(find_key(name, self._connection))
            self._modifiers = shortcut_codes(self._connection)
            self._down = {code for code in self._modifiers if self._is_down(code)}
        except BaseException:
            self.close()
            raise
        self.pump.on(GENERIC_EVENT, self._notice)
        self.pump.on(X.MappingNotify, self._look_again)

    def step(self) -> None:
        """Wait for the next thing to happen, and tell of it. Raises what GONE names, HotkeyError."""
        self.pump.pump(POLL if self._held else STALE if self._down else 60.0)
        if self._grab is not None:
            self._grab.drain()
        held = self._held
        if held is not None and not held.is_let_go and monotonic() >= held.look_at:
            held.look_at = monotonic() + POLL
            self._look_for(held)
        if self._down and monotonic() - self._told_at > STALE:
            self._down = {code for code in self._down if self._is_down(code)}

    def _look_for(self, held: _Held) -> None:
        """End a press whose release was lost, by a lock screen or a switch of consoles."""
        if not self._is_down(held.code):
            self.pump.pump(0.0)  # what happened before the server's answer is here by now
            if self._held is held and not held.is_let_go:
                self.let_go(monotonic())

    def let_go(self, when: float) -> None:
        """End a press, if there is one."""
        if self._held is not None:
            self._held = None
            self._listener.released(when)

    def close(self) -> None:
        """Stop watching."""
        if self._grab is not None:
            self._grab.close()
        self._connection.close()
        self.pump.close()

    def _notice(self, event: XEvent) -> None:
        arrival = self._told_at = monotonic()
        raw = self._raw.read(event)
        if raw is None:
            return
        when = self._clock.when(raw.time, arrival)
        if raw.code in self._modifiers:
            (self._down.add if raw.is_press else self._down.discard)(raw.code)
        if raw.is_injected and self._echoes.take(raw.code, is_press=raw.is_press):
            if self._held is not None and self._held.code == raw.code and not raw.is_press:
                self._held.is_let_go = True
        elif raw.code in self._key.codes:
            self._follow(raw, when)
        elif raw.is_press and self._held is not None and self._key.is_modifier:
            self._held = None
            self._listener.chorded(when)

    def _follow(self, raw: RawKey, when: float) -> None:
        if not raw.is_press:
            if self._held is not None and self._held.code == raw.code:
                self.let_go(when)
        elif self._held is None and (self._key.is_modifier or not self._down):
            # An ordinary key that goes down together with modifiers is another program's shortcut.
            self._held = _Held(raw.code, monotonic() + POLL)
            self._listener.pressed(when, self._windows.active())

    def _is_down(self, code: int) -> bool:
        keymap = self._connection.display.query_keymap()
        return bool(keymap[code // 8] & (1 << code % 8))

    def _look_again(self, event: XEvent) -> None:
        """Find the key once more after the keyboard has changed. Raises HotkeyError."""
        if event.request == X.MappingPointer:
            return
        key = find_key(self._name, self._connection)
        self._modifiers = shortcut_codes(self._connection)
        self._down &= self._modifiers
        if key != self._key:
            self._key = self._take(key)

    def _take(self, key: Key) -> Key:
        if self._grab is not None:
            self._grab.close()
            self._grab = None
        if not key.is_modifier:
            self._grab = KeyGrab(self._display, key)
        return key


class X11Hotkeys:
    """Implements act.ports.Hotkeys for one key."""

    def __init__(self, key: str, desktop: X11Desktop | None = None, display: str | None = None) -> None:
        """Watch `key` on the display of `desktop`, whose own key strokes are not the user's."""
        self._key = key
        self._display = desktop.display if desktop is not None else display
        self._echoes = desktop.echoes if desktop is not None else Echoes()
        self._stopping = Flag()
        self._watch: _Watch | None = None
        self._thread: Thread | None = None

    def start(self, listener: KeyListener, trouble: Report) -> None:
        """Begin to watch. Raises HotkeyError for a key that does not exist or is taken."""
        self._stopping.clear()
        try:
            self._watch = self._begin(listener)
        except (NoDesktopError, *GONE) as error:
            raise HotkeyError("The push-to-talk key cannot be watched: no X server answers.") from error
        self._thread = Thread(target=self._run, args=(listener, trouble), name="hotkeys", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End. May be called twice."""
        self._stopping.set()
        watch, thread = self._watch, self._thread
        if watch is not None:
            watch.pump.wake()
        if thread is not None:
            thread.join(1.0)

    def _begin(self, listener: KeyListener) -> _Watch:
        return _Watch(self._key, self._display, self._echoes, listener)

    def _run(self, listener: KeyListener, trouble: Report) -> None:
        while self._watch is not None:
            why = self._watch_on(self._watch)
            self._watch.let_go(monotonic())
            self._watch.close()
            self._watch = None
            if why is not None:
                trouble(Trouble(Fault.HOTKEY, why))
                self._watch = self._come_back(listener)
                if self._watch is not None:
                    trouble(Recovered(Fault.HOTKEY, f"The push-to-talk key {self._key} is watched again."))

    def _watch_on(self, watch: _Watch) -> str | None:
        """Watch until told to stop (None), or until it cannot go on (why)."""
        try:
            while not self._stopping.is_set():
                watch.step()
        except HotkeyError as error:
            return str(error)
        except GONE:
            return "The X server went away; the push-to-talk key is dead until it is back."
        return None

    def _come_back(self, listener: KeyListener) -> _Watch | None:
        """Try again until it works; None where we are told to stop first."""
        while not self._stopping.wait(RETRY):
            with suppress(HotkeyError, NoDesktopError, *GONE):
                return self._begin(listener)
        return None
