"""What the user, or a program for the user, tells the assistant. Imperatives."""

from dataclasses import dataclass, field
from pathlib import Path

from assistant.values.action import Window
from assistant.values.intent import Job, Mode
from assistant.values.settings import Settings

__all__ = ["Job", "Mode"]  # what is defined here needs no such word


@dataclass(frozen=True, slots=True)
class Press:
    """The push-to-talk key went down."""

    at: int | None = None
    """Sample index; None means now."""
    window: Window | None = None
    """The window that had the focus at that moment."""
    job: Job = Job.DICTATE


@dataclass(frozen=True, slots=True)
class Release:
    """The push-to-talk key came up."""

    at: int | None = None
    """Sample index; None means now."""


@dataclass(frozen=True, slots=True)
class Cancel:
    """Drop the utterance that is being spoken or worked on."""


@dataclass(frozen=True, slots=True)
class Say:
    """Treat `text` as if it had been heard: the text engine."""

    text: str = field(repr=False)
    window: Window | None = None
    job: Job = Job.DICTATE


@dataclass(frozen=True, slots=True)
class SetMode:
    """Change what happens with unannounced speech."""

    mode: Mode


@dataclass(frozen=True, slots=True)
class SetPrivacy:
    """Keep nothing of what is said from now on, or keep it again."""

    is_private: bool


@dataclass(frozen=True, slots=True)
class SetLock:
    """The screen has been locked: hear nothing. Or it has been unlocked: hear again."""

    is_locked: bool


@dataclass(frozen=True, slots=True)
class SetPause:
    """Close the microphone and hear nothing, whatever key is pressed. Or hear again."""

    is_paused: bool


@dataclass(frozen=True, slots=True)
class WatchLevel:
    """Tell the level often enough to be looked at, or seldom: somebody shows it, or nobody does."""

    is_watched: bool


@dataclass(frozen=True, slots=True)
class UseMicrophone:
    """Hear through this microphone from now on; None is the system's default."""

    name: str | None


@dataclass(frozen=True, slots=True)
class UseModel:
    """Recognise with the model in this folder from the next utterance on; None is the bundled one."""

    folder: Path | None


@dataclass(frozen=True, slots=True)
class UseLanguages:
    """Expect these languages from the next utterance on; none: those of the settings."""

    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UseSettings:
    """Do as these settings say, all of them, from the next utterance on."""

    settings: Settings


@dataclass(frozen=True, slots=True)
class DeliverKept:
    """Deliver the newest text that was kept back, into the window that has the focus."""


@dataclass(frozen=True, slots=True)
class Deliver:
    """Deliver this text, which the user has seen, into the window that has the focus, as it is."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the newest texts away again."""

    count: int = 1


@dataclass(frozen=True, slots=True)
class Correct:
    """Take one of the offered corrections; `number` counts from 1."""

    number: int = 1


@dataclass(frozen=True, slots=True)
class Remember:
    """Make the newest correction one of the user's own words."""


@dataclass(frozen=True, slots=True)
class AcceptEdit:
    """Put the text that was offered in the place of the selected one."""


@dataclass(frozen=True, slots=True)
class RejectEdit:
    """Leave the selected text as it is."""


@dataclass(frozen=True, slots=True)
class StopAnswer:
    """Be silent, and let the language model stop."""


@dataclass(frozen=True, slots=True)
class Forget:
    """Forget the conversation with the language model, in memory and on disk."""


Control = (
    Press
    | Release
    | Cancel
    | Say
    | SetMode
    | SetPrivacy
    | SetLock
    | SetPause
    | WatchLevel
    | UseMicrophone
    | UseModel
    | UseLanguages
    | UseSettings
    | DeliverKept
    | Deliver
    | Undo
    | Correct
    | Remember
    | AcceptEdit
    | RejectEdit
    | StopAnswer
    | Forget
)
