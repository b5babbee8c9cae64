"""What may be said, as a grammar the recogniser can listen for: sequences, choices and free text."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Words:
    """Words said one after the other; no words at all is something that may be left out."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Anything:
    """Free text: at least one word, whatever it is."""


@dataclass(frozen=True, slots=True)
class Either:
    """One of several."""

    options: tuple["Phrase", ...]


@dataclass(frozen=True, slots=True)
class InTurn:
    """All of them, one after the other."""

    parts: tuple["Phrase", ...]


Phrase = Words | Anything | Either | InTurn


@dataclass(frozen=True, slots=True)
class Goal:
    """A phrase and what it is for."""

    name: str
    """The id of a command."""
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Candidate:
    """What of a grammar fits best to what was heard."""

    goal: str
    text: str = field(repr=False)
    """The words of the grammar; where it allows free text, those of the model."""
    doubt: float
    """How much worse the grammar's words fit than the model's own free choice: mean log-probability
    lost for each word of the grammar, 0 where both agree."""
    worst: float
    """The same for the word that fits worst."""
    margin: float
    """By how much the second best of the grammar fits worse, in log-probability."""
