"""What is to be done, and what became of it."""

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Window:
    """A window of the desktop, as it was when it was looked at."""

    handle: int
    """The platform's own number for it (X11: the window id)."""
    app: str = ""
    """Application name (X11: the class of WM_CLASS)."""
    title: str = field(repr=False, default="")
    is_terminal: bool = False


@dataclass(frozen=True, slots=True)
class InsertText:
    """Put text at the caret of a window, exactly once."""

    text: str = field(repr=False)
    window: Window | None
    """The window it is meant for; None means whichever has the focus."""


@dataclass(frozen=True, slots=True)
class KeepText:
    """Type nothing, but keep the text where the user can get it back."""

    text: str = field(repr=False)
    why: str


@dataclass(frozen=True, slots=True)
class DoNothing:
    """There is nothing to do."""

    why: str


Action = InsertText | KeepText | DoNothing


class Result(StrEnum):
    """How an action ended."""

    DELIVERED = "delivered"
    """The target took the text; we saw it ask for it."""
    UNCONFIRMED = "unconfirmed"
    """Keys were sent, and nothing tells whether they were taken."""
    ON_CLIPBOARD = "on_clipboard"
    """The target never asked for the text: it stays on the clipboard."""
    WRONG_WINDOW = "wrong_window"
    """The focus had moved, so nothing was sent."""
    KEPT = "kept"
    NOTHING = "nothing"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an action."""

    result: Result
    message: str = ""
    """One plain sentence for the user where something needs saying; no spoken words in it."""
    method: str = ""
    """How: `clipboard`, `keys`, `print`."""
    seconds: float = 0.0
    """From the order to the receipt."""
    window: Window | None = None

    @property
    def is_delivered(self) -> bool:
        """True where the text is known, or has to be assumed, to have arrived."""
        return self.result in {Result.DELIVERED, Result.UNCONFIRMED}
