"""One row of the table: what is said, and how it is seen to have happened."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.journeys.commands.stage import Stage

Seen = Callable[[], str]
"""Returns what is seen once the effect is there; empty as long as it is not."""


@dataclass(frozen=True)
class Row:
    """One built-in command."""

    command: str
    en: str
    zh: str
    see: "Callable[[Stage], Seen]"
    """Prepares the stage, and returns how to look."""
    then: tuple[tuple[str, str], ...] = ()
    """What is said afterwards, in English and in Chinese: what confirms, above all."""
    alone: bool = False
    """Said to an assistant of its own, whose answers are printed."""

    def said(self, language: str) -> str:
        """Return what is said in a language."""
        return self.zh if language == "zh" else self.en


def once(is_so: Callable[[], object], sight: str) -> Seen:
    """Return what sees `sight` as soon as something is so."""
    return lambda: sight if is_so() else ""
