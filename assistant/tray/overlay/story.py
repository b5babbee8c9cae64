"""What the overlay says: the newest utterance, from the first sound to what was done about it."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QObject

from assistant.tray.commands.orders import Orders
from assistant.tray.looks.said import said
from assistant.tray.overlay.reasons import Reasons
from assistant.tray.standing import Face
from assistant.values.action import (
    Action,
    AskFirst,
    DoNothing,
    Execute,
    InsertText,
    KeepText,
    Outcome,
    Result,
)
from assistant.values.audio import SpeechStarted, Trigger
from assistant.values.control import Mode
from assistant.values.event import (
    ActionPerformed,
    CorrectionOffered,
    IntentRouted,
    MicrophoneOpened,
    MicrophoneOpening,
    ModeChanged,
    PauseChanged,
    RecordingLimited,
    TranscriptReady,
    Trouble,
    UtteranceDropped,
    UtteranceEnded,
)
from assistant.values.intent import Command, Intent, Nothing, Suggest
from assistant.values.transcript import Transcript

BRIEF_MS, LONG_MS, LONGEST_MS = 2500, 6000, 10_000
"""How long something stays that was done, that is wrong, that can still be chosen."""
_OTHERS_TALK = {Mode.WAKE_PHRASE, Mode.COMMAND, Mode.ASLEEP}
"""Where most of what is heard is not for us, and nothing is shown before it is known to be."""


class Choice(Enum):
    """What can be clicked."""

    KEEP = auto()
    """Type what was not typed."""
    UNDO = auto()
    SWAP = auto()
    """Take the first correction."""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on the overlay."""

    face: Face
    text: str = ""
    is_final: bool = False
    language: str = ""
    note: str = ""
    choices: tuple[Choice, ...] = ()
    stays_ms: int = 0
    """Then it goes; 0: until something else happens."""


class Story(QObject):
    """Follows the events; `page` is what is to be seen now, None where nothing is."""

    def __init__(self, mode: Mode, *, with_partial_text: bool = True) -> None:
        super().__init__()
        self.with_partial_text = with_partial_text
        self.page: Page | None = None
        self._mode = mode
        self._reasons, self._orders = Reasons(self), Orders(self)

    def follow(self, event: object) -> None:
        """Turn the page where there is something to tell."""
        match event:
            case ModeChanged(mode):
                self._mode = mode
            case SpeechStarted() | UtteranceEnded() | UtteranceDropped():
                self._hear(event)
            case MicrophoneOpening() | MicrophoneOpened() | RecordingLimited():
                self._say_about_hearing(event)
            case TranscriptReady(transcript):
                self._read(transcript)
            case IntentRouted(_, intent):
                self._mean(intent)
            case ActionPerformed(_, action, outcome):
                self._did(action, outcome)
            case CorrectionOffered(_, _, choices):
                note = self.tr("Or: {text}").format(text=choices[0])
                self._end(note, (Choice.SWAP, Choice.UNDO), LONGEST_MS)
            case Trouble(_, message):
                self.page = Page(Face.TROUBLE, note=said(message), stays_ms=LONG_MS)
            case PauseChanged(is_paused):
                note = self.tr("Paused: the microphone is closed") if is_paused else self.tr("Hearing again")
                face = Face.OFF if is_paused else Face.READY
                self.page = Page(face, note=note, stays_ms=BRIEF_MS)
            case _:
                pass

    def _hear(self, event: SpeechStarted | UtteranceEnded | UtteranceDropped) -> None:
        match event:
            case SpeechStarted(_, _, trigger):
                is_ours = trigger is Trigger.PUSH_TO_TALK or self._mode not in _OTHERS_TALK
                self.page = Page(Face.HEARING, note=self.tr("Hearing…")) if is_ours else None
            case UtteranceEnded():
                if self.page is not None and self.page.face is Face.HEARING:
                    self.page = replace(self.page, face=Face.THINKING, note="")
            case UtteranceDropped():
                self.page = None

    def _say_about_hearing(self, event: MicrophoneOpening | MicrophoneOpened | RecordingLimited) -> None:
        if self.page is None or self.page.face is not Face.HEARING:
            return
        match event:
            case MicrophoneOpening():
                note = self.tr("Wait: the microphone is getting ready…")
            case MicrophoneOpened():
                note = self.tr("Hearing…")
            case RecordingLimited(left):
                note = self.tr("Ends by itself in {seconds} s").format(seconds=round(left))
        self.page = replace(self.page, note=note)

    def _read(self, transcript: Transcript) -> None:
        if self.page is None or not (transcript.is_final or self.with_partial_text):
            return
        self.page = replace(
            self.page,
            text=transcript.text,
            is_final=transcript.is_final,
            language=transcript.language.name,
        )

    def _mean(self, intent: Intent) -> None:
        match intent:
            case Nothing(why, text):
                if intent.is_unheard or (self.page is None and not text):
                    self.page = None
                    return
                self._show_text(text)
                self._end(self._reasons.nothing(why), (Choice.KEEP,) if text else (), LONG_MS)
            case Command(_, _, said, taken_for) if taken_for and taken_for != said:
                note = self.tr("Taken for: {phrase}").format(phrase=taken_for)
                self.page = replace(self.page or Page(Face.ACTING), face=Face.ACTING, note=note)
            case Suggest(_, phrases) if phrases:
                note = self.tr("Did you mean: {phrases}?").format(phrases=", ".join(phrases))
                self._end(note, (), LONG_MS)
            case _:
                if self.page is not None:
                    self.page = replace(self.page, face=Face.ACTING, note="")

    def _did(self, action: Action, outcome: Outcome) -> None:
        match action:
            case InsertText(text):
                self._show_text(text)
                if outcome.is_delivered:
                    self._end(said(outcome.message) or self._typed(outcome), (Choice.UNDO,), BRIEF_MS)
                else:
                    self._end(said(outcome.message) or self.tr("Not typed"), (Choice.KEEP,), LONGEST_MS)
            case KeepText(text, why):
                self._show_text(text)
                self._end(said(outcome.message) or self._reasons.kept(why), (Choice.KEEP,), LONGEST_MS)
            case AskFirst():
                self.page = None  # a card asks
            case Execute(steps):
                is_bad = outcome.result is Result.FAILED
                what = self._orders.names(steps)
                done = self.tr("Done: {what}").format(what=what) if what else self.tr("Done")
                self._end(said(outcome.message) or done, (), LONG_MS if is_bad else BRIEF_MS)
            case DoNothing():
                if self.page is not None and self.page.stays_ms == 0:
                    self.page = None
            case _:
                self._end(said(outcome.message) or self.tr("Done"), (), BRIEF_MS)

    def _typed(self, outcome: Outcome) -> str:
        app = outcome.window.app if outcome.window is not None else ""
        return self.tr("Typed into {app}").format(app=app) if app else self.tr("Typed")

    def _show_text(self, text: str) -> None:
        self.page = replace(self.page or Page(Face.ACTING), text=text, is_final=True)

    def _end(self, note: str, choices: tuple[Choice, ...], stays_ms: int) -> None:
        page = self.page or Page(Face.READY)
        self.page = replace(page, face=Face.READY, note=note, choices=choices, stays_ms=stays_ms)
