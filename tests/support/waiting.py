"""Waiting for what is to become true, and measuring what is to be at once; a busy machine is no fault."""

from collections.abc import Callable
from time import monotonic, sleep
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 40.0
"""Seconds that anything may take; generous because the machine may be busy."""
SOON = 10.0
"""Seconds within which comes what waits for nothing: a test lets a fault take at least twice as long."""


def wait_until(is_so: Callable[[], T | None], what: str = "it", patience: float = PATIENCE) -> T:
    """Wait until `is_so()` is true and return that; raise TimeoutError that says `what` did not happen."""
    deadline = monotonic() + patience
    while not (answer := is_so()):
        if monotonic() > deadline:
            raise TimeoutError(f"did not happen within {patience:g} s: {what}")
        sleep(0.005)
    return answer


class Stopwatch:
    """Runs from where it is made."""

    def __init__(self) -> None:
        self._begun = monotonic()

    def soon(self, what: str, limit: float = 0.0) -> None:
        """Fail if `what` took longer than its limit and what any machine adds; `-s` shows the figure."""
        took = monotonic() - self._begun
        print(f"{what}: {1000 * took:.0f} ms")
        assert took < limit + SOON, f"{what} took {took:.1f} s"
