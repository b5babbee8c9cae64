"""Waits for events of one connection and hands them out; other threads can wake it."""

import socket
from collections.abc import Callable
from select import select
from time import monotonic

from Xlib import X

from assistant.devices.desktop.x11.connection import Connection, XEvent, XWindow

Dispatch = Callable[[XEvent], None]

STEP = 0.02
"""Seconds between looks at a condition that may also come true by time alone."""


class EventPump:
    """The event loop of the thread that owns a connection."""

    def __init__(self, connection: Connection) -> None:
        self._display = connection.display
        self._handlers: dict[int, list[Dispatch]] = {}
        self._ear, self._bell = socket.socketpair()
        self._ear.setblocking(False)
        self._bell.setblocking(False)

    def on(self, kind: int, dispatch: Dispatch) -> None:
        """Have every event of this kind handed to `dispatch`."""
        self._handlers.setdefault(kind, []).append(dispatch)

    def wake(self) -> None:
        """End the present wait; callable from any thread, also after `close`."""
        try:
            self._bell.send(b"!")
        except (BlockingIOError, OSError):  # it has been rung already, or nobody listens any more
            return

    def pump(self, timeout: float) -> None:
        """Hand out what has come, waiting at most `timeout` seconds for the first of it."""
        # In this order: a flush may read events too, which `select` would then know nothing of.
        self._display.flush()
        waiting = self._display.pending_events()
        if not waiting:
            ready, _, _ = select([self._display, self._ear], [], [], max(timeout, 0.0))
            if self._ear in ready:
                self._ear.recv(4096)
            waiting = self._display.pending_events()
        for _ in range(waiting):
            event = self._display.next_event()
            for dispatch in self._handlers.get(event.type, ()):
                dispatch(event)
        self._display.flush()

    def wait_until(self, is_so: Callable[[], bool], timeout: float) -> bool:
        """Pump until `is_so()`; False if that took longer than `timeout` seconds."""
        deadline = monotonic() + timeout
        while not is_so():
            left = deadline - monotonic()
            if left <= 0:
                return False
            self.pump(min(left, STEP))
        return True

    def close(self) -> None:
        """Give back the wake-up sockets."""
        self._ear.close()
        self._bell.close()


class ServerClock:
    """Tells the server's time, which selections are dated by. On the thread of its pump only."""

    def __init__(self, connection: Connection, window: XWindow, pump: EventPump) -> None:
        self._connection, self._window, self._pump = connection, window, pump
        self._time = 0
        pump.on(X.PropertyNotify, self._notice)

    def now(self) -> int:
        """Return the server's time, by changing nothing of a property and being told when."""
        self._time = 0
        clock = self._connection.atom("ASSISTANT_CLOCK")
        self._window.change_property(clock, self._connection.atom("INTEGER"), 32, [], X.PropModeAppend)
        self._pump.wait_until(lambda: self._time != 0, 1.0)
        return self._time

    def _notice(self, event: XEvent) -> None:
        if event.atom == self._connection.atom("ASSISTANT_CLOCK"):
            self._time = int(event.time)
