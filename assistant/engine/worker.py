"""A named thread that takes items in order, and outlives whatever goes wrong in one of them."""

import logging
import traceback
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from time import monotonic
from typing import Generic, TypeVar

from assistant.values.event import Fault, Trouble

log = logging.getLogger(__name__)

T = TypeVar("T")


class Worker(Generic[T]):
    """Runs `step` on every posted item, in the order of the posts."""

    def __init__(self, name: str, step: Callable[[T], None], lost: Callable[[T, Trouble], None]) -> None:
        self._step = step
        self._lost = lost
        self._inbox: SimpleQueue[T | None] = SimpleQueue()
        self._is_stopping = False
        self._thread = Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin to take items."""
        self._thread.start()

    def post(self, item: T) -> None:
        """Hand over the next item. Never blocks; None is not an item."""
        self._inbox.put(item)

    def stop(self, deadline: float) -> bool:
        """Take no further item; True if the thread had ended by `deadline` (time.monotonic)."""
        self._is_stopping = True
        self._inbox.put(None)
        if self._thread.ident is not None:
            self._thread.join(max(0.0, deadline - monotonic()))
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (item := self._inbox.get()) is not None and not self._is_stopping:
            try:
                self._step(item)
            except Exception as error:  # noqa: BLE001 - the one place that turns a defect into a Trouble
                self._lost(item, self._trouble(error))

    def _trouble(self, error: Exception) -> Trouble:
        # Neither the message nor the values may be logged: they could hold what the user said.
        where = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} in {where.name}, line {where.lineno}"
        log.error("%s: %s", self._thread.name, place)
        return Trouble(Fault.INTERNAL, f"Something went wrong inside the assistant ({place}). It goes on.")
