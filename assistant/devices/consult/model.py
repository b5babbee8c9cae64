"""The adapter behind `consult.ports.LanguageModel`: any OpenAI-compatible server."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from time import monotonic, sleep

from assistant.consult.ports import Stop
from assistant.devices.consult.acquaintance import Acquaintance
from assistant.devices.consult.address import CheckedAddress, Resolve, ServerAddress, check
from assistant.devices.consult.keys import KeyShelf
from assistant.devices.consult.ledger import Ledger
from assistant.devices.consult.lookup import look_up
from assistant.devices.consult.patience import Patience, attend
from assistant.devices.consult.wire.chat import ReplyReader, body_of
from assistant.devices.consult.wire.complaints import refusal
from assistant.devices.consult.wire.events import EventReader
from assistant.devices.consult.wire.exchange import Answer, Exchange, Question, Transports
from assistant.errors import CancelledError, GarbledReplyError, ServerLoadingError
from assistant.values.consult import Reply, Request
from assistant.values.settings import ConsultSettings

COMPLETIONS = "/v1/chat/completions"
_STREAM = "text/event-stream"
_OK = 200
_LARGEST_COMPLAINT = 64 << 10
_LOOK_AGAIN_S = 0.5


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a language model's adapter stands in: the user's own, or a test's."""

    keys: KeyShelf = field(default_factory=KeyShelf)
    ledger: Ledger | None = None
    """None is the user's own, as the settings want it."""
    resolve: Resolve = look_up
    patience: Patience = field(default_factory=Patience)


class HttpLanguageModel:
    """Asks one server. Opens no connection, and loads nothing, before it is asked."""

    def __init__(self, settings: ConsultSettings, surroundings: Surroundings | None = None) -> None:
        """Take the settings. Raises ConsultError where the server's address is none."""
        self._settings = settings
        self._around = surroundings or Surroundings()
        self._server = ServerAddress.read(settings.server)
        self._ledger = self._around.ledger or Ledger(holds_text=settings.logs_text)
        self._acquaintance = Acquaintance(settings.model)
        self._transports = Transports()
        self._lock = Lock()
        self._talks: set[_Talk] = set()

    def warm(self) -> None:
        """Load what asking will need, a quarter of a second's worth, before the first answer waits for it."""
        self._transports.get(self._server.scheme)

    def reply(self, request: Request, token: Stop) -> Generator[Reply, None, None]:
        """Yield the reply as it comes, ended by one Finished. Raises ConsultError, CancelledError."""
        talk = _Talk(self._transports, self._around.patience, partial(self._read, request))
        with self._lock:
            self._talks.add(talk)
        try:
            yield from attend(talk, token, self._around.patience)
        finally:
            with self._lock:
                self._talks.discard(talk)

    def close(self) -> None:
        """Let go of every connection. Callable from any thread, and more than once."""
        with self._lock:
            talks = tuple(self._talks)
        for talk in talks:
            talk.close()
        self._transports.close()

    def _read(self, request: Request, talk: "_Talk") -> Iterator[Reply]:
        """Ask, and yield what comes; runs on the reader's thread."""
        settings, server = self._settings, self._server
        address = check(server, self._around.resolve, is_remote_allowed=settings.is_remote_allowed)
        key = self._around.keys.get(server.origin)
        model = self._acquaintance.model(
            lambda question: talk.ask(address, question),
            address,
            key,
            is_remote_allowed=settings.is_remote_allowed,
        )
        is_remote = model.is_remote or not address.is_local
        note = partial(self._ledger.note, request, server.origin, model.name, is_remote=is_remote)
        question = Question(COMPLETIONS, body_of(request, model.name), key, _STREAM, note)
        answer = talk.ask_until_loaded(address, question)
        if answer.kind != _STREAM:
            answer.close()
            raise GarbledReplyError(
                f"{server} answers with {_kind(answer)}, not with a stream: is it a language model's server?"
            )
        events, replies = EventReader(), ReplyReader()
        try:
            for block in answer.blocks():
                for data in events.feed(block):
                    yield from replies.feed(data)
                if replies.is_over:
                    return
            for data in events.flush():
                yield from replies.feed(data)
            replies.close()
        finally:
            answer.close()


class _Talk:
    """The exchanges of one reply, one after another, which can be ended from any thread."""

    def __init__(
        self, transports: Transports, patience: Patience, read: "Callable[[_Talk], Iterator[Reply]]"
    ) -> None:
        self._transports = transports
        self._patience = patience
        self._read = read
        self._exchange: Exchange | None = None
        self._is_closed = False

    @property
    def is_connected(self) -> bool:
        """True once there was a connection."""
        return self._exchange is not None and self._exchange.is_connected

    def read(self) -> Iterator[Reply]:
        """Yield the replies; runs on the reader's thread. Raises ConsultError, CancelledError."""
        return self._read(self)

    def ask(self, address: CheckedAddress, question: Question) -> Answer:
        """Ask once. Raises ConsultError, CancelledError."""
        patience = self._patience
        connect = patience.connect_s if address.is_local else patience.connect_far_s
        exchange = Exchange(self._transports, connect, max(patience.first_s, patience.gap_s))
        self._exchange = exchange
        if self._is_closed:
            raise CancelledError("the answer was cancelled")
        return exchange.ask(address, question)

    def ask_until_loaded(self, address: CheckedAddress, question: Question) -> Answer:
        """Ask, and again while the server is still loading its model. Raises ConsultError, CancelledError."""
        end = monotonic() + self._patience.first_s - _LOOK_AGAIN_S
        while True:
            answer = self.ask(address, question)
            if answer.status == _OK:
                return answer
            body = answer.whole(_LARGEST_COMPLAINT)
            complaint = refusal(address.server, answer.status, body, answer.location)
            if not isinstance(complaint, ServerLoadingError) or monotonic() > end:
                raise complaint
            sleep(_LOOK_AGAIN_S)

    def close(self) -> None:
        """End what is going on, from any thread."""
        self._is_closed = True
        if self._exchange is not None:
            self._exchange.close()


def _kind(answer: Answer) -> str:
    tidy = "".join(one for one in answer.kind if one.isalnum() or one in "/-+.")
    return tidy[:40] or "something"
