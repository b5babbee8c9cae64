"""What the desktop's own notifications tell, in which words, and what is told once only."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from assistant.tray.commands.orders import Orders
from assistant.tray.frame.session import obstacle
from assistant.tray.looks.said import said
from assistant.values.action import AskFirst
from assistant.values.event import (
    ActionPerformed,
    AnswerStarted,
    CorrectionOffered,
    Fault,
    PauseChanged,
    PrivacyChanged,
    RecordingLimited,
    RecordingsFound,
    Recovered,
    TimerRang,
    Trouble,
)

Tell = Callable[[str, bool], None]
"""Takes a sentence, and whether something is wrong."""


class Teller(QObject):
    """Turns events into sentences for `tell`."""

    def __init__(self, tell: Tell) -> None:
        super().__init__()
        self._tell = tell
        self._told: dict[Fault, str] = {}
        self._is_paused = False
        self._orders = Orders(self)

    def follow(self, event: object) -> None:
        """Tell what happened, where it needs telling."""
        match event:
            case Trouble(fault, message):
                self._warn(fault, message)
            case Recovered(fault, message) if self._told.pop(fault, None):
                self._say(said(message))
            case CorrectionOffered(_, _, choices):
                offer = self.tr("“{text}” – say “choose one”, or see the menu")
                self._say(offer.format(text=choices[0]))
            case ActionPerformed(_, AskFirst(steps, literal), _):
                ask = self.tr("{question} – say “yes, I am sure”, or “cancel”")
                self._say(ask.format(question=self._orders.question(steps) or literal))
            case AnswerStarted() if obstacle():  # its card would take the keyboard
                self._say(self.tr("There is an answer: “Show the answer” in the menu"))
            case TimerRang(message, about):
                self._say(f"{about}\n{said(message)}" if about else said(message))
            case ActionPerformed(_, _, outcome) if outcome.message:
                self._say(said(outcome.message))
            case PrivacyChanged() | PauseChanged() | RecordingsFound() | RecordingLimited():
                self._say(self._announced(event))
            case _:
                pass

    def tell_again(self) -> None:
        """Tell the whole sentence of the newest trouble; the menu has only a line for it."""
        if self._told:
            self._tell(said(next(reversed(self._told.values()))), True)

    def _announced(self, event: PrivacyChanged | PauseChanged | RecordingsFound | RecordingLimited) -> str:
        match event:
            case PrivacyChanged(is_private):
                return self.tr("Nothing is kept from now on.") if is_private else self.tr("History goes on.")
            case PauseChanged(is_paused):
                was_paused, self._is_paused = self._is_paused, is_paused
                if is_paused and was_paused:
                    return self.tr(
                        "Paused: the microphone is closed. Take the tick away in the menu to speak."
                    )
                return (
                    self.tr("Paused: the microphone is closed.") if is_paused else self.tr("Hearing again.")
                )
            case RecordingsFound(count, seconds):
                found = self.tr(
                    "{count} recordings ({seconds} s) never became text: the history window has them"
                )
                return found.format(count=count, seconds=round(seconds))
            case RecordingLimited(left):
                return self.tr("This recording ends by itself in {seconds} s.").format(seconds=round(left))

    def _warn(self, fault: Fault, message: str) -> None:
        """Notify, but not again of what is still on the screen."""
        if self._told.get(fault) != message:
            self._told.pop(fault, None)
            self._told[fault] = message
            self._tell(said(message), True)

    def _say(self, message: str) -> None:
        self._tell(message, False)
