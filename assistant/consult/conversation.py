"""What was asked and answered, as far as it is remembered: a few turns, in memory, kept only if asked for."""

from collections.abc import Callable

from assistant.consult.ports import ConversationKeeper
from assistant.values.consult import Role, Turn

MOST_CHARACTERS = 12_000
"""Of all turns together; small models remember no more."""
IDLE = 600.0
"""Seconds after which a question begins a new conversation."""


class Conversation:
    """Remembers questions with their answers. Used by one thread."""

    def __init__(
        self, longest: int, clock: Callable[[], float], keeper: ConversationKeeper | None = None
    ) -> None:
        """Remember `longest` pairs at most; `keeper` keeps them on disk, where the user wants that."""
        self._longest = longest
        self._clock = clock
        self._keeper = keeper
        self._turns: tuple[Turn, ...] = keeper.load() if keeper is not None else ()
        self._newest = clock()

    def turns(self) -> tuple[Turn, ...]:
        """Return what the model is reminded of."""
        if self._clock() - self._newest > IDLE:
            self._turns = ()
        return self._turns

    def add(self, question: str, answer: str) -> None:
        """Remember a question and its answer, and forget the oldest beyond the bounds. Raises OSError."""
        self._newest = self._clock()
        pair = (Turn(Role.USER, question), Turn(Role.ASSISTANT, answer))
        kept = (*self.turns(), *pair)[-2 * self._longest :] if self._longest else ()
        while kept and sum(len(turn.text) for turn in kept) > MOST_CHARACTERS:
            kept = kept[2:]
        self._turns = kept
        if self._keeper is not None:
            self._keeper.save(kept)

    def forget(self) -> None:
        """Forget everything, on disk too. Raises OSError."""
        self._turns = ()
        if self._keeper is not None:
            self._keeper.clear()
