"""What the user asks to see or hear, for whoever can show it. Events like those of `values/event`."""

from dataclasses import dataclass, field

from assistant.values.commands.offer import Offer
from assistant.values.control import Mode


@dataclass(frozen=True, slots=True)
class HelpWanted:
    """The user asks what can be said; `offers` is all that works here and now."""

    app: str
    """Of the window that has the keyboard; empty where that is hidden."""
    mode: Mode
    language: str
    """In which it was asked, and is to be answered."""
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class HistoryWanted:
    """The user asks to see what was said."""


@dataclass(frozen=True, slots=True)
class TextRecalled:
    """The user asks to hear, or see, the newest text once more."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class WindowWanted:
    """Somebody wants to see the assistant: it was started a second time, or `assistant show` was typed."""

    name: str = ""
    """Of a window; empty: whatever there is."""
