"""What takes time for a window is done beside it; its results come back to Qt's thread.

Work holds the window that asked for it. Were the thread the last to hold it, the window would be taken apart
there, and Qt with it: so every errand stays on a list that only Qt's thread takes things from.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import count
from threading import Lock, Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from assistant.errors import AssistantError

Result = TypeVar("Result")
Failed = Callable[[AssistantError | OSError], None]


def _unheard(_error: AssistantError | OSError) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class _Errand:
    """One piece of work, who is told, and in the end what there is to tell."""

    work: Callable[[], Any]
    then: Callable[[Any], None]
    failed: Failed
    is_wanted: Callable[[], bool]
    answer: Callable[[], None] | None = None


class _Desk(QObject):
    """Holds every errand until it is back on Qt's thread; lives as long as the program."""

    came_back = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.open: dict[int, _Errand] = {}
        self.numbers = count()
        self.came_back.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @Slot(int)
    def _tell(self, number: int) -> None:
        errand = self.open.pop(number)
        if errand.answer is not None and errand.is_wanted():
            errand.answer()


_DESKS: list[_Desk] = []


def _desk() -> _Desk:
    """Return the one desk, which the first window makes on Qt's thread."""
    if not _DESKS:
        _DESKS.append(_Desk())
    return _DESKS[0]


class Errands:
    """Runs one piece of work after the other on a thread (`errands`) that lives while there is any.

    Each window has its own. After `close` no result is told any more; what runs is run to its end.
    """

    def __init__(self, *, is_owed: bool = False) -> None:
        """Begin with nothing to do; what `is_owed` is done even while the program ends."""
        self._is_owed = is_owed
        self._desk = _desk()
        self._lock = Lock()
        self._waiting: deque[int] = deque()
        self._is_running = False
        self._is_closed = False

    def run(
        self, work: Callable[[], Result], then: Callable[[Result], None], failed: Failed = _unheard
    ) -> None:
        """Do `work` on the thread, then call `then` with what it returned, or `failed`, on Qt's thread."""
        number = next(self._desk.numbers)
        self._desk.open[number] = _Errand(work, then, failed, lambda: not self._is_closed)
        with self._lock:
            self._waiting.append(number)
            if not self._is_running:
                self._is_running = True
                Thread(target=self._work, name="errands", daemon=not self._is_owed).start()

    def forget_waiting(self) -> None:
        """Leave undone what has not begun."""
        with self._lock:
            forgotten, self._waiting = self._waiting, deque()
        for number in forgotten:
            self._desk.open.pop(number)

    def close(self) -> None:
        """Tell nothing any more, and begin nothing more but what is owed."""
        self._is_closed = True
        if not self._is_owed:
            self.forget_waiting()

    def _work(self) -> None:
        while (number := self._next()) is not None:
            is_well = False
            try:
                _do(self._desk.open[number])
                is_well = True
            finally:  # a programming error is told by the thread's hook; the next errand gets a new thread
                if not is_well:
                    self._is_running = False
            self._desk.came_back.emit(number)

    def _next(self) -> int | None:
        with self._lock:
            self._is_running = bool(self._waiting)
            return self._waiting.popleft() if self._waiting else None


def _do(errand: _Errand) -> None:
    """Do it, and leave nothing of it in this thread."""
    try:
        errand.answer = partial(errand.then, errand.work())
    except (AssistantError, OSError) as error:
        errand.answer = partial(errand.failed, error)
