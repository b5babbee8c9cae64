"""What the user meant: a closed union, matched with assert_never."""

from dataclasses import dataclass, field
from enum import StrEnum

from assistant.values.action import Window
from assistant.values.commands.deed import Plain, Slot


class Mode(StrEnum):
    """What the assistant does with speech that no key announced."""

    PUSH_TO_TALK = "push_to_talk"
    HANDS_FREE = "hands_free"
    """All of it is dictation, but for the few commands that may stand between dictated text."""
    WAKE_PHRASE = "wake_phrase"
    """Only what begins with the wake phrase, or follows it at once, is for the assistant."""
    COMMAND = "command"
    """All of it is commands."""
    ASLEEP = "asleep"
    """Nothing but being woken."""


class Job(StrEnum):
    """What speech that a key announced is for."""

    DICTATE = "dictate"
    COMMAND = "command"
    ASK = "ask"
    """A question to the language model."""
    EDIT = "edit"
    """An instruction about the selected text."""


class Why(StrEnum):
    """Why an utterance came to nothing."""

    NO_SPEECH = "no_speech"
    """The detectors or the model heard no speech."""
    NO_WORDS = "no_words"
    UNSURE = "unsure"
    """A demonstration model wrote it and is not sure enough of it to type it."""
    FOREIGN = "foreign"
    """It was written in the script of a language that the user does not speak."""
    CANCELLED = "cancelled"
    NOT_ADDRESSED = "not_addressed"
    """Nobody said the wake phrase; such an utterance is stored nowhere."""
    BACKGROUND = "background"
    """Music or a television was heard with it, so it has to begin with the wake phrase and match exactly."""
    ECHO = "echo"
    """The assistant heard its own voice."""
    WOKEN = "woken"
    """Only the wake phrase was said: what comes within the next seconds is for the assistant."""
    NO_COMMAND = "no_command"
    """It was meant as a command, and there is none like it."""
    NOT_HERE = "not_here"
    """It is a command, but not in this window, this mode or this language."""
    REFUSED = "refused"
    """Dangerous, and not said by itself, word for word."""
    SWITCHED_OFF = "switched_off"
    """A dangerous command that the settings do not allow."""


_UNHEARD = {Why.NOT_ADDRESSED, Why.BACKGROUND, Why.ECHO, Why.NO_COMMAND}


@dataclass(frozen=True, slots=True)
class Context:
    """What is known about an utterance besides what was said."""

    job: Job | None = Job.DICTATE
    """What the key that announced it is for; None where no key did (hands-free)."""
    window: Window | None = None
    """The window that had the focus when it began."""
    mode: Mode = Mode.PUSH_TO_TALK
    is_stored: bool = True
    """False where nothing of it may be kept: no recording, no history."""
    at: int = 0
    """Sample index when it was said, for text that was never audio."""

    @property
    def is_private(self) -> bool:
        """True where what is heard may be for somebody else; only routing tells."""
        return self.job is None and self.mode in {Mode.WAKE_PHRASE, Mode.COMMAND, Mode.ASLEEP}

    @property
    def is_for_commands(self) -> bool:
        """True where what was said is to be a command, or nothing."""
        if self.job is None:
            return self.mode in {Mode.COMMAND, Mode.WAKE_PHRASE}
        return self.job is Job.COMMAND


@dataclass(frozen=True, slots=True)
class Dictate:
    """Put this text where the user is writing."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Nothing:
    """Do nothing, and say why; `text` is kept where there is any, never lost."""

    why: Why
    text: str = field(repr=False, default="")

    @property
    def is_unheard(self) -> bool:
        """True for what was not said to the assistant: it is written down nowhere."""
        return self.why in _UNHEARD and not self.text


@dataclass(frozen=True, slots=True)
class Command:
    """Do what a command of the packs is for."""

    name: str
    """Its id: `tabs.close`."""
    slots: tuple[Slot, ...] = ()
    said: str = field(repr=False, default="")
    taken_for: str = field(repr=False, default="")
    """The phrase that it sounds like, where it was not said literally; shown as a correction."""
    language: str = ""
    """Of the grammar that it was said in."""
    is_confirmed: bool = False
    """The user was asked, and said the phrase that confirms."""

    def value(self, name: str, default: Plain = "") -> Plain:
        """Return what stands in a slot."""
        return next((slot.value for slot in self.slots if slot.name == name), default)


@dataclass(frozen=True, slots=True)
class Commands:
    """Do several, in order: "bold that, new line"."""

    parts: tuple[Command, ...]


@dataclass(frozen=True, slots=True)
class Confirm:
    """Ask before this is done; the next utterance confirms it or calls it off."""

    command: Command
    until: int
    """Sample index after which it is called off."""


@dataclass(frozen=True, slots=True)
class Suggest:
    """Did you mean one of these? Nothing is done."""

    said: str = field(repr=False)
    phrases: tuple[str, ...]
    """Most alike first; phrases of the packs."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to the language model, or an instruction about the selected text."""

    prompt: str = field(repr=False)
    is_edit: bool = False
    may_act: bool = False
    """It was meant as a command and is none: the model may ask for one of those that packs offer it."""


Intent = Dictate | Nothing | Command | Commands | Confirm | Suggest | Ask
