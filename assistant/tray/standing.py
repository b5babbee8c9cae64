"""How things stand: what the events came to, for icon, menu and windows alike."""

from enum import StrEnum

from assistant.engine.state import LASTING
from assistant.tray.desk import About
from assistant.values.action import Action, InsertText, KeepText, Outcome
from assistant.values.audio import SpeechStarted
from assistant.values.control import Mode
from assistant.values.event import (
    ActionPerformed,
    AnswerStarted,
    Fault,
    IntentRouted,
    MicrophoneClosed,
    MicrophoneOpened,
    MicrophoneOpening,
    ModeChanged,
    PauseChanged,
    PrivacyChanged,
    Recovered,
    Rest,
    State,
    StateChanged,
    TranscriptReady,
    Trouble,
)
from assistant.values.intent import Nothing


class Face(StrEnum):
    """What the icon shows: the engine's state, and why nothing would be heard."""

    STARTING = "starting"
    READY = "ready"
    HEARING = "hearing"
    THINKING = "thinking"
    ACTING = "acting"
    ASLEEP = "asleep"
    """It hears, and waits to be woken."""
    OFF = "off"
    """The microphone is closed, since the user wants it so or the screen is locked."""
    TROUBLE = "trouble"
    STOPPED = "stopped"


class Microphone(StrEnum):
    """What the microphone does."""

    UNKNOWN = "unknown"
    OPENING = "opening"
    OPEN = "open"
    RESTING = "resting"
    """It opens with the key."""
    LOCKED = "locked"
    PAUSED = "paused"


_RESTS = {
    Rest.ON_DEMAND: Microphone.RESTING,
    Rest.LOCKED: Microphone.LOCKED,
    Rest.PAUSED: Microphone.PAUSED,
}


class Standing:
    """Follows the events; plain attributes tell the newest of everything."""

    def __init__(self, about: About) -> None:
        self.about = about
        self.state = State.STARTING
        self.mode = about.mode
        self.microphone = Microphone.UNKNOWN
        self.microphone_name = ""
        """Of the one that is open."""
        self.model, self.is_demo = about.model, about.is_demo
        self.is_private = False
        self.is_paused = False
        self.troubles: dict[Fault, str] = {}
        self.last = ""
        """The newest text, whatever became of it."""
        self.kept = ""
        """The newest text that was not typed."""
        self.has_answer = False
        """True once a language model has been asked."""

    @property
    def face(self) -> Face:
        """What the icon shows."""
        if self.state is not State.READY:
            return Face(self.state.value)
        if self.is_paused or self.microphone is Microphone.LOCKED:
            return Face.OFF
        return Face.ASLEEP if self.mode is Mode.ASLEEP else Face.READY

    @property
    def trouble(self) -> str:
        """The newest trouble that is not over; empty where there is none."""
        return next(reversed(self.troubles.values()), "")

    def follow(self, event: object) -> None:
        """Take note of what happened."""
        match event:
            case StateChanged(state):
                self.state = state
            case ModeChanged(mode):
                self.mode = mode
            case PrivacyChanged(is_private):
                self.is_private = is_private
            case PauseChanged(is_paused):
                self.is_paused = is_paused
            case MicrophoneOpened() | MicrophoneOpening() | MicrophoneClosed():
                self._hear(event)
            case Trouble() | Recovered() | SpeechStarted():
                self._mind(event)
            case TranscriptReady(transcript):
                self.model, self.is_demo = transcript.model, transcript.is_demo
            case IntentRouted(_, Nothing(_, text)) if text:
                self.last = text
            case ActionPerformed(_, action, outcome):
                self._remember(action, outcome)
            case AnswerStarted():
                self.has_answer = True
            case _:
                pass

    def _hear(self, event: MicrophoneOpened | MicrophoneOpening | MicrophoneClosed) -> None:
        match event:
            case MicrophoneOpened(name):
                self.microphone, self.microphone_name = Microphone.OPEN, name
            case MicrophoneOpening():
                self.microphone = Microphone.OPENING
            case MicrophoneClosed(why):
                self.microphone = _RESTS[why]

    def _mind(self, event: Trouble | Recovered | SpeechStarted) -> None:
        match event:
            case Trouble(fault, message):
                self.troubles.pop(fault, None)  # the newest stands last
                self.troubles[fault] = message
            case Recovered(fault):
                self.troubles.pop(fault, None)
            case SpeechStarted():
                self.troubles = {fault: text for fault, text in self.troubles.items() if fault in LASTING}

    def _remember(self, action: Action, outcome: Outcome) -> None:
        if not isinstance(action, InsertText | KeepText):
            return
        self.last = action.text
        if not outcome.is_delivered:
            self.kept = action.text
        elif action.text == self.kept:
            self.kept = ""
