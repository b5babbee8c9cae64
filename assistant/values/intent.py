"""What the user meant: a closed union, matched with assert_never."""

from dataclasses import dataclass, field
from enum import StrEnum

from assistant.values.action import Window
from assistant.values.control import Job, Mode


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


@dataclass(frozen=True, slots=True)
class Context:
    """What is known about an utterance besides what was said."""

    job: Job | None = Job.DICTATE
    """What the key that announced it is for; None where no key did (hands-free)."""
    window: Window | None = None
    """The window that had the focus when it began."""
    mode: Mode = Mode.PUSH_TO_TALK


@dataclass(frozen=True, slots=True)
class Dictate:
    """Put this text where the user is writing."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Nothing:
    """Do nothing, and say why; `text` is kept where there is any, never lost."""

    why: Why
    text: str = field(repr=False, default="")


Intent = Dictate | Nothing
