"""What a fold may know besides the text."""

from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.values.glossary import Glossary
from assistant.values.settings import FormatSettings
from assistant.values.transcript import Tag, Word

EVIDENCE = 0.6
"""Probability from which a language is taken as known."""


def _nothing(_name: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class About:
    """The circumstances of one text."""

    style: FormatSettings = field(default_factory=FormatSettings)
    language: Tag = field(default_factory=lambda: Tag("auto", 0.0))
    words: tuple[Word, ...] = field(repr=False, default=())
    """As they were spoken, for the pauses between them."""
    before: str | None = field(repr=False, default=None)
    """What stands before the caret (its end is enough); None where nobody knows."""
    is_plain: bool = False
    """In a terminal: no sentence is made of what is said."""
    glossary: Glossary = field(repr=False, default_factory=Glossary)
    variable: Callable[[str], str | None] = field(repr=False, default=_nothing)
    """Gives the value of `{name}` at this moment; None for a name that is no variable."""

    @property
    def known_language(self) -> str:
        """The language, where there is evidence for it; else nothing."""
        return self.language.name if self.language.probability >= EVIDENCE else ""
