"""What the user and the model are saying right now, and what stops it. Callable from any thread."""

from dataclasses import dataclass, field
from threading import Lock

from assistant.engine.work import CancelToken, Order
from assistant.values.action import Consult, ReplaceSelection


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, and how it is stopped."""

    order: Order
    action: Consult
    token: CancelToken = field(default_factory=CancelToken)


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit that was offered, and what it was heard with."""

    order: Order
    action: ReplaceSelection


class Talk:
    """Holds the question that is being answered, and the edit that waits to be accepted: one of each."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._asked: Asked | None = None
        self._edit: Edit | None = None
        self._said = CancelToken()
        self._open = 0

    @property
    def is_busy(self) -> bool:
        """True while a question waits for its answer, or an answer grows."""
        return self._open > 0

    def begin(self, order: Order, action: Consult) -> Asked:
        """Take the next question; what was being answered or said before is stopped, and no edit waits."""
        asked = Asked(order, action)
        with self._lock:
            before, self._asked = self._asked, asked
            self._edit = None
            self._open += 1
        if before is not None:
            before.token.set()
        return asked

    def token(self) -> CancelToken:
        """Return a token that is set when what is being said is to stop."""
        with self._lock:
            self._said = CancelToken()
            return self._said

    def end(self) -> None:
        """Note that a question has been answered; its answer may still be spoken."""
        with self._lock:
            self._open -= 1

    def stop(self) -> None:
        """Stop what is being answered or said."""
        with self._lock:
            asked, said = self._asked, self._said
        said.set()
        if asked is not None:
            asked.token.set()

    def offer(self, edit: Edit, asked: Asked) -> bool:
        """Let an edit wait to be accepted; False where another question has come meanwhile."""
        with self._lock:
            if self._asked is not asked or asked.token.is_set:
                return False
            self._edit = edit
            return True

    def take(self) -> Edit | None:
        """Return the edit that waits, once: nobody can accept it twice."""
        with self._lock:
            edit, self._edit = self._edit, None
        return edit
