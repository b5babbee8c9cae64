"""Waits for events of one connection and hands them out; other threads can wake it."""

import socket
from collections.abc import Callable
from select import select
from time import monotonic

from assistant.devices.desktop.x11.connection import Connection, XEvent

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
