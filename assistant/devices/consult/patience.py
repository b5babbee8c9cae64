"""Waiting for replies that a thread of their own reads: within limits, and only as long as they are wanted.

Whatever the other side does - a name that nobody resolves, headers that never come, a byte a second -
the one who waits is free again within its limit, and within 0.1 s once nobody wants to know.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Protocol

from assistant.consult.ports import Stop
from assistant.errors import AssistantError, BrokenReplyError, CancelledError, ReplyTimeoutError
from assistant.values.consult import Finished, Reply

_NOT_REACHED = (
    "the server of the language model was not reached within {seconds:g} s: is its name right, and is "
    "there a network?"
)
_NOT_BEGUN = "the language model had not begun to answer after {seconds:g} s: is it too large here?"
_NO_MORE = "the language model said nothing more for {seconds:g} s"
_NOT_ENDED = "the language model had not ended after {seconds:g} s"


@dataclass(frozen=True, slots=True)
class Patience:
    """The longest anything may take, in seconds."""

    connect_s: float = 0.5
    """To a server on this computer."""
    connect_far_s: float = 3.0
    """To one elsewhere, which has to be found and to prove who it is."""
    reach_s: float = 5.0
    """Until there is a connection, with all that it needs: a name to look up, several addresses."""
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


class Talk(Protocol):
    """What is being read, as the one who waits for it sees it."""

    @property
    def is_connected(self) -> bool:
        """True once there was a connection."""

    def read(self) -> Iterator[Reply]:
        """Yield the replies; called on the reader's thread."""

    def close(self) -> None:
        """End it, from any thread."""


def attend(talk: Talk, token: Stop, patience: Patience) -> Iterator[Reply]:
    """Yield what `talk.read` yields on a thread of its own, and close it whatever happens.

    Raises what it raises, ReplyTimeoutError, CancelledError.
    """
    mailbox: SimpleQueue[Reply | _Over | _Cancelled] = SimpleQueue()
    reader = Thread(target=_post, args=(talk.read, mailbox), name="language model", daemon=True)

    def stop() -> None:
        talk.close()  # at once, and not only when the one who waits comes back to us
        mailbox.put(_Cancelled())

    forget = token.watch(stop)
    clock = _Clock(patience, talk)
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
        talk.close()


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

    def __init__(self, patience: Patience, talk: Talk) -> None:
        self._patience, self._talk = patience, talk
        self._end = monotonic() + patience.total_s
        self._has_begun = False

    def next_of(self, mailbox: "SimpleQueue[Reply | _Over | _Cancelled]") -> Reply | _Over | _Cancelled:
        """Return the next item. Raises ReplyTimeoutError."""
        patience = self._patience
        if self._has_begun:
            return self._wait(mailbox, patience.gap_s, _NO_MORE.format(seconds=patience.gap_s))
        reach = min(patience.reach_s, patience.first_s)
        try:
            item = mailbox.get(timeout=reach)
        except Empty:
            if not self._talk.is_connected:
                raise ReplyTimeoutError(_NOT_REACHED.format(seconds=reach)) from None
            item = self._wait(mailbox, patience.first_s - reach, _NOT_BEGUN.format(seconds=patience.first_s))
        self._has_begun = True
        return item

    def _wait(
        self, mailbox: "SimpleQueue[Reply | _Over | _Cancelled]", seconds: float, too_late: str
    ) -> Reply | _Over | _Cancelled:
        left = max(0.0, self._end - monotonic())
        try:
            return mailbox.get(timeout=min(seconds, left))
        except Empty:
            not_ended = _NOT_ENDED.format(seconds=self._patience.total_s)
            raise ReplyTimeoutError(too_late if seconds < left else not_ended) from None
