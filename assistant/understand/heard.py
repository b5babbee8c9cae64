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
    decoded: Canonical | None = field(default=None, repr=False)
    """The phrase of the commands that the recogniser found in the sound itself, where it is sure."""

    def rest(self, text: Canonical, decoded: Canonical | None) -> "Heard":
        """Return it with `text` only, and what was decoded of that."""
        return replace(self, text=text, decoded=decoded)
