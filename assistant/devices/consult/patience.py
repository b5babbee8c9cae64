"""Waiting for replies that a thread of their own reads: within limits, and only as long as they are wanted.

Whatever the other side does - a name that nobody resolves, headers that never come, a byte a second -
the one who waits is free again within its limit, and within 0.1 s once nobody wants to know.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic

from assistant.consult.ports import Stop
from assistant.errors import AssistantError, BrokenReplyError, CancelledError, ReplyTimeoutError
from assistant.values.consult import Finished, Reply


@dataclass(frozen=True, slots=True)
class Patience:
    """The longest anything may take, in seconds."""

    connect_s: float = 0.5
    """To a server on this computer."""
    connect_far_s: float = 3.0
    """To one elsewhere, which has to be found and to prove who it is."""
    first_s: float = 20.0
    """Until the first piece of the reply: the model may have to be loaded."""
    gap_s: float = 20.0
    """Between two pieces."""
    total_s: float = 120.0


@dataclass(frozen=True, slots=True)
class _Over:
    """The reader has come to its end, well or badly."""

    error: AssistantError | None = None


class _Cancelled:
    """Nobody wants to know any more."""


def attend(
    read: Callable[[], Iterator[Reply]], hang_up: Callable[[], None], token: Stop, patience: Patience
) -> Iterator[Reply]:
    """Yield what `read` yields on a thread of its own; `hang_up` ends it from here.

    Raises what it raises, ReplyTimeoutError, CancelledError.
    """
    mailbox: SimpleQueue[Reply | _Over | _Cancelled] = SimpleQueue()
    reader = Thread(target=_post, args=(read, mailbox), name="language model", daemon=True)

    def stop() -> None:
        hang_up()  # at once, and not only when the one who waits comes back to us
        mailbox.put(_Cancelled())

    forget = token.watch(stop)
    clock = _Clock(patience)
    try:
        reader.start()
        while True:
            item = clock.next_of(mailbox)
            if token.is_set or isinstance(item, _Cancelled):
                raise CancelledError("the answer was cancelled")
            if isinstance(item, _Over):
                raise item.error or BrokenReplyError("the reply of the language model had no end")
            yield item
            if isinstance(item, Finished):
                return
    finally:
        forget()
        hang_up()


def _post(read: Callable[[], Iterator[Reply]], mailbox: "SimpleQueue[Reply | _Over | _Cancelled]") -> None:
    over = _Over()
    try:
        for item in read():
            mailbox.put(item)
    except AssistantError as error:
        over = _Over(error)
    finally:
        mailbox.put(over)


class _Clock:
    """Knows how long may still be waited."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._end = monotonic() + patience.total_s
        self._has_begun = False

    def next_of(self, mailbox: "SimpleQueue[Reply | _Over | _Cancelled]") -> Reply | _Over | _Cancelled:
        """Return the next item. Raises ReplyTimeoutError."""
        silence = self._patience.gap_s if self._has_begun else self._patience.first_s
        left = max(0.0, self._end - monotonic())
        try:
            item = mailbox.get(timeout=min(silence, left))
        except Empty:
            raise ReplyTimeoutError(self._too_late(silence, left)) from None
        self._has_begun = True
        return item

    def _too_late(self, silence: float, left: float) -> str:
        if left <= silence:
            return f"the language model had not ended after {self._patience.total_s:g} s"
        if self._has_begun:
            return f"the language model said nothing more for {silence:g} s"
        return f"the language model had not begun to answer after {silence:g} s: is it too large here?"
