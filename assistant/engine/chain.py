"""The same rooms without threads: for files, tests and the law that threads change nothing."""

from collections.abc import Iterable

from assistant.engine.brain import Brain
from assistant.engine.ear import Ear, EarItem, EarWork
from assistant.engine.hands import Hands
from assistant.engine.ports import Observer
from assistant.engine.rooms import Rooms
from assistant.engine.work import Redeliver
from assistant.values.control import DeliverKept


class Chain:
    """Takes one item at a time and is done with it before it returns."""

    def __init__(self, rooms: Rooms, observer: Observer) -> None:
        self._ear = Ear(rooms.endpointer, rooms.journal, observer)
        self._brain = Brain(rooms.recognizer(), rooms.router, rooms.planner, observer)
        self._hands = Hands(rooms, observer)

    def feed(self, item: EarItem | DeliverKept) -> None:
        """Take the next item through every room."""
        if isinstance(item, DeliverKept):
            self._hands.feed(Redeliver())
        else:
            self._take(self._ear.feed(item))

    def flush(self) -> None:
        """Finish what is open."""
        self._take(self._ear.flush())

    def _take(self, works: Iterable[EarWork]) -> None:
        for work in works:
            for order in self._brain.feed(work):
                self._hands.feed(order)
