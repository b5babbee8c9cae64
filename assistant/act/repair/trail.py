"""The texts that were typed, newest last: what can be taken back, and what stands before the caret."""

from collections import deque
from dataclasses import dataclass, field

from assistant.values.action import Insertion, Window
from assistant.values.transcript import Transcript

LONGEST = 50
"""Texts remembered; in memory only."""
FRESH = 60.0
"""Seconds in which a caret is believed to be where our own last text left it, if nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A text that was typed, and where it came from."""

    insertion: Insertion
    heard: Transcript = field(repr=False)
    before: str | None = field(repr=False, default=None)
    """What stood before the caret then."""
    line: int = 0
    """Its line of history; 0 where there is none."""
    instead_of: str = field(repr=False, default="")
    """What stood there before, where it replaced a text of the user's."""


class Trail:
    """Remembers traces. The time is whatever the traces have in `at`."""

    def __init__(self) -> None:
        self._traces: deque[Trace] = deque(maxlen=LONGEST)

    def add(self, trace: Trace) -> None:
        """Remember the newest text."""
        self._traces.append(trace)

    def last(self) -> Trace | None:
        """Return the newest one."""
        return self._traces[-1] if self._traces else None

    def drop(self) -> None:
        """Forget the newest one."""
        self._traces.pop()

    def forget(self) -> None:
        """Forget everything: the caret is somewhere else now."""
        self._traces.clear()

    def before(self, window: Window | None, now: float) -> str | None:
        """Return our own last text in `window`, if it is fresh; None where nothing is known."""
        last = self.last()
        if last is None or window is None or last.insertion.window is None:
            return None
        is_there = last.insertion.window.handle == window.handle
        return last.insertion.text if is_there and now - last.insertion.at <= FRESH else None
