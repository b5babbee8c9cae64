"""What the engine has to do with a language model, and what it does without one: nothing."""

from collections.abc import Callable
from time import monotonic

from assistant.consult.ports import Selection
from assistant.engine.consult.consultant import Consultant
from assistant.engine.consult.rooms import ConsultRooms
from assistant.engine.ports import Observer
from assistant.engine.work import Drop, Fit, Order, Work
from assistant.values.control import Cancel, Control, Forget, Press, Say, SetLock, StopAnswer


class Counsel:
    """A consultant, or none. Callable from any thread; every method but `stop` returns at once."""

    def __init__(
        self,
        rooms: ConsultRooms | None,
        report: Observer,
        act: Callable[[Order], None],
        position: Callable[[float], int | None],
    ) -> None:
        """Consult with `rooms`; None: with nobody."""
        self._means = report, act, position
        self._rooms = rooms
        self.consultant = self._consultant(rooms)
        self.call_off_hooks: Callable[[], None] = lambda: None
        """Ends the hooks that are at work; called with everything else that is called off."""

    @property
    def selection(self) -> Selection | None:
        """Reads and replaces what is selected; None where that can't be done."""
        return None if self._rooms is None else self._rooms.selection

    def fit(self, rooms: ConsultRooms | None) -> None:
        """Consult otherwise from now on; an answer under way ends."""
        self._rooms = rooms
        before, self.consultant = self.consultant, self._consultant(rooms)
        self.start()
        if before is not None:
            before.stop(monotonic())

    def _consultant(self, rooms: ConsultRooms | None) -> Consultant | None:
        return None if rooms is None else Consultant(rooms, *self._means)

    def start(self) -> None:
        """Begin to take questions."""
        if self.consultant is not None:
            self.consultant.start()

    def heard(self, said: str, text: str, language: str) -> None:
        """Take note of what a hook answered: it belongs to the conversation, and is said aloud."""
        if self.consultant is not None:
            self.consultant.heard(said, text, language)

    def stop(self, deadline: float) -> bool:
        """Take no more; True if every thread had ended by `deadline`."""
        self.call_off_hooks()
        return self.consultant is None or self.consultant.stop(deadline)

    def take(self, control: Control) -> None:
        """Look at what the user orders: who speaks, or calls off, interrupts an answer."""
        if isinstance(control, Cancel):
            self.call_off_hooks()
        if self.consultant is None:
            return
        match control:
            case Press(_, _, job) | Say(_, _, job):
                self.consultant.barge_in(job)
            case Cancel():
                self.consultant.call_off()
            case StopAnswer() | SetLock(True):
                self.consultant.hush()
            case Forget():
                self.consultant.forget()
            case _:
                pass

    def polishing(self, order: Order | Drop | Fit, work: Work | Drop) -> Order | Drop | Fit:
        """Return `order` with its text being polished, where that is wanted."""
        if self.consultant is None or not isinstance(order, Order) or not isinstance(work, Work):
            return order
        return self.consultant.polishing(order, work.token)
