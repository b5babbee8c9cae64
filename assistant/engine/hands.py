"""The hands: orders in, outcomes out, one after the other."""

from assistant.engine.ports import Observer
from assistant.engine.rooms import Rooms
from assistant.engine.work import Drop, Order, Redeliver
from assistant.values.action import Action, InsertText, KeepText, Outcome, Result
from assistant.values.event import ActionPerformed, Fault, Trouble

DONE_WITH = {Result.DELIVERED, Result.UNCONFIRMED, Result.NOTHING}
"""After these nobody can miss the recording; after any other it stays in the journal."""


class Hands:
    """Acts, writes down what became of it, and lets go of the recording once it is not needed."""

    def __init__(self, rooms: Rooms, report: Observer) -> None:
        self._performer = rooms.performer
        self._journal, self._history = rooms.journal, rooms.history
        self._keeps_audio = rooms.keeps_audio
        self._report = report
        self._kept: str | None = None

    def feed(self, order: Order | Drop | Redeliver) -> None:
        """Carry out the next order."""
        match order:
            case Order():
                self._act(order)
            case Drop(number):
                self._let_go(number)
            case Redeliver():
                self._redeliver()

    def _act(self, order: Order) -> None:
        outcome = self._performer.perform(order.action)
        self._remember(order.action, outcome)
        self._report(ActionPerformed(order.transcript.utterance, order.action, outcome))
        if self._history is not None and order.is_stored:
            try:
                self._history.add(order.transcript, order.intent, order.action, outcome)
            except OSError as error:
                self._complain("The history can't be written", error)
        if outcome.result in DONE_WITH:
            self._let_go(order.transcript.utterance, keep=self._keeps_audio)

    def _remember(self, action: Action, outcome: Outcome) -> None:
        if isinstance(action, InsertText | KeepText) and not outcome.is_delivered:
            self._kept = action.text

    def _redeliver(self) -> None:
        text = self._kept or (self._history.last_kept() if self._history else None)
        if text is None:
            self._report(Trouble(Fault.DELIVERY, "There is no kept text to type."))
            return
        action = InsertText(text, None, is_confirmed=True)
        outcome = self._performer.perform(action)
        if outcome.is_delivered:
            self._kept = None
        self._report(ActionPerformed(0, action, outcome))

    def _let_go(self, number: int, *, keep: bool = False) -> None:
        if self._journal is None:
            return
        try:
            if keep:
                self._journal.keep(number)
            else:
                self._journal.drop(number)
        except OSError as error:
            self._complain("A recording could not be deleted", error)

    def _complain(self, what: str, error: OSError) -> None:
        why = error.strerror or type(error).__name__
        self._report(Trouble(Fault.STORAGE, f"{what} ({why}). Check the disk; nothing else is affected."))
