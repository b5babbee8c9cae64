"""What goes to a language model: text of the user's, so no repr shows it."""

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """Whose turn it is."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True)
class Turn:
    """One message."""

    role: Role
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Tool:
    """Something that the model may ask to have done."""

    name: str
    """Letters, digits, `_` and `-` only, as servers want it."""
    description: str
    parameters: str
    """JSON schema of its arguments, as text."""


@dataclass(frozen=True, slots=True)
class Request:
    """One question to the model."""

    turns: tuple[Turn, ...]
    tools: tuple[Tool, ...] = ()
    longest: int = 512
    """Tokens that the reply may have."""
    schema: str = field(default="", repr=False)
    """JSON schema that the reply has to keep, as text; empty: it is free."""
    temperature: float = 0.2
    purpose: str = ""
    """For the log of what was sent: `ask`, `edit`, `polish`, `command`."""
    shows: tuple[str, ...] = ()
    """For the same log: what the turns show beside the words said: `selection`, `app`, `tone`, `hook`."""
    is_stored: bool = True
    """False where nothing of it may be written down: that log holds no word of it, whatever is ticked."""
