"""The hands: orders in, outcomes out, one after the other."""

from assistant.act.repair.trail import Trace
from assistant.engine.hands.records import Records
from assistant.engine.ports import Observer
from assistant.engine.rooms import Rooms
from assistant.engine.work import Drop, Order, Redeliver
from assistant.errors import SettingsError
from assistant.values.action import (
    Action,
    InsertText,
    KeepText,
    OfferCorrection,
    Outcome,
    PickCorrection,
    RememberCorrection,
    Repair,
    Result,
    TakeBack,
)
from assistant.values.control import Correct, Remember, Undo
from assistant.values.event import ActionPerformed, Fault, Trouble
from assistant.values.intent import Dictate
from assistant.values.transcript import Tag, Transcript

DONE_WITH = {
    *(Result.DELIVERED, Result.UNCONFIRMED, Result.DONE, Result.NOTHING),
    *(Result.TAKEN_BACK, Result.UNTOUCHED, Result.ASKED),
}
"""After these nobody can miss the recording; after any other it stays in the journal."""

HandsItem = Order | Drop | Redeliver | Undo | Correct | Remember


class Hands:
    """Acts, writes down what became of it, and lets go of the recording once it is not needed."""

    def __init__(self, rooms: Rooms, report: Observer) -> None:
        self._performer, self._repairer = rooms.performer, rooms.repairer
        self._records = Records(rooms.journal, rooms.history, report, keeps_audio=rooms.keeps_audio)
        self._report = report
        self._kept: str | None = None

    def feed(self, order: HandsItem) -> None:
        """Carry out the next order."""
        match order:
            case Order():
                self._act(order)
            case Drop(number):
                self._records.let_go(number)
            case Redeliver():
                self._redeliver()
            case Undo(count):
                self._mend(TakeBack(count), 0)
            case Correct(number):
                self._mend(PickCorrection(number), 0)
            case Remember():
                self._mend(RememberCorrection(), 0)

    def _act(self, order: Order) -> None:
        action = self._meant(order)
        number = order.transcript.utterance
        if isinstance(action, Repair):
            outcome = self._mend(action, number)
        else:
            outcome = self._performer.perform(action)
            self._remember(action, outcome)
            self._report(ActionPerformed(number, action, outcome))
        line = self._records.write(order, action, outcome) if order.is_stored else 0
        if isinstance(action, InsertText):
            self._note(action, outcome, order.transcript, line)
        self._records.settle(number, line, is_done=outcome.result in DONE_WITH)

    def _meant(self, order: Order) -> Action:
        """Return what is really to be done: phrases of repair are not typed, and text is made to fit."""
        action = order.action
        if (
            self._repairer is None
            or not isinstance(action, InsertText)
            or not isinstance(order.intent, Dictate)
        ):
            return action
        repair = self._repairer.understand(action.text)
        if repair is not None:
            return repair
        try:
            return self._repairer.write(action, order.transcript, self._performer.target(action))
        except SettingsError as error:
            self._report(Trouble(Fault.DELIVERY, str(error)))
            return action

    def _note(self, action: InsertText, outcome: Outcome, heard: Transcript, line: int) -> None:
        if self._repairer is None:
            return
        offer = self._repairer.note(action, outcome, heard)
        if outcome.is_delivered and line:
            self._repairer.file(line)
        if offer is not None:
            self._report(offer)

    def _mend(self, action: Repair, number: int) -> Outcome:
        """Mend what was typed; where it is to be typed otherwise, that follows at once."""
        if self._repairer is None:
            outcome = self._performer.perform(action)
            self._report(ActionPerformed(number, action, outcome))
            return outcome
        match action:
            case TakeBack(count):
                mended = self._repairer.take_back(count)
            case OfferCorrection():
                mended = self._repairer.offer()
            case PickCorrection(choice):
                mended = self._repairer.correct(choice)
            case RememberCorrection():
                mended = self._repairer.remember()
        for trace in mended.taken:
            self._records.taken_back(trace.line)
        self._report(ActionPerformed(number, action, mended.outcome))
        if mended.retype is not None:
            self._retype(mended.retype, mended.taken[-1])
        if mended.event is not None:
            self._report(mended.event)
        return mended.outcome

    def _retype(self, action: InsertText, instead: Trace) -> None:
        """Type what takes the place of a text; where that one was not written down, this is not either."""
        heard = instead.heard
        outcome = self._performer.perform(action)
        self._remember(action, outcome)
        self._report(ActionPerformed(heard.utterance, action, outcome))
        order = Order(heard, Dictate(action.text), action)
        line = self._records.write(order, action, outcome) if instead.line else 0
        self._note(action, outcome, heard, line)

    def _remember(self, action: Action, outcome: Outcome) -> None:
        if isinstance(action, InsertText | KeepText) and not outcome.is_delivered:
            self._kept = action.text

    def _redeliver(self) -> None:
        text = self._kept or self._records.last_kept()
        if text is None:
            self._report(Trouble(Fault.DELIVERY, "There is no kept text to type."))
            return
        action = InsertText(text, None, is_confirmed=True)
        outcome = self._performer.perform(action)
        if outcome.is_delivered:
            self._kept = None
        self._report(ActionPerformed(0, action, outcome))
        self._note(action, outcome, _unheard(text), 0)


def _unheard(text: str) -> Transcript:
    """Return a transcript for a text whose own is long forgotten."""
    return Transcript(0, 0, 0, text, language=Tag("auto", 0.0), emotion=Tag("EMO_UNKNOWN", 1.0), sounds=())
