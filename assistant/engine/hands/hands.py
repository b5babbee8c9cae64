"""The hands: orders in, outcomes out, one after the other."""

from assistant.engine.consult import Counsel
from assistant.engine.hands.edits import Edits
from assistant.engine.hands.mender import Mender, unheard
from assistant.engine.hands.records import Records
from assistant.engine.ports import Observer
from assistant.engine.rooms import Rooms
from assistant.engine.work import Drop, Fit, Order, Redeliver
from assistant.values.action import (
    Consult,
    InsertText,
    PickCorrection,
    RememberCorrection,
    Repair,
    Result,
    TakeBack,
)
from assistant.values.control import AcceptEdit, Correct, RejectEdit, Remember, Undo
from assistant.values.event import ActionPerformed, Fault, Trouble

DONE_WITH = {
    *(Result.DELIVERED, Result.UNCONFIRMED, Result.DONE, Result.NOTHING),
    *(Result.TAKEN_BACK, Result.UNTOUCHED, Result.ASKED),
}
"""After these nobody can miss the recording; after any other it stays in the journal."""

HandsItem = Order | Drop | Fit | Redeliver | Undo | Correct | Remember | AcceptEdit | RejectEdit


class Hands:
    """Acts, writes down what became of it, and lets go of the recording once it is not needed."""

    def __init__(self, rooms: Rooms, report: Observer, counsel: Counsel | None = None) -> None:
        """Act with `rooms`, and hand questions to `counsel`."""
        self._performer = rooms.performer
        self._records = Records(rooms.journal, rooms.history, report, keeps_audio=rooms.keeps_audio)
        self._fitter = rooms.fitter
        self._report = report
        self._mender = Mender(rooms, self._records, report)
        self._counsel = counsel
        self._edits = Edits(rooms, self._records, report, counsel)
        if rooms.text_deeds is not None:
            rooms.text_deeds.connect(self._mender)

    def feed(self, order: HandsItem) -> None:
        """Carry out the next order."""
        match order:
            case Order():
                self._act(order)
            case Drop(number):
                self._records.let_go(number)
            case Fit():
                self._fit(order)
            case Redeliver(text):
                self._redeliver(text)
            case Undo(count):
                self._mender.mend(TakeBack(count), 0)
            case Correct(number):
                self._mender.mend(PickCorrection(number), 0)
            case Remember():
                self._mender.mend(RememberCorrection(), 0)
            case AcceptEdit():
                self._mender.kept = self._edits.accept() or self._mender.kept
            case RejectEdit():
                self._edits.reject()

    def _act(self, order: Order) -> None:
        self._mender.heard = order.transcript
        action = self._mender.meant(order)
        number = order.transcript.utterance
        if isinstance(action, Repair):
            outcome = self._mender.mend(action, number)
        else:
            outcome = self._performer.perform(action)
            self._mender.remember(action, outcome)
            self._report(ActionPerformed(number, action, outcome))
        consultant = self._counsel.consultant if self._counsel is not None else None
        if isinstance(action, Consult) and consultant is not None:
            consultant.ask(order, action)
        line = self._records.write(order, action, outcome) if order.is_stored else 0
        if isinstance(action, InsertText):
            self._mender.note(action, outcome, order.transcript, line)
        self._records.settle(number, line, is_done=outcome.result in DONE_WITH)

    def _fit(self, fit: Fit) -> None:
        """Act by other settings, and write down where they say."""
        self._records.fit(fit.keepers, keeps_audio=fit.settings.keep.audio_history)
        if self._fitter is not None:
            self._fitter.act(fit.settings)

    def _redeliver(self, wanted: str | None) -> None:
        text = wanted or self._mender.kept or self._records.last_kept()
        if text is None:
            self._report(Trouble(Fault.DELIVERY, "There is no kept text to type."))
            return
        action = InsertText(text, None, is_confirmed=True)
        outcome = self._performer.perform(action)
        if outcome.is_delivered and text == (self._mender.kept or text):
            self._mender.kept = None
        self._report(ActionPerformed(0, action, outcome))
        self._mender.note(action, outcome, unheard(text), 0)
