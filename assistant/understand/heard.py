"""One utterance as the router looks at it."""

from dataclasses import dataclass, field, replace

from assistant.understand.grammar.canonical import Canonical
from assistant.understand.selection import Surroundings
from assistant.values.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Heard:
    """A text that may be a command, and what it was heard with."""

    transcript: Transcript
    text: Canonical = field(repr=False)
    """What is left of it: without the wake phrase, where it began with one."""
    around: Surroundings
    start: int
    """Sample index where it began."""
    stop: int

    def rest(self, text: Canonical) -> "Heard":
        """Return it with `text` only."""
        return replace(self, text=text)
