"""Asks the language model: the thread `consult`, the only one that ever waits for it.

Whatever goes wrong here is told, and costs no dictation: a question ends with AnswerEnded, a text that was
to be polished is typed as it was heard.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import monotonic

from assistant.engine.consult.answering import Answering
from assistant.engine.consult.polish import Polish
from assistant.engine.consult.polisher import Polisher
from assistant.engine.consult.reading import Reading
from assistant.engine.consult.rooms import ConsultRooms
from assistant.engine.consult.speaker import Speaker
from assistant.engine.consult.talk import Asked, Edit, Talk
from assistant.engine.consult.tools import ToolUse
from assistant.engine.ports import Observer
from assistant.engine.work import CancelToken, Order
from assistant.engine.worker import Worker
from assistant.values.action import Consult
from assistant.values.control import Forget, Job
from assistant.values.event import Fault, Trouble


@dataclass(frozen=True, slots=True)
class Polishing:
    """A text to polish, for whoever waits for it."""

    order: Order
    polish: Polish


@dataclass(frozen=True, slots=True)
class Warm:
    """Load the language model's client, before somebody waits for it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a hook was asked, and what it answered."""

    said: str = field(repr=False)
    text: str = field(repr=False)
    language: str


Item = Asked | Polishing | Told | Forget | Warm


class Consultant:
    """Takes questions and texts to polish. Callable from any thread; all but `stop` returns at once."""

    def __init__(
        self,
        rooms: ConsultRooms,
        report: Observer,
        act: Callable[[Order], None],
        position: Callable[[float], int | None],
    ) -> None:
        """Tell `report`; what the model asked for goes to `act`; `position` is the microphone's clock."""
        self._rooms, self._report = rooms, report
        self._talk = Talk()
        self._reading = Reading(rooms.model, report)
        self._answering = Answering(rooms, self._talk, ToolUse(rooms.gate, rooms.planner, act), report)
        self._polisher = Polisher(rooms.settings, rooms.profiles)
        self._worker: Worker[Item] = Worker("consult", self._work, self._lose)
        self._speaker: Speaker | None = None
        if rooms.voice is not None and rooms.settings.speaks:
            self._speaker = Speaker(rooms.voice, rooms.gate, lambda: position(monotonic()) or 0, report)

    def start(self) -> None:
        """Begin to take questions."""
        self._worker.start()
        self._worker.post(Warm())

    def stop(self, deadline: float) -> bool:
        """Let go of the model and be silent; True if both threads had ended by `deadline`."""
        self._talk.stop()
        self._polisher.drop()
        self._reading.close()
        stopped = self._worker.stop(deadline)
        return (self._speaker is None or self._speaker.stop(deadline)) and stopped

    def ask(self, order: Order, action: Consult) -> None:
        """Take a question; the answer before it, written or spoken, ends."""
        self._worker.post(self._talk.begin(order, action))

    def polishing(self, order: Order, token: CancelToken) -> Order:
        """Return `order` with its text being polished, where that is wanted and nobody is being answered."""
        deadline = self._polisher.deadline(order)
        if deadline is None or self._talk.is_busy:
            return order
        polish = self._polisher.begin(deadline, token)
        self._worker.post(Polishing(order, polish))
        return replace(order, polish=polish)

    def take_edit(self) -> Edit | None:
        """Return the edit that waits to be accepted, once."""
        return self._talk.take()

    def barge_in(self, job: Job | None) -> None:
        """Stop a spoken answer, since somebody speaks; one that is only shown, for what is no dictation."""
        is_heard = self._speaker is not None and (self._speaker.is_speaking or self._talk.is_busy)
        if is_heard or job not in {Job.DICTATE, None}:
            self._talk.stop()

    def hush(self) -> None:
        """Stop what is being answered or said."""
        self._talk.stop()

    def call_off(self) -> None:
        """Stop everything; texts that are being polished are typed as they were heard."""
        self._talk.stop()
        self._polisher.drop()

    def heard(self, said: str, text: str, language: str) -> None:
        """Take note of what a hook answered."""
        self._worker.post(Told(said, text, language))

    def forget(self) -> None:
        """Forget the conversation."""
        self._worker.post(Forget())

    def _work(self, item: Item) -> None:
        match item:
            case Asked():
                try:
                    self._answer(item)
                finally:
                    self._talk.end()
            case Polishing(order, polish):
                self._polisher.polish(order, polish, self._reading)
            case Told(said, text, language):
                self._answering.remember(said, text)
                if self._speaker is not None:
                    self._speaker.answer(language, self._talk.token()).ended(text)
            case Forget():
                self._forget()
            case Warm():
                self._reading.warm()

    def _answer(self, asked: Asked) -> None:
        spoken = None
        if self._speaker is not None and not asked.action.is_edit:
            spoken = self._speaker.answer(asked.order.transcript.language.name, asked.token)
        self._answering.answer(asked, self._reading, spoken)

    def _forget(self) -> None:
        try:
            self._answering.forget()
        except OSError as error:
            why = error.strerror or type(error).__name__
            message = f"The conversation on disk could not be deleted ({why}). Delete it yourself."
            self._report(Trouble(Fault.STORAGE, message))

    def _lose(self, item: Item, trouble: Trouble) -> None:
        if isinstance(item, Polishing):
            item.polish.give(None)
        self._report(trouble)
