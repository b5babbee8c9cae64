"""What the Windows desktop asks of the system: a small surface, so that a test can stand in for Windows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from assistant.devices.desktop.windows.strokes import Stroke

Formats = Mapping[int, bytes]
"""Clipboard format -> data, for all formats that are plain memory."""


@dataclass(frozen=True, slots=True)
class Foreground:
    """The window that has the keyboard."""

    handle: int
    program: str
    """File name of its program: `notepad.exe`."""
    title: str = field(repr=False)
    is_above_us: bool = False
    """It runs with more rights than we do: Windows then drops our keys without a word."""


class WindowsCalls(Protocol):
    """The system, as far as delivery needs it. Callable from any thread."""

    def foreground(self) -> Foreground | None:
        """Return the window that has the keyboard."""

    def held_modifiers(self) -> tuple[int, ...]:
        """Return the virtual keys of the modifiers that are down."""

    def send(self, strokes: Sequence[Stroke]) -> int:
        """Send key events; return how many were taken."""

    def clipboard(self) -> Formats | None:
        """Return what the clipboard holds; None where another program does not let go of it."""

    def offer(self, text: str) -> bool:
        """Put `text` there, to be handed over when it is asked for; False where that is refused.

        It is kept out of the clipboard history and of the cloud.
        """

    def times_asked(self) -> int:
        """Return how often the text of the last offer was asked for."""

    def is_ours(self) -> bool:
        """Return whether the clipboard still holds our offer."""

    def put(self, formats: Formats) -> None:
        """Replace the contents of the clipboard."""

    def close(self) -> None:
        """Give back what was taken from the system."""
