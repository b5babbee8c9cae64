"""What is asked of every system about starting with the session."""

from typing import Protocol


class Autostart(Protocol):
    """Whether the assistant starts with the session: what the system would do, not what we remember."""

    place: str
    """Where the system keeps it, for people."""

    def is_on(self) -> bool:
        """Tell whether the next session would start an assistant that is there. Raises OSError."""

    def set(self, *, on: bool) -> None:
        """Have it started with every session, or not any more. Raises OSError."""

    def command(self) -> tuple[str, ...]:
        """Return what the session would start, there or not any more; empty where that is nothing."""
