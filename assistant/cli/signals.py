"""Working in the foreground until somebody ends it."""

import signal
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any, Self


class Interruption:
    """Ctrl+C or a polite kill, noticed for as long as the `with` lasts."""

    def __init__(self) -> None:
        self.is_set = False
        self._before: dict[signal.Signals, Any] = {}

    def wait(self, is_over: Callable[[], bool]) -> bool:
        """Call `is_over` (which waits a little itself) until it is true; True where somebody interrupted."""
        while not self.is_set and not is_over():
            pass
        return self.is_set

    def __enter__(self) -> Self:
        """Take the signals."""
        for number in (signal.SIGINT, signal.SIGTERM):
            self._before[number] = signal.signal(number, self._note)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give them back."""
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self.is_set = True
