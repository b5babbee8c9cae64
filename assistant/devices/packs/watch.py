"""Notices that one of the user's packs has changed, and reads them all again."""

from collections.abc import Callable
from threading import Event, Thread

from assistant.devices.packs.shelf import PackShelf, Stock

INTERVAL = 1.0
"""Seconds between two looks; an editor that replaces its file is done by then."""


class PackWatch:
    """Hands every new stock to `changed`, on a thread of its own, and calls `warm` once it is `ripe`."""

    def __init__(self, shelf: PackShelf, changed: Callable[[Stock], None]) -> None:
        self.ripe: Callable[[], bool] = lambda: True
        self.warm: Callable[[], None] = lambda: None
        self._shelf = shelf
        self._changed = changed
        self._stopped = Event()
        self._seen = shelf.stamp()
        self._thread = Thread(target=self._run, name="commands", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """End at once. May be called twice."""
        self._stopped.set()
        if self._thread.ident is not None:
            self._thread.join(1.0)

    def _run(self) -> None:
        while not self.ripe():
            if self._stopped.wait(INTERVAL):
                return
        self.warm()
        while not self._stopped.wait(INTERVAL):
            stamp = self._shelf.stamp()
            if stamp != self._seen:
                self._seen = stamp
                self._changed(self._shelf.read())
