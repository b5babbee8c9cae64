"""What a hook (a program, an address, a plug-in) is asked and answers. Whoever wrote that is not the user."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class HookAnswer:
    """What a hook wants; what is empty it does not want."""

    say: str = field(repr=False, default="")
    """Is shown, and said aloud where answers are."""
    type: str = field(repr=False, default="")
    """Is typed into the window, as dictation is."""
    toast: str = field(repr=False, default="")
    """Is shown only."""
    run: tuple[str, ...] = field(repr=False, default=())
    """Ids of commands; only those of danger 0 and 1 are done."""


@dataclass(frozen=True, slots=True)
class HookAsked:
    """What a hook was asked about."""

    said: str = field(repr=False, default="")
    language: str = ""
