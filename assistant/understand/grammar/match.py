"""One way to understand a sentence."""

from dataclasses import dataclass, field

from assistant.values.commands.deed import Slot
from assistant.values.commands.definition import Definition


@dataclass(frozen=True, slots=True)
class Match:
    """One way to understand a sentence."""

    definition: Definition
    slots: tuple[Slot, ...]
    language: str
    literal: int
    """Characters that the template itself accounts for, or a list; the more, the surer."""
    said: str = field(repr=False)

    @property
    def name(self) -> str:
        """The command's id."""
        return self.definition.name
