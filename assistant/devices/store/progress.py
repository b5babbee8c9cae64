"""What the model store tells while it works: for a line on the terminal, or a bar in a window."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """What is being done."""

    WAITING = "waiting"
    """For another program that is at work on the same model."""
    DOWNLOADING = "downloading"
    CHECKING = "checking"
    """Hashing what is there."""
    UNPACKING = "unpacking"
    COPYING = "copying"
    TESTING = "testing"
    NOTE = "note"
    """A sentence to know, no work."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a step is."""

    step: Step
    what: str
    """Name of a file, or of a model."""
    done: int = 0
    """Bytes."""
    total: int = 0
    """Bytes; 0 where nobody knows."""
    rate: float = 0.0
    """Bytes a second, lately."""
    left_s: float | None = None
    """Seconds to go at this rate."""
    message: str = ""
    """A sentence, for NOTE and WAITING."""


Report = Callable[[Progress], None]


def unheard(_progress: Progress) -> None:
    """Tell nobody."""


def note(report: Report, what: str, message: str) -> None:
    """Tell a sentence."""
    report(Progress(Step.NOTE, what, message=message))
