"""The hands' account of texts: typed to fit, taken back, written otherwise, and filed as what they became."""

from dataclasses import replace

from assistant.act.repair.repairer import Mended
from assistant.act.repair.trail import Trace
from assistant.engine.hands.records import Records
from assistant.engine.ports import Observer
from assistant.engine.rooms import Rooms
from assistant.engine.work import Order
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
    TakeBack,
)
from assistant.values.event import ActionPerformed, Fault, Trouble
from assistant.values.intent import Dictate
from assistant.values.transcript import Tag, Transcript


class Mender:
    """Types, and mends what was typed."""

    def __init__(self, rooms: Rooms, records: Records, report: Observer) -> None:
        self._performer, self.repairer = rooms.performer, rooms.repairer
        self._records = records
        self._report = report
        self.kept: str | None = None
        """The newest text that did not arrive."""
        self.heard = unheard("")
        """What the order under way was heard as."""

    def meant(self, order: Order) -> Action:
        """Return what is really to be done: phrases of repair are not typed, and text is made to fit."""
        action = order.action
        if not isinstance(action, InsertText) or not isinstance(order.intent, Dictate):
            return action
        repair = self.repairer.understand(action.text) if self.repairer is not None else None
        if repair is not None:
            return repair
        polished = order.polish.wait() if order.polish is not None else None
        action = action if polished is None else replace(action, text=polished)
        if self.repairer is None:
            return action
        try:
            return self.repairer.write(action, order.transcript, self._performer.target(action))
        except SettingsError as error:
            self._report(Trouble(Fault.DELIVERY, str(error)))
            return action

    def note(self, action: InsertText, outcome: Outcome, heard: Transcript, line: int) -> None:
        """Remember a text that was typed."""
        if self.repairer is None:
            return
        offer = self.repairer.note(action, outcome, heard)
        if outcome.is_delivered and line:
            self.repairer.file(line)
        if offer is not None:
            self._report(offer)

    def mend(self, action: Repair, number: int) -> Outcome:
        """Mend what was typed; where it is to be typed otherwise, that follows at once."""
        if self.repairer is None:
            outcome = self._performer.perform(action)
            self._report(ActionPerformed(number, action, outcome))
            return outcome
        match action:
            case TakeBack(count):
                mended = self.repairer.take_back(count)
            case OfferCorrection():
                mended = self.repairer.offer()
            case PickCorrection(choice):
                mended = self.repairer.correct(choice)
            case RememberCorrection():
                mended = self.repairer.remember()
        self._report(ActionPerformed(number, action, mended.outcome))
        self.finish(mended)
        return mended.outcome

    def type(self, action: InsertText) -> Outcome:
        """Type what a command types."""
        outcome = self._performer.perform(action)
        self.remember(action, outcome)
        self.note(action, outcome, self.heard, 0)
        return outcome

    def finish(self, mended: Mended) -> Outcome:
        """File what is gone, type what takes its place, tell the rest; return what became of it all."""
        for trace in mended.taken:
            self._records.taken_back(trace.line)
        outcome = mended.outcome
        text, instead = mended.retype, mended.taken[-1] if mended.taken else None
        if text is not None and instead is not None and instead.instead_of:
            outcome = self._restore(text, instead)
        elif text is not None:
            outcome = self.type(text) if instead is None else self._retype(text, instead)
        if mended.event is not None:
            self._report(mended.event)
        return outcome

    def remember(self, action: Action, outcome: Outcome) -> None:
        """Keep a text that did not arrive within reach."""
        if isinstance(action, InsertText | KeepText) and not outcome.is_delivered:
            self.kept = action.text

    def _restore(self, original: InsertText, edited: Trace) -> Outcome:
        """Put back what an edit had replaced; it was the user's own, so it is not ours to take back."""
        outcome = self._performer.perform(original)
        self.remember(original, outcome)
        self._report(ActionPerformed(edited.heard.utterance, original, outcome))
        return outcome

    def _retype(self, action: InsertText, instead: Trace) -> Outcome:
        """Type what takes the place of a text; where that one was not written down, this is not either."""
        heard = instead.heard
        outcome = self._performer.perform(action)
        self.remember(action, outcome)
        self._report(ActionPerformed(heard.utterance, action, outcome))
        order = Order(heard, Dictate(action.text), action)
        line = self._records.write(order, action, outcome) if instead.line else 0
        self.note(action, outcome, heard, line)
        return outcome


def unheard(text: str) -> Transcript:
    """Return a transcript for a text whose own is long forgotten."""
    return Transcript(0, 0, 0, text, language=Tag("auto", 0.0), emotion=Tag("EMO_UNKNOWN", 1.0), sounds=())
