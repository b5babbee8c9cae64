"""A dictated text that is being polished while its order waits for its turn, with a deadline."""

from concurrent.futures import Future
from dataclasses import dataclass, field
from time import monotonic

from assistant.engine.work import CancelToken


@dataclass(frozen=True, slots=True)
class Polish:
    """From who polishes to the hands. Any doubt, and `wait` returns None: the raw text is typed."""

    deadline: float
    """time.monotonic after which nobody waits."""
    token: CancelToken
    _answer: "Future[str | None]" = field(default_factory=Future, repr=False)

    def wait(self) -> str | None:
        """Return the polished text; None where there is none to be trusted, at the deadline at the latest."""
        try:
            return self._answer.result(max(0.0, self.deadline - monotonic()))
        except TimeoutError:
            self.drop()
            return None

    @property
    def is_over(self) -> bool:
        """True once nobody waits any more."""
        return self._answer.done()

    def give(self, text: str | None) -> None:
        """Tell whoever waits, or will."""
        if not self._answer.done():
            self._answer.set_result(text)

    def drop(self) -> None:
        """Nobody waits for it any more."""
        self.token.set()
        self.give(None)
