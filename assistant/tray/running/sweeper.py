"""Takes away what nobody can reach any more, on Qt's thread alone.

Python collects cycles in whichever thread happens to make the next object. A window that was closed is such
a cycle, and a window that is taken apart on another thread than Qt's own takes the program with it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Sweeper(QObject):
    """Collects as often as Python would, between two events of Qt's loop, until it is closed."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.sweep)
        self._timer.start(EVERY_MS)

    def sweep(self) -> None:
        """Collect the generations that are due."""
        due = [number for number, (count, most) in enumerate(_counts()) if 0 < most < count]
        if due:
            gc.collect(due[-1])

    def close(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()


def _counts() -> list[tuple[int, int]]:
    """Return, for each generation, what it counts and from where on it is due."""
    return list(zip(gc.get_count(), gc.get_threshold(), strict=True))
