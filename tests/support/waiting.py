"""Waiting for something to become true, with a limit that a busy machine can keep."""

from collections.abc import Callable
from time import monotonic, sleep

PATIENCE = 20.0
"""Seconds that anything may take; generous because the machine may be busy."""


def wait_until(is_so: Callable[[], object], what: str = "it", patience: float = PATIENCE) -> None:
    """Wait until `is_so()` is true; raise TimeoutError that says `what` did not happen."""
    deadline = monotonic() + patience
    while not is_so():
        if monotonic() > deadline:
            raise TimeoutError(f"did not happen within {patience:g} s: {what}")
        sleep(0.005)
