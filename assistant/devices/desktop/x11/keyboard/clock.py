"""From the server's time to ours."""

from collections import deque

WRAP = 1 << 32
"""The server counts milliseconds in 32 bits."""
REMEMBERED = 64


class ServerClock:
    """Tells when (time.monotonic) something happened that the server dates in its own milliseconds.

    An event can arrive late but not early, so the smallest difference seen between arrival and date is
    the difference of the clocks. It is forgotten after 64 events, since clocks drift.
    """

    def __init__(self) -> None:
        self._last: int | None = None
        self._differences: deque[float] = deque(maxlen=REMEMBERED)

    def when(self, time: int, arrival: float) -> float:
        """Return when an event happened that is dated `time` (ms) and arrived at `arrival` (s)."""
        date = self._unwrapped(time) / 1000
        self._differences.append(arrival - date)
        return min(arrival, date + min(self._differences))

    def _unwrapped(self, time: int) -> int:
        if self._last is None:
            self._last = time
        else:
            step = (time - self._last) % WRAP
            self._last += step if step < WRAP // 2 else step - WRAP
        return self._last
