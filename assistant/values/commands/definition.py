"""Commands as the packs define them: what may be said, when, and what is done then."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.values.commands.deed import Plain

HARMLESS, UNDOABLE, CONFIRMED, OFF = range(4)
"""Danger of a command: nothing is lost, it can be taken back, the user is asked first, off until enabled."""


class Scope(StrEnum):
    """Where a command is listened for."""

    COMMAND = "command"
    DICTATION = "dictation"
    """Between dictated text too, where it is the whole utterance and exact."""
    SLEEP = "sleep"
    """While the assistant is asleep."""


class Verb(StrEnum):
    """What kind of deed a command does."""

    KEYS = "keys"
    TEXT = "text"
    OPEN_APP = "open_app"
    OPEN_URL = "open_url"
    RUN = "run"
    HTTP = "http"
    HOOK = "hook"
    PYTHON = "python"
    BUILTIN = "builtin"


@dataclass(frozen=True, slots=True)
class Recipe:
    """A deed with `{slot}` wherever what was said goes."""

    verb: Verb
    parts: tuple[str, ...]
    """Chords, arguments, or the one text, address or name."""
    options: tuple[tuple[str, Plain], ...] = ()
    """`times` of keys, `method` of http, fixed slots of a builtin."""


@dataclass(frozen=True, slots=True)
class Phrasing:
    """How a command is said in one language."""

    language: str
    templates: tuple[str, ...]
    examples: tuple[str, ...] = ()
    """Sentences that have to match this command, and no other."""
    say: str = ""
    """What is answered, with `{slot}` wherever what was said goes."""


@dataclass(frozen=True, slots=True)
class When:
    """Where a command applies; what is empty asks for nothing."""

    apps: tuple[str, ...] = ()
    not_apps: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    emotions: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, for messages."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        """`browser.toml:14`."""
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Definition:
    """One command."""

    name: str
    """Its id: `tabs.close`."""
    phrasings: tuple[Phrasing, ...]
    recipe: Recipe | None
    """None where a pack only adds phrasings to a command of another one."""
    place: Place
    undo: Recipe | None = None
    scopes: tuple[Scope, ...] = (Scope.COMMAND,)
    when: When = When()
    danger: int = HARMLESS
    is_fuzzy: bool = True
    """May be recognised by sound where it is not said literally; never with danger 2 or 3."""
    is_tool: bool = False
    """May be offered to a language model; never with danger 2 or 3."""

    def phrasing(self, language: str) -> Phrasing | None:
        """Return how it is said in `language`."""
        return next((each for each in self.phrasings if each.language == language), None)


class Filling(StrEnum):
    """What a slot is filled with."""

    CHOICE = "choice"
    """One of a list."""
    NUMBER = "number"
    """A whole number of a range, in digits or words."""
    FREE = "free"
    """Any words."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that a list holds."""

    out: Plain
    said: tuple[tuple[str, tuple[str, ...]], ...]
    """Language -> how it is said; the language `*` holds for all."""

    def is_said(self, text: str) -> bool:
        """Tell whether it is said so in any language."""
        return any(text.casefold() == one.casefold() for _, texts in self.said for one in texts)

    def spoken(self, language: str) -> tuple[str, ...]:
        """Return how it is said in `language`."""
        return tuple(text for key, texts in self.said if key in {language, "*"} for text in texts)


@dataclass(frozen=True, slots=True)
class SlotList:
    """What a slot may hold."""

    name: str
    filling: Filling
    choices: tuple[Choice, ...] = ()
    low: int = 0
    high: int = 0
    step: int = 1
    longest: int = 0
    """Most words (Chinese: characters) of free text."""
    is_spelt: bool = False
    """Free text of which every word is a letter, or what one is called."""
    is_extension: bool = False
    """Its choices are added to the built-in list of this name."""


@dataclass(frozen=True, slots=True)
class Wake:
    """A wake phrase, with spellings of it that recognisers are known to write."""

    phrase: str
    language: str
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """One file of commands."""

    name: str
    place: Place
    commands: tuple[Definition, ...] = ()
    lists: tuple[SlotList, ...] = ()
    rules: tuple[tuple[str, str, str], ...] = ()
    """Language, name and template of each expansion rule."""
    wakes: tuple[Wake, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a pack, in one sentence that says what to do."""

    place: Place
    message: str

    def __str__(self) -> str:
        """`browser.toml:14: command "browser.open" (en): ...`."""
        return f"{self.place}: {self.message}"
