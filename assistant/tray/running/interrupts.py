"""Ctrl+C and a polite kill, while Qt has the main thread."""

import os
import signal
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

SIGNALS = (signal.SIGINT, signal.SIGTERM)
GLANCE_MS = 250


class Interrupts(QObject):
    """Calls `leave` on SIGINT and SIGTERM, on the main thread, until it is closed.

    Python runs signal handlers between two of its own steps, and inside Qt's loop it takes none: a byte
    in a pipe wakes it. Where Qt can't wait for a pipe (Windows) a timer lets Python have a look. What is
    in the middle of something, a window that opens, is never closed under its own hands: `leave` comes
    between two events.
    """

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        self._leave = leave
        self.is_wanted = False
        """True once somebody has interrupted, whether `leave` has been called for it or not."""
        self._is_told = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._ends: tuple[int, int] | None = None
        if hasattr(signal, "pthread_kill"):
            self._ends = reader, writer = os.pipe()
            os.set_blocking(reader, False)
            os.set_blocking(writer, False)
            self._before_fd = signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
            self._notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._look)
        else:
            self._timer.start(GLANCE_MS)
        self._before = {number: signal.signal(number, self._handle) for number in SIGNALS}

    def close(self) -> None:
        """Give the signals back to whoever had them."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._timer.stop()
        if self._ends is not None:
            self._notifier.setEnabled(False)
            signal.set_wakeup_fd(self._before_fd)
            for end in self._ends:
                os.close(end)
            self._ends = None

    def _handle(self, _number: int, _frame: FrameType | None) -> None:
        self.is_wanted = True

    def _look(self) -> None:
        """Empty the pipe; that Python runs at all lets it call the handler."""
        if self._ends is not None:
            os.read(self._ends[0], 64)
        if self.is_wanted and not self._is_told:
            self._is_told = True
            self._leave()
