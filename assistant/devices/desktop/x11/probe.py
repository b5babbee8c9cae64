"""A small window of our own that takes text the way a text field does, and says when it stood there.

It measures delivery on any X display, and gives a machine without applications a real target.
"""

from dataclasses import dataclass
from select import select
from threading import Event as Flag
from threading import Thread
from time import monotonic
from typing import Any

from Xlib import XK, X, display
from Xlib.ext import xtest
from Xlib.protocol import event as xevent

PASTED = "ASSISTANT_PROBE"
"""Property into which the selection owner writes."""


@dataclass(frozen=True, slots=True, repr=False)
class Taken:
    """A text that arrived in the window."""

    text: str
    when: float
    """time.monotonic."""


class ProbeWindow:
    """A window with the focus that asks for the selection on Shift+Insert, on a thread of its own."""

    def __init__(self, name: str | None = None) -> None:
        self._display = display.Display(name)
        self._screen = self._display.screen()
        self._window = self._screen.root.create_window(
            0,
            0,
            320,
            80,
            0,
            self._screen.root_depth,
            background_pixel=self._screen.white_pixel,
            event_mask=X.KeyPressMask | X.ExposureMask,
        )
        self._window.set_wm_class("probe", "Probe")
        self._window.set_wm_name("Latency probe")
        self._insert = self._display.keysym_to_keycode(XK.string_to_keysym("Insert"))
        self._keys = display.Display(name)
        self.taken: list[Taken] = []
        self._arrived = Flag()
        self._is_closing = False
        self._thread = Thread(target=self._run, name="probe", daemon=True)

    def open(self) -> None:
        """Show the window, take the focus, and begin."""
        self._window.map()
        self._display.sync()
        while self._window.get_attributes().map_state != X.IsViewable:
            select([], [], [], 0.01)
        self._window.set_input_focus(X.RevertToParent, X.CurrentTime)
        self._display.sync()
        self._thread.start()

    def hold(self, key: str) -> float:
        """Press a key on the real keyboard; the result is when (time.monotonic)."""
        return self._fake(key, X.KeyPress)

    def let_go(self, key: str) -> float:
        """Release it; the result is when."""
        return self._fake(key, X.KeyRelease)

    def wait(self, count: int, timeout: float) -> bool:
        """Wait until `count` texts have arrived in all."""
        end = monotonic() + timeout
        while len(self.taken) < count and monotonic() < end:
            self._arrived.wait(0.05)
            self._arrived.clear()
        return len(self.taken) >= count

    def close(self) -> None:
        """Take the window away."""
        self._is_closing = True
        if self._thread.ident is not None:
            self._thread.join(1.0)
        self._keys.close()
        self._display.close()

    def _fake(self, key: str, kind: int) -> float:
        code = self._keys.keysym_to_keycode(XK.string_to_keysym(key))
        xtest.fake_input(self._keys, kind, code)
        self._keys.flush()
        return monotonic()

    def _run(self) -> None:
        while not self._is_closing:
            if not self._display.pending_events():
                select([self._display.fileno()], [], [], 0.1)
            while self._display.pending_events():
                self._take(self._display.next_event())

    def _take(self, event: Any) -> None:  # noqa: ANN401 - python-xlib has no types
        atom = self._display.intern_atom
        if event.type == X.KeyPress and event.detail == self._insert and event.state & X.ShiftMask:
            clipboard, utf8 = atom("CLIPBOARD"), atom("UTF8_STRING")
            self._window.convert_selection(clipboard, utf8, atom(PASTED), event.time)
            self._display.flush()
        elif isinstance(event, xevent.SelectionNotify) and event.property != X.NONE:
            value = self._window.get_full_property(atom(PASTED), X.AnyPropertyType)
            self._window.delete_property(atom(PASTED))
            self.taken.append(Taken(bytes(value.value).decode(), monotonic()))
            self._arrived.set()
