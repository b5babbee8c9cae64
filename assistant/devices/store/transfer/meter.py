"""How fast bytes come, and whether they come at all."""

from collections import deque
from time import monotonic

_WINDOW_S = 5.0
_STEP_S = 0.1


class Meter:
    """Counts bytes against the clock."""

    def __init__(self, patience_s: float, slowest: int) -> None:
        """Fewer than `slowest` bytes a second over `patience_s` count as stalled."""
        self._patience_s, self._enough = patience_s, slowest * patience_s
        self._since, self._lately = monotonic(), 0
        self._marks = deque([(self._since, 0)])
        self._count = 0
        self._is_due = True

    def count(self, size: int) -> None:
        """Take note of `size` bytes."""
        now = monotonic()
        self._count += size
        self._lately += size
        if now - self._marks[-1][0] >= _STEP_S:
            self._marks.append((now, self._count))
            self._is_due = True
        while now - self._marks[0][0] > _WINDOW_S and len(self._marks) > 1:
            self._marks.popleft()

    @property
    def is_stalled(self) -> bool:
        """Tell whether too little came, once for every stretch of patience."""
        if monotonic() - self._since < self._patience_s:
            return False
        is_little = self._lately < self._enough
        self._since, self._lately = monotonic(), 0
        return is_little

    @property
    def is_due(self) -> bool:
        """Tell, a few times a second, that there is something new to show."""
        due, self._is_due = self._is_due, False
        return due

    @property
    def rate(self) -> float:
        """Bytes a second over the last few seconds."""
        begun, before = self._marks[0]
        span = monotonic() - begun
        return (self._count - before) / span if span > 0 else 0.0
