"""What the macOS desktop asks of the system: a small surface, so that a test can stand in for macOS."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

Formats = Mapping[str, bytes]
"""Uniform type identifier -> data."""


@dataclass(frozen=True, slots=True)
class Frontmost:
    """The application that has the keyboard; which of its windows has it takes another permission to know."""

    process: int
    bundle: str
    """Bundle identifier: `com.apple.TextEdit`."""
    name: str = field(repr=False, default="")


class MacCalls(Protocol):
    """The system, as far as delivery needs it. Callable from any thread."""

    def frontmost(self) -> Frontmost | None:
        """Return the application that has the keyboard."""

    def is_trusted(self) -> bool:
        """Return whether the user lets us press keys (Accessibility)."""

    def is_secure(self) -> bool:
        """Return whether a password field keeps all keys to itself."""

    def type(self, chunk: str) -> None:
        """Type at most CHUNK UTF-16 units, with no modifier down."""

    def press(self, key: int, *, with_command: bool) -> None:
        """Press a key by its virtual code and let it go."""

    def pasteboard(self) -> Formats:
        """Return what the pasteboard holds."""

    def put(self, formats: Formats) -> int:
        """Replace the contents of the pasteboard; return its new change count."""

    def change_count(self) -> int:
        """Return a number that grows with each change of the pasteboard."""
