"""A language model whose answer nobody wants any more."""

import time
from threading import Event, Thread

import pytest

from assistant.devices.consult.patience import Patience
from assistant.engine.work import CancelToken
from assistant.errors import CancelledError
from assistant.values.consult import Grew
from tests.support import chat_server as chat
from tests.support.chat_server import Behaviour, ChatServer
from tests.support.language_model import ModelShelf, request
from tests.support.waiting import Stopwatch, wait_until

CANCELLED: list[tuple[str, Behaviour]] = [
    ("no headers yet", chat.silent),
    ("no word yet", chat.headers_only),
    ("in the middle", chat.babble),
    ("stalled", chat.stalled),
    ("still loading", chat.status(503)),
]


@pytest.mark.parametrize("behave", [each[1] for each in CANCELLED], ids=[each[0] for each in CANCELLED])
def test_a_cancel_from_another_thread_is_quick(shelf: ModelShelf, behave: Behaviour) -> None:
    token, ended = CancelToken(), Event()
    with ChatServer(behave) as server:
        model = shelf.model(server.url, patience=Patience())
        model.warm()

        def ask() -> None:
            with pytest.raises(CancelledError):
                list(model.reply(request(), token))
            cancelled.soon("a cancelled reply (at most 100 ms)")
            ended.set()

        asker = Thread(target=ask)
        asker.start()
        wait_until(lambda: server.asked, "the question came")
        time.sleep(0.2)
        cancelled = Stopwatch()
        token.set()
        asker.join()
    assert ended.is_set()


def test_the_server_sees_a_cancel_at_once(shelf: ModelShelf) -> None:
    token = CancelToken()
    with ChatServer(chat.babble) as server:
        model = shelf.model(server.url, patience=Patience())
        coming = model.reply(request(), token)
        assert isinstance(next(coming), Grew)
        cancelled = Stopwatch()
        token.set()  # the one who asks is busy elsewhere; the connection is closed all the same
        server.wait_until_left()
        cancelled.soon("a server that is let go (at most 100 ms)")
        with pytest.raises(CancelledError):
            next(coming)


def test_who_stops_listening_lets_the_server_go(shelf: ModelShelf) -> None:
    with ChatServer(chat.babble) as server:
        coming = shelf.model(server.url).reply(request(), CancelToken())
        next(coming)
        closed = Stopwatch()
        coming.close()
        server.wait_until_left()
        closed.soon("a server that nobody listens to (at most 100 ms)")


def test_closing_the_model_ends_what_it_is_at(shelf: ModelShelf) -> None:
    with ChatServer(chat.babble) as server:
        model = shelf.model(server.url)
        coming = model.reply(request(), CancelToken())
        next(coming)
        model.close()
        with pytest.raises(CancelledError):
            list(coming)
        assert server.wait_until_left()
        model.close()


def test_a_cancelled_token_sends_nothing(shelf: ModelShelf) -> None:
    token = CancelToken()
    token.set()
    with ChatServer() as server:
        with pytest.raises(CancelledError):
            list(shelf.model(server.url).reply(request(), token))
        assert server.asked == []
