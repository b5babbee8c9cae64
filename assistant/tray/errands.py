"""What takes time for a window is done beside it; its results come back to Qt's thread."""

from collections import deque
from collections.abc import Callable
from functools import partial
from threading import Lock, Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from assistant.errors import AssistantError

Result = TypeVar("Result")
Failed = Callable[[AssistantError | OSError], None]


def _unheard(_error: AssistantError | OSError) -> None:
    """Tell nobody."""


class Errands(QObject):
    """Runs one piece of work after the other on a thread (`errands`) that lives while there is any.

    Each window has its own. After `close` no result is told any more; what runs is run to its end.
    """

    _came_back = Signal(object)

    def __init__(self, *, is_owed: bool = False) -> None:
        """Begin with nothing to do; what `is_owed` is done even while the program ends."""
        super().__init__()
        self._is_owed = is_owed
        self._lock = Lock()
        self._waiting: deque[Callable[[], Callable[[], None]]] = deque()
        self._is_running = False
        self._is_closed = False
        self._came_back.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[], Result], then: Callable[[Result], None], failed: Failed = _unheard
    ) -> None:
        """Do `work` on the thread, then call `then` with what it returned, or `failed`, on Qt's thread."""

        def errand() -> Callable[[], None]:
            try:
                return partial(then, work())
            except (AssistantError, OSError) as error:
                return partial(failed, error)

        with self._lock:
            self._waiting.append(errand)
            if not self._is_running:
                self._is_running = True
                Thread(target=self._work, name="errands", daemon=not self._is_owed).start()

    def forget_waiting(self) -> None:
        """Leave undone what has not begun."""
        with self._lock:
            self._waiting.clear()

    def close(self) -> None:
        """Tell nothing any more, and begin nothing more but what is owed."""
        self._is_closed = True
        if not self._is_owed:
            self.forget_waiting()

    @Slot(object)
    def _tell(self, answer: Callable[[], None]) -> None:
        if not self._is_closed:
            answer()

    def _work(self) -> None:
        while (errand := self._next()) is not None:
            is_well = False
            try:
                answer = errand()
                if not self._is_closed:  # Qt may be gone by now
                    self._came_back.emit(answer)
                is_well = True
            finally:  # a programming error is told by the thread's hook; the next errand gets a new thread
                if not is_well:
                    self._is_running = False

    def _next(self) -> Callable[[], Callable[[], None]] | None:
        with self._lock:
            self._is_running = bool(self._waiting)
            return self._waiting.popleft() if self._waiting else None
