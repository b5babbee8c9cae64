"""What is to be done, and what became of it."""

from dataclasses import dataclass, field
from enum import StrEnum

from assistant.values.commands.deed import Deed


@dataclass(frozen=True, slots=True)
class Window:
    """A window of the desktop, as it was when it was looked at."""

    handle: int
    """The platform's own number for it (X11: the window id)."""
    app: str = ""
    """Application name (X11: the class of WM_CLASS)."""
    title: str = field(repr=False, default="")
    is_terminal: bool = False


class Method(StrEnum):
    """How text gets into a window."""

    AUTO = "auto"
    """What is known to be best for the application."""
    SHIFT_INSERT = "shift_insert"
    """The clipboard, and the chord that pastes in terminals too."""
    CTRL_V = "ctrl_v"
    CTRL_SHIFT_V = "ctrl_shift_v"
    KEYS = "keys"
    """Key by key, where the keyboard has every character; else the clipboard."""


@dataclass(frozen=True, slots=True)
class InsertText:
    """Put text at the caret of a window, exactly once."""

    text: str = field(repr=False)
    window: Window | None
    """The window it is meant for; None means whichever has the focus."""
    method: Method = Method.AUTO
    is_confirmed: bool = False
    """The user has seen it, or wrote it: what would be asked about is not asked again."""


NO_LANGUAGE_MODEL = "no_language_model"
"""Why a question is kept where nobody can answer it."""


@dataclass(frozen=True, slots=True)
class KeepText:
    """Type nothing, but keep the text where the user can get it back."""

    text: str = field(repr=False)
    why: str


@dataclass(frozen=True, slots=True)
class DoNothing:
    """There is nothing to do."""

    why: str


@dataclass(frozen=True, slots=True)
class Step:
    """One command, ready to be carried out."""

    command: str
    """Its id: `tabs.close`."""
    deed: Deed
    undo: Deed | None = None
    """What takes it back, where anything does."""
    reply: str = field(repr=False, default="")
    """What is answered once it is done; may hold words of the user."""
    danger: int = 0
    titles: tuple[tuple[str, str], ...] = field(default=(), repr=False, compare=False)
    """Language -> what the command is called there."""

    def title(self, language: str) -> str:
        """Return what the command is called in `language`; its id where nobody says."""
        return dict(self.titles).get(language) or next((title for _, title in self.titles), self.command)


@dataclass(frozen=True, slots=True)
class Execute:
    """Carry out commands, in order; after one that fails nothing more is done."""

    steps: tuple[Step, ...]
    window: Window | None = None
    """The window they are meant for; None means whichever has the focus."""


@dataclass(frozen=True, slots=True)
class AskFirst:
    """Do nothing yet: show and say the question, and wait for the phrase that confirms."""

    steps: tuple[Step, ...]
    question: str = field(repr=False)
    """With the literal arguments in it."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Take the newest texts away again, if they still stand where they were put."""

    count: int = 1


@dataclass(frozen=True, slots=True)
class OfferCorrection:
    """Show how else the newest text could be read."""


@dataclass(frozen=True, slots=True)
class PickCorrection:
    """Put one of the offered texts in the place of what was typed."""

    number: int = 1
    """Counted from 1, as people do."""


@dataclass(frozen=True, slots=True)
class RememberCorrection:
    """Write the newest correction into the user's own words."""


@dataclass(frozen=True, slots=True)
class Consult:
    """Ask the language model; its answer comes by and by, as events of its own."""

    prompt: str = field(repr=False)
    is_edit: bool = False
    may_act: bool = False
    window: Window | None = None
    """The window that had the focus."""


@dataclass(frozen=True, slots=True)
class ReplaceSelection:
    """Put a text in the place of what is selected, exactly once."""

    before: str = field(repr=False)
    """What is selected, and goes into the history."""
    text: str = field(repr=False)
    window: Window | None = None


Repair = TakeBack | OfferCorrection | PickCorrection | RememberCorrection
"""What mends a text that has been typed."""

Action = InsertText | KeepText | DoNothing | Execute | AskFirst | Consult | ReplaceSelection | Repair


@dataclass(frozen=True, slots=True)
class Insertion:
    """A text that was put into a window."""

    text: str = field(repr=False)
    window: Window | None
    at: float
    """When, on the clock of whoever keeps the log."""


class Result(StrEnum):
    """How an action ended."""

    DELIVERED = "delivered"
    """The target took the text; we saw it ask for it."""
    UNCONFIRMED = "unconfirmed"
    """Keys were sent, and nothing tells whether they were taken."""
    ON_CLIPBOARD = "on_clipboard"
    """The target never asked for the text: it stays on the clipboard."""
    WRONG_WINDOW = "wrong_window"
    """The focus had moved, so nothing was sent."""
    DONE = "done"
    """A command was carried out."""
    ASKED = "asked"
    """A command waits for its confirmation."""
    TAKEN_BACK = "taken_back"
    """The text that was typed is gone again, exactly."""
    UNTOUCHED = "untouched"
    """It could not be taken back without doubt, so nothing was done."""
    KEPT = "kept"
    NOTHING = "nothing"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an action."""

    result: Result
    message: str = ""
    """One plain sentence for the user where something needs saying; no spoken words in it."""
    method: str = ""
    """How: `clipboard`, `keys`, `print`."""
    seconds: float = 0.0
    """From the order to the receipt."""
    window: Window | None = None

    @property
    def is_delivered(self) -> bool:
        """True where the text is known, or has to be assumed, to have arrived."""
        return self.result in {Result.DELIVERED, Result.UNCONFIRMED}
