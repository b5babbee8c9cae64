"""From the keys of a keyboard, as a system tells of them, to presses of hotkeys.

Every desktop that sees single keys shares this: what a chord is, that a repetition is no press, and that a
key whose release was lost is found up. A bare modifier begins a press when it goes down alone; any other key
that joins it makes it a shortcut. An ordinary key begins one only with just the modifiers of its chord.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from assistant.act.ports import KeyListener
from assistant.values.action import Window
from assistant.values.settings import Hotkey

Code = Hashable
"""What the system calls a key or a mouse button."""
ActiveWindow = Callable[[], Window | None]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A hotkey as this keyboard has it now."""

    hotkey: Hotkey
    codes: frozenset[Code]
    """Each of them is the key."""
    modifiers: tuple[frozenset[Code], ...] = ()
    """For each modifier of a chord the codes that are it: one of each has to be down."""
    is_modifier: bool = False
    """True for Ctrl, Alt, Shift and their like, which programs must go on seeing."""

    def fits(self, down: set[Code]) -> bool:
        """Return whether just the modifiers it needs are among those that are `down`."""
        needed = frozenset[Code]().union(*self.modifiers)
        return down <= needed and all(codes & down for codes in self.modifiers)


@dataclass(slots=True)
class _Press:
    """A trigger while it is down."""

    trigger: Trigger
    code: Code
    is_hidden: bool = False
    """True once we have released the key ourselves to paste: the system then says nothing of the finger."""


class Presses:
    """Tells a listener of presses. Belongs to the thread that watches the keys."""

    def __init__(self, listener: KeyListener, active_window: ActiveWindow) -> None:
        """Tell `listener`, and ask for the window at each press."""
        self._listener = listener
        self._active_window = active_window
        self._triggers: tuple[Trigger, ...] = ()
        self._modifiers: frozenset[Code] = frozenset()
        self._escape: frozenset[Code] = frozenset()
        self._down: set[Code] = set()
        self._spent: set[Code] = set()
        self._eaten: set[Code] = set()
        self._press: _Press | None = None
        self._events = 0
        self.takes_escape = False
        """True while Escape is for us."""

    def learn(self, triggers: Iterable[Trigger], modifiers: frozenset[Code], escape: frozenset[Code]) -> None:
        """Take the keys as they are now: after the start, and when the keyboard has changed."""
        self._triggers = tuple(triggers)
        self._modifiers, self._escape = modifiers, escape
        self._down &= modifiers

    @property
    def is_idle(self) -> bool:
        """True while nothing is down, so that nobody has to look whether it still is."""
        return not (self._down or self._spent or self._eaten or self._press)

    @property
    def held(self) -> Code | None:
        """The key of the press that goes on."""
        return self._press.code if self._press is not None else None

    @property
    def is_escaping(self) -> bool:
        """True while the Escape that was for us is still down: its repetitions are for nobody."""
        return bool(self._eaten)

    def down(self, code: Code, when: float) -> bool:
        """Take a key that went down; return whether it is ours alone, and not for the programs."""
        self._events += 1
        press = self._press
        is_repeat = code in self._spent | self._eaten or (press is not None and press.code == code)
        before = set(self._down)
        if code in self._modifiers:
            self._down.add(code)
        if is_repeat:
            return self._is_ours(code)
        if self.takes_escape and code in self._escape and not before:
            self._eaten.add(code)
            self._listener.escaped(when)
            return True
        if press is not None and press.trigger.is_modifier:
            self._press = None
            self._spent.add(press.code)
            self._listener.chorded(when, press.trigger.hotkey)
        elif press is not None:
            return False
        return self._begin(code, when, before)

    def up(self, code: Code, when: float) -> bool:
        """Take a key that came up; return whether it is ours alone."""
        self._events += 1
        is_ours = self._is_ours(code)
        for codes in (self._down, self._spent, self._eaten):
            codes.discard(code)
        if self.held == code:
            self.let_go(when)
        return is_ours

    def hide(self, code: Code) -> None:
        """Note that this key's next release is our doing, and tells nothing of the finger."""
        self._down.discard(code)
        if self._press is not None and self._press.code == code:
            self._press.is_hidden = True

    def look(
        self, is_down: Callable[[Code], bool], when: float, catch_up: Callable[[], None] | None = None
    ) -> None:
        """Find keys that are up although nobody said so: after a lock screen, a replug, a sleep.

        Where news of a key can still be on the way when the system is asked, `catch_up` takes it in.
        """
        press, seen = self._press, self._events
        codes = self._down | self._spent | self._eaten
        if press is not None and not press.is_hidden:
            codes.add(press.code)
        gone = {code for code in codes if not is_down(code)}
        if gone and catch_up is not None:
            catch_up()
        if seen == self._events:
            for each in (self._down, self._spent, self._eaten):
                each.difference_update(gone)
            if press is not None and press.code in gone:
                self.let_go(when)

    def let_go(self, when: float) -> None:
        """End a press, if there is one."""
        press, self._press = self._press, None
        if press is not None:
            self._listener.released(when, press.trigger.hotkey)

    def _begin(self, code: Code, when: float, down: set[Code]) -> bool:
        for trigger in self._triggers:
            if code in trigger.codes and trigger.fits(down - {code}):
                self._press = _Press(trigger, code)
                self._listener.pressed(when, self._active_window(), trigger.hotkey)
                return not trigger.is_modifier
        return False

    def _is_ours(self, code: Code) -> bool:
        if code in self._eaten:
            return True
        return self._press is not None and self._press.code == code and not self._press.trigger.is_modifier
