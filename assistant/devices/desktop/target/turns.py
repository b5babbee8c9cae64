"""Whose turn it is: one text is delivered at a time, and none once the desktop is closed."""

from collections.abc import Callable
from dataclasses import replace
from threading import RLock
from time import monotonic

from assistant.devices.desktop.target.sentences import CLOSED
from assistant.errors import DeliveryError
from assistant.values.action import Outcome


class Turns:
    """Hands out turns. Thread-safe."""

    def __init__(self) -> None:
        self.lock = RLock()
        """Held during a turn."""
        self.is_over = False

    def take(self, deliver: Callable[[], Outcome]) -> Outcome:
        """Deliver in one turn; the outcome says how long it took. Raises DeliveryError after `end`."""
        started = monotonic()
        with self.lock:
            if self.is_over:
                raise DeliveryError(CLOSED)
            outcome = deliver()
        return replace(outcome, seconds=monotonic() - started)

    def end(self, give_back: Callable[[], object]) -> None:
        """Let nobody have a turn any more; call `give_back` the first time."""
        with self.lock:
            if not self.is_over:
                self.is_over = True
                give_back()
