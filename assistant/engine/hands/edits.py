"""Edits that were offered: put in the place of the selected text, or left. Each at most once."""

from dataclasses import replace

from assistant.consult.ports import Selection
from assistant.engine.consult import Counsel
from assistant.engine.consult.talk import Edit
from assistant.engine.hands.records import Records
from assistant.engine.ports import Observer
from assistant.engine.rooms import Rooms
from assistant.errors import DeliveryError
from assistant.values.action import DoNothing, Outcome, ReplaceSelection, Result
from assistant.values.event import ActionPerformed, Fault, Trouble

NO_EDIT = "There is no changed text that waits to be accepted."
REJECTED = "edit_rejected"


class Edits:
    """Carries out what the user decides about an edit."""

    def __init__(self, rooms: Rooms, records: Records, report: Observer, counsel: Counsel | None) -> None:
        self._performer, self._repairer = rooms.performer, rooms.repairer
        self._records, self._report, self._counsel = records, report, counsel

    def accept(self) -> str | None:
        """Replace what is selected; return the new text where it did not get there, so that it is kept."""
        edit = self._taken()
        if edit is None:
            self._report(Trouble(Fault.DELIVERY, NO_EDIT))
            return None
        outcome = self._replace(edit.action)
        number = edit.order.transcript.utterance
        self._report(ActionPerformed(number, edit.action, outcome))
        line = self._write(edit, outcome)
        self._note(edit, outcome, line)
        return None if outcome.is_delivered else edit.action.text

    def reject(self) -> None:
        """Leave the text as it is."""
        edit = self._taken()
        if edit is not None:
            number = edit.order.transcript.utterance
            self._report(ActionPerformed(number, DoNothing(REJECTED), Outcome(Result.NOTHING)))

    @property
    def _selection(self) -> Selection | None:
        return self._counsel.selection if self._counsel is not None else None

    def _taken(self) -> Edit | None:
        consultant = self._counsel.consultant if self._counsel is not None else None
        return None if consultant is None else consultant.take_edit()

    def _replace(self, action: ReplaceSelection) -> Outcome:
        if self._selection is None:
            return self._performer.perform(action)
        try:
            return self._selection.replace(action.text, action.window)
        except DeliveryError as error:
            return Outcome(Result.FAILED, str(error), window=action.window)

    def _write(self, edit: Edit, outcome: Outcome) -> int:
        """Write a line of history: the original is what was read, the new text what was written."""
        if not edit.order.is_stored:
            return 0
        original = replace(edit.order.transcript, text=edit.action.before)
        return self._records.write(replace(edit.order, transcript=original), edit.action, outcome)

    def _note(self, edit: Edit, outcome: Outcome, line: int) -> None:
        if self._repairer is None or not outcome.is_delivered:
            return
        self._repairer.note_edit(edit.action, outcome, edit.order.transcript)
        if line:
            self._repairer.file(line)
