"""The watching of the hotkeys on one living X server."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from time import monotonic

from Xlib import X

from assistant.act.ports import KeyListener
from assistant.devices.desktop.presses import Presses
from assistant.devices.desktop.x11.connection import Connection, XEvent
from assistant.devices.desktop.x11.keyboard.chords import CAPS_LOCK, Watched, find_watched
from assistant.devices.desktop.x11.keyboard.clock import ServerClock
from assistant.devices.desktop.x11.keyboard.echoes import Echoes
from assistant.devices.desktop.x11.keyboard.grab import KeyGrab
from assistant.devices.desktop.x11.keyboard.locks import CapsKeeper
from assistant.devices.desktop.x11.keyboard.names import BUTTONS, codes_of, shortcut_codes
from assistant.devices.desktop.x11.keyboard.raw_keys import GENERIC_EVENT, RawKeys, pressed_buttons
from assistant.devices.desktop.x11.pump import EventPump
from assistant.devices.desktop.x11.windows import WindowFinder
from assistant.errors import HotkeyError
from assistant.values.settings import Hotkey

POLL = 0.2
"""Seconds between looks whether what is down still is."""
IDLE = 60.0
RETRY = 1.0
"""Seconds between attempts to take a key that was not there, or not free."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where keys are watched."""

    display: str | None
    echoes: Echoes
    """The key strokes that are our own."""


class KeyWatch:
    """Belongs to the thread `hotkeys`, but for `take_escape` and `wake`."""

    def __init__(self, hotkeys: Iterable[Hotkey], where: Surroundings, listener: KeyListener) -> None:
        """Connect and begin. Raises HotkeyError where no key can be watched, NoDesktopError."""
        self._hotkeys, self._where = tuple(hotkeys), where
        self._connection = Connection(where.display)
        self._watched: dict[Watched, KeyGrab | None] = {}
        self._escape_grab: KeyGrab | None = None
        self._wants_escape = False
        self._look_at = self._learn_at = 0.0
        self._clock = ServerClock()
        self._pump = EventPump(self._connection)
        self._caps = CapsKeeper(where.display)
        self.problems: tuple[str, ...] = ()
        """Which keys can't be watched, a sentence each."""
        try:
            self._presses = Presses(listener, WindowFinder(self._connection).active)
            self._raw = RawKeys(self._connection)
            self._begin()
        except BaseException:
            self.close()
            raise
        where.echoes.is_watched = True
        self._pump.on(GENERIC_EVENT, self._notice)
        self._pump.on(X.MappingNotify, self._look_again)

    def step(self) -> None:
        """Wait for the next thing to happen, and tell of it. Raises what GONE names."""
        self._pump.pump(self._patience())
        for grab in self._grabs():
            grab.drain()
        if self.problems and monotonic() >= self._learn_at:
            self._learn()
        if not self._presses.is_idle and monotonic() >= self._look_at:
            self._look_at = monotonic() + POLL
            self._presses.look(self._is_down, monotonic(), lambda: self._pump.pump(0.0))
        self._follow_wishes()

    def wake(self) -> None:
        """End the present wait; callable from any thread."""
        self._pump.wake()

    def take_escape(self, *, is_taken: bool) -> None:
        """Have Escape for us from the next step on, or no longer; callable from any thread."""
        self._wants_escape = is_taken
        self._pump.wake()

    def let_go(self, when: float) -> None:
        """End a press, if there is one."""
        self._presses.let_go(when)

    def close(self) -> None:
        """Stop watching."""
        self._where.echoes.is_watched = False
        for grab in self._grabs():
            grab.close()
        self._caps.close()
        self._connection.close()
        self._pump.close()

    def _patience(self) -> float:
        if not self._presses.is_idle or self._caps.waits_for is not None:
            return POLL
        has_all = not self.problems and self._wants_escape is (self._escape_grab is not None)
        return IDLE if has_all else RETRY

    def _grabs(self) -> Iterator[KeyGrab]:
        yield from filter(None, (*self._watched.values(), self._escape_grab))

    def _notice(self, event: XEvent) -> None:
        arrival = monotonic()
        raw = self._raw.read(event)
        if raw is None:
            return
        when = self._clock.when(raw.time, arrival)
        if raw.is_injected and self._where.echoes.take(raw.code, is_press=raw.is_press):
            if not raw.is_press:
                self._presses.hide(raw.code)
        elif raw.is_press:
            if raw.code not in self._quiet_codes:
                self._where.echoes.note_typing(when)
            self._presses.down(raw.code, when)
            if raw.code in self._caps_codes and self._presses.held == raw.code:
                self._caps.press(raw.code)
        else:
            self._presses.up(raw.code, when)

    def _follow_wishes(self) -> None:
        """Take Escape or give it back, and set CapsLock back once its key is up."""
        wants = self._presses.takes_escape = self._wants_escape
        if wants and self._escape_grab is None:
            try:
                self._escape_grab = KeyGrab(self._where.display, "Escape", self._escape_codes)
            except HotkeyError:
                return  # another program has it; we hear of it all the same
        elif not wants and self._escape_grab is not None and not self._presses.is_escaping:
            self._escape_grab.close()  # not while it is down, or its repetitions would reach the program
            self._escape_grab = None
        caps = self._caps.waits_for
        if caps is not None and not self._is_down(caps):
            self._caps.settle()

    def _is_down(self, code: object) -> bool:
        if not isinstance(code, int):
            return False
        if code >= BUTTONS:
            return code - BUTTONS in pressed_buttons(self._connection)
        keymap = self._connection.display.query_keymap()
        return bool(keymap[code // 8] & (1 << code % 8))

    def _look_again(self, event: XEvent) -> None:
        """Find the keys once more after the keyboard has changed."""
        if event.request != X.MappingPointer:
            self._learn()

    def _learn(self) -> None:
        """Find the keys on the keyboard as it is now, and take them; `problems` tells which are not there."""
        self._learn_at = monotonic() + RETRY
        found, problems = self._find()
        for watched in self._watched.keys() - set(found):
            grab = self._watched.pop(watched)
            if grab is not None:
                grab.close()
        for watched in found:
            if watched not in self._watched:
                self._take(watched, problems)
        self.problems = tuple(problems)
        locking = list(self._connection.display.get_modifier_mapping()[X.LockMapIndex])
        self._caps_codes = codes_of((CAPS_LOCK,), self._connection) & set(locking)
        self._escape_codes = codes_of(("Escape",), self._connection)
        modifiers = shortcut_codes(self._connection)
        hotkeys = (each.trigger.codes for each in self._watched)
        self._quiet_codes = frozenset(modifiers).union(self._caps_codes, *hotkeys)
        self._presses.learn(
            [each.trigger for each in self._watched], frozenset(modifiers), frozenset(self._escape_codes)
        )

    def _begin(self) -> None:
        self._learn()
        if not self._watched:
            raise HotkeyError(" ".join(self.problems))

    def _find(self) -> tuple[list[Watched], list[str]]:
        found, problems = [], []
        for hotkey in self._hotkeys:
            try:
                found.append(find_watched(hotkey, self._connection))
            except HotkeyError as error:
                problems.append(str(error))
        return found, problems

    def _take(self, watched: Watched, problems: list[str]) -> None:
        name, grab = watched.trigger.hotkey.keys, None
        try:
            if watched.mask is not None:
                grab = KeyGrab(self._where.display, name, watched.trigger.codes, watched.mask)
            self._watched[watched] = grab
        except HotkeyError as error:
            problems.append(str(error))
