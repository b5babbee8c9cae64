"""Watches the hotkeys everywhere on an X11 desktop: the thread `hotkeys`.

A bare modifier is only observed: it stays a modifier for everything else, and a press of another key while
it is held means that a shortcut was meant. Ordinary keys, chords and mouse buttons are grabbed as well, so
that the program with the focus does not get them.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Event as Flag
from threading import Thread
from time import monotonic

from assistant.act.ports import KeyListener
from assistant.devices.desktop.x11.connection import GONE
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.devices.desktop.x11.keyboard.echoes import Echoes
from assistant.devices.desktop.x11.keyboard.watch import KeyWatch, Surroundings
from assistant.errors import HotkeyError, NoDesktopError
from assistant.values.event import Fault, Recovered, Trouble
from assistant.values.settings import Hotkey

RETRY = 1.0
"""Seconds between attempts to reach a server that went away."""

Report = Callable[[Trouble | Recovered], None]

BACK = "The hotkeys are watched again."


class X11Hotkeys:
    """Implements act.ports.Hotkeys."""

    def __init__(
        self, hotkeys: Iterable[Hotkey], desktop: X11Desktop | None = None, display: str | None = None
    ) -> None:
        """Watch `hotkeys` on the display of `desktop`, whose own key strokes are not the user's."""
        self._hotkeys = tuple(hotkeys)
        echoes = desktop.echoes if desktop is not None else Echoes()
        self._where = Surroundings(desktop.display if desktop is not None else display, echoes)
        self._stopping = Flag()
        self._watch: KeyWatch | None = None
        self._thread: Thread | None = None
        self._told: tuple[str, ...] = ()

    def start(self, listener: KeyListener, trouble: Report) -> None:
        """Begin to watch. Raises HotkeyError where none of the keys exists and is free."""
        self._stopping.clear()
        self._told = ()
        if not self._hotkeys:
            return
        try:
            self._watch = KeyWatch(self._hotkeys, self._where, listener)
        except (NoDesktopError, *GONE) as error:
            raise HotkeyError("The hotkeys cannot be watched: no X server answers.") from error
        self._tell(self._watch, trouble)
        self._thread = Thread(target=self._run, args=(listener, trouble), name="hotkeys", daemon=True)
        self._thread.start()

    def take_escape(self, *, is_taken: bool) -> None:
        """Keep Escape from the programs and tell of it, or leave it alone again."""
        watch = self._watch
        if watch is not None:
            watch.take_escape(is_taken=is_taken)

    def stop(self) -> None:
        """End. May be called twice."""
        self._stopping.set()
        watch, thread = self._watch, self._thread
        if watch is not None:
            watch.wake()
        if thread is not None:
            thread.join(1.0)

    def _run(self, listener: KeyListener, trouble: Report) -> None:
        while self._watch is not None:
            why = self._watch_on(self._watch, trouble)
            self._watch.let_go(monotonic())
            self._watch.close()
            self._watch = None
            if why is not None:
                trouble(Trouble(Fault.HOTKEY, why))
                self._watch = self._come_back(listener)
                if self._watch is not None:
                    trouble(Recovered(Fault.HOTKEY, BACK))

    def _watch_on(self, watch: KeyWatch, trouble: Report) -> str | None:
        """Watch until told to stop (None), or until it cannot go on (why)."""
        try:
            while not self._stopping.is_set():
                watch.step()
                self._tell(watch, trouble)
        except GONE:
            return "The X server went away; the hotkeys are dead until it is back."
        return None

    def _tell(self, watch: KeyWatch, trouble: Report) -> None:
        """Tell of keys that can't be watched, and when they all can again."""
        before, self._told = self._told, watch.problems
        if self._told and self._told != before:
            trouble(Trouble(Fault.HOTKEY, " ".join(self._told)))
        elif before and not self._told:
            trouble(Recovered(Fault.HOTKEY, BACK))

    def _come_back(self, listener: KeyListener) -> KeyWatch | None:
        """Try again until it works; None where we are told to stop first."""
        while not self._stopping.wait(RETRY):
            with suppress(HotkeyError, NoDesktopError, *GONE):
                return KeyWatch(self._hotkeys, self._where, listener)
        return None
