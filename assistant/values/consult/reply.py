"""What comes back from a language model. Nothing in it is believed: it is text, whatever it says."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Grew:
    """The reply has grown by this piece."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Called:
    """The model asks for a tool. Whether anything is done about it is decided by the gate."""

    tool: str = field(repr=False)
    """What it calls the tool; nothing says that there is one of that name."""
    arguments: str = field(repr=False)
    """JSON, as it came; nothing says that it can be read."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The reply is over."""

    reason: str = ""
    """The server's word for why: `stop`, `length`, `tool_calls`."""


Reply = Grew | Called | Finished
