"""What the hands write down, and which recordings they let go of."""

from assistant.engine.ports import History, Journal, Keepers, Observer
from assistant.engine.work import Order
from assistant.values.action import Action, Outcome, Result
from assistant.values.event import Fault, Trouble
from assistant.values.intent import Nothing


class Records:
    """History and journal together; a disk that fails is told and stops nothing."""

    def __init__(
        self, journal: Journal | None, history: History | None, report: Observer, *, keeps_audio: bool
    ) -> None:
        self._journal, self._history = journal, history
        self._report = report
        self._keeps_audio = keeps_audio

    def fit(self, keepers: Keepers, *, keeps_audio: bool) -> None:
        """Write down elsewhere, or nothing more, from now on."""
        self._journal, self._history = keepers.journal, keepers.history
        self._keeps_audio = keeps_audio

    def write(self, order: Order, action: Action, outcome: Outcome) -> int:
        """Write a line of history; 0 where there is none."""
        is_unheard = isinstance(order.intent, Nothing) and order.intent.is_unheard
        if self._history is None or is_unheard:
            return 0
        try:
            return self._history.add(order.transcript, order.intent, action, outcome)
        except OSError as error:
            self._complain("The history can't be written", error)
            return 0

    def settle(self, number: int, line: int, *, is_done: bool) -> None:
        """Let go of a recording that nobody can miss; note where any other is to be found."""
        if is_done:
            self.let_go(number, line, keep=self._keeps_audio)
        elif self._journal is not None and self._history is not None and line:
            place = self._journal.place(number)
            try:
                if place is not None:
                    self._history.attach(line, place)
            except OSError as error:
                self._complain("The history can't be written", error)

    def let_go(self, number: int, line: int = 0, *, keep: bool = False) -> None:
        """Delete the recording of an utterance, or keep it as part of the history."""
        if self._journal is None:
            return
        try:
            if not keep:
                self._journal.drop(number)
                return
            place = self._journal.keep(number)
            if place is not None and line and self._history is not None:
                self._history.attach(line, place)
        except OSError as error:
            self._complain("A recording could not be put away", error)

    def taken_back(self, line: int) -> None:
        """Note that a text was taken back."""
        if self._history is None or not line:
            return
        try:
            self._history.settle(line, Result.TAKEN_BACK)
        except OSError as error:
            self._complain("The history can't be written", error)

    def last_kept(self) -> str | None:
        """Return the newest text that was never delivered. Raises OSError."""
        return self._history.last_kept() if self._history else None

    def _complain(self, what: str, error: OSError) -> None:
        why = error.strerror or type(error).__name__
        self._report(Trouble(Fault.STORAGE, f"{what} ({why}). Check the disk; nothing else is affected."))
