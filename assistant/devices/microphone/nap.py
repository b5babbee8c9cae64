"""Whether a microphone is to be closed for a while, and until when it may stay open."""

from threading import Condition
from time import monotonic

from assistant.values.event import Rest

FOREVER = float("inf")


class Nap:
    """A wish to close, now or a little later, that a wish to hear ends. Thread-safe."""

    def __init__(self, why: Rest | None) -> None:
        """Begin closed, where there is a reason to be."""
        self._changed = Condition()
        self._why = why
        self._begins = monotonic() if why is not None else FOREVER

    @property
    def why(self) -> Rest | None:
        """Why it is to be closed at this moment; None: it is to be open."""
        with self._changed:
            return self._why if monotonic() >= self._begins else None

    def plan(self, why: Rest, after: float) -> None:
        """Let it begin in `after` seconds, unless it has begun already."""
        with self._changed:
            self._why = why
            self._begins = min(self._begins, monotonic()) if self._is_on() else monotonic() + after

    def end(self) -> None:
        """Open, or stay open."""
        with self._changed:
            self._why, self._begins = None, FOREVER
            self._changed.notify_all()

    def wait(self) -> None:
        """Return once it has ended."""
        with self._changed:
            while self._why is not None:
                self._changed.wait()

    def _is_on(self) -> bool:
        return self._why is not None and monotonic() >= self._begins
