"""Notices that something has changed which a look can tell: the settings file, a pack of commands."""

from collections.abc import Callable
from threading import Event, Thread

INTERVAL = 0.5
"""Seconds between two looks, each a question to the file system; an editor has replaced its file by then."""


class Watch:
    """Calls `changed` after every change of what `stamp` returns, on a thread of its own."""

    def __init__(self, stamp: Callable[[], object], changed: Callable[[], None]) -> None:
        self._stamp = stamp
        self._changed = changed
        self._stopped = Event()
        self._seen = stamp()
        self._thread = Thread(target=self._run, name="watch", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """End at once. May be called twice."""
        self._stopped.set()
        if self._thread.ident is not None:
            self._thread.join(0.3)  # a look may take longer; nobody has to wait for it

    def _run(self) -> None:
        while not self._stopped.wait(INTERVAL):
            stamp = self._stamp()
            if stamp != self._seen:
                self._seen = stamp
                self._changed()
