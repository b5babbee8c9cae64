"""What happened. Past tense; observers get these and nothing else."""

from dataclasses import dataclass, field
from enum import StrEnum

from assistant.values.action import Action, Outcome
from assistant.values.audio import SpeechStarted, Utterance
from assistant.values.commands.asked import HelpWanted, HistoryWanted, TextRecalled, WindowWanted
from assistant.values.control import Mode
from assistant.values.intent import Intent
from assistant.values.settings import Settings
from assistant.values.transcript import Transcript


class State(StrEnum):
    """What the assistant is doing, in one word."""

    STARTING = "starting"
    READY = "ready"
    HEARING = "hearing"
    THINKING = "thinking"
    ACTING = "acting"
    TROUBLE = "trouble"
    STOPPED = "stopped"


class Fault(StrEnum):
    """Kinds of trouble."""

    MICROPHONE_LOST = "microphone_lost"
    MICROPHONE_SILENT = "microphone_silent"
    MICROPHONE_CHANGED = "microphone_changed"
    AUDIO_LOST = "audio_lost"
    MODEL = "model"
    DELIVERY = "delivery"
    HOTKEY = "hotkey"
    STORAGE = "storage"
    COMMANDS = "commands"
    VOCABULARY = "vocabulary"
    """A file of the user's own words has lines that make no sense."""
    CONSULT = "consult"
    """The language model, or a voice, can't be had."""
    SETTINGS = "settings"
    """The settings file says something that makes no sense."""
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class StateChanged:
    """The assistant moved to another state."""

    state: State


@dataclass(frozen=True, slots=True)
class ModeChanged:
    """Unannounced speech is treated differently from now on."""

    mode: Mode


@dataclass(frozen=True, slots=True)
class LanguagesChanged:
    """These languages are expected from now on; none: those of the settings."""

    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrivacyChanged:
    """From now on nothing is kept of what is said, or it is again."""

    is_private: bool


@dataclass(frozen=True, slots=True)
class PauseChanged:
    """The user wants nothing to be heard from now on, or wants to be heard again.

    Told again whenever a key is pressed all the same.
    """

    is_paused: bool


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """From the next utterance on these settings count."""

    settings: Settings


@dataclass(frozen=True, slots=True)
class RecordingsFound:
    """Earlier runs left recordings whose text was never delivered."""

    count: int
    seconds: float
    """Length of all of them."""


@dataclass(frozen=True, slots=True)
class RecordingLimited:
    """The recording under way ends by itself soon."""

    seconds_left: float


@dataclass(frozen=True, slots=True)
class MicrophoneOpening:
    """The microphone is being opened; what is said before MicrophoneOpened may be missed."""


class Rest(StrEnum):
    """Why the microphone is closed though nothing is wrong."""

    ON_DEMAND = "on_demand"
    """It opens when the key goes down."""
    LOCKED = "locked"
    """The screen is locked."""
    PAUSED = "paused"
    """The user wants it closed."""


@dataclass(frozen=True, slots=True)
class MicrophoneClosed:
    """Nothing can be heard now, on purpose."""

    why: Rest


@dataclass(frozen=True, slots=True)
class MicrophoneOpened:
    """Audio comes from this source now."""

    name: str


@dataclass(frozen=True, slots=True)
class LevelMeasured:
    """Loudness of the last stretch of audio."""

    decibels: float
    """RMS relative to full scale: 0 is the loudest possible, -96 is digital silence."""


@dataclass(frozen=True, slots=True)
class UtteranceEnded:
    """An utterance is complete and goes to the recogniser."""

    utterance: Utterance


@dataclass(frozen=True, slots=True)
class UtteranceDropped:
    """An utterance was cancelled, or the stop found it unfinished."""

    number: int


@dataclass(frozen=True, slots=True)
class TranscriptReady:
    """The recogniser has read an utterance."""

    transcript: Transcript


@dataclass(frozen=True, slots=True)
class IntentRouted:
    """It is known what an utterance is for."""

    utterance: int
    intent: Intent
    seconds: float = 0.0
    """How long that took."""


@dataclass(frozen=True, slots=True)
class ActionPerformed:
    """Something was done, or could not be."""

    utterance: int
    action: Action
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class CorrectionOffered:
    """Other texts could stand in the place of the newest ones; `Correct` takes one of them."""

    utterance: int
    count: int
    """How many texts would be taken back for it."""
    choices: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class CorrectionMade:
    """A text was corrected; `Remember` makes the difference one of the user's own words."""

    utterance: int
    before: str = field(repr=False)
    """The words that were wrong."""
    after: str = field(repr=False)


class AnswerResult(StrEnum):
    """How an answer ended."""

    COMPLETE = "complete"
    CUT_OFF = "cut_off"
    """It reached the longest that was asked for."""
    STOPPED = "stopped"
    """The user stopped it."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class AnswerStarted:
    """The language model has been asked; AnswerEnded follows, whatever happens."""

    utterance: int
    is_edit: bool
    """It rewrites the selected text; EditOffered follows where that worked."""


@dataclass(frozen=True, slots=True)
class AnswerGrew:
    """More of the answer is there."""

    utterance: int
    text: str = field(repr=False)
    """All of it until now."""


@dataclass(frozen=True, slots=True)
class AnswerEnded:
    """The answer is over."""

    utterance: int
    text: str = field(repr=False)
    """All that came."""
    result: AnswerResult
    message: str = ""
    """Where it failed: one sentence that says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class EditOffered:
    """The selected text could be replaced; `AcceptEdit` does it, `RejectEdit` leaves it."""

    utterance: int
    before: str = field(repr=False)
    after: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TimerRang:
    """A timer or reminder is due."""

    message: str
    """How long it ran."""
    about: str = field(repr=False, default="")
    """What to remind of, in the user's words."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something is wrong, in one sentence that also says what to do."""

    fault: Fault
    message: str


@dataclass(frozen=True, slots=True)
class Recovered:
    """A trouble is over."""

    fault: Fault
    message: str


_Changes = StateChanged | ModeChanged | LanguagesChanged | PrivacyChanged | PauseChanged | SettingsChanged
_Microphone = MicrophoneOpening | MicrophoneClosed | MicrophoneOpened | LevelMeasured
_Recordings = RecordingsFound | RecordingLimited
_Utterance = SpeechStarted | UtteranceEnded | UtteranceDropped | TranscriptReady | IntentRouted
_Deeds = ActionPerformed | CorrectionOffered | CorrectionMade
_Answers = AnswerStarted | AnswerGrew | AnswerEnded | EditOffered
_Asked = TimerRang | HelpWanted | HistoryWanted | TextRecalled | WindowWanted
Event = _Changes | _Microphone | _Recordings | _Utterance | _Deeds | _Answers | _Asked | Trouble | Recovered
