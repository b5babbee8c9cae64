"""What a language model's server can do wrong: each has its sentence, within its limit."""

import json
import socket
import tracemalloc

import pytest

from assistant.devices.consult.model import COMPLETIONS
from assistant.devices.consult.patience import Patience
from assistant.errors import (
    AddressRefusedError,
    BrokenReplyError,
    ConsultError,
    GarbledReplyError,
    ReplyTimeoutError,
    ReplyTooLargeError,
    RequestTooLongError,
    ServerBusyError,
    ServerLoadingError,
    UnauthorisedError,
    UnknownModelError,
    UnreachableError,
)
from tests.support import chat_server as chat
from tests.support.chat_server import Behaviour, ChatServer, chunk, page, status, stream
from tests.support.language_model import HASTE, SECRET, ModelShelf, replies, said
from tests.support.waiting import Stopwatch

KEY = "sk-marimba"
ELSEWHERE = f"http://203.0.113.7/?{SECRET}"
Faults = dict[str, tuple[Behaviour, type[ConsultError], str, float]]
"""What is wrong -> the server that does it, the error, words of its sentence, the limit in seconds."""


def _error(code: str, message: str = "") -> dict[str, object]:
    return {"error": {"message": f"{message} {SECRET} {KEY}", "type": code, "code": code}}


SLOW: Faults = {
    "hangs before headers": (chat.silent, ReplyTimeoutError, "had not begun", HASTE.first_s),
    "hangs before the first word": (chat.headers_only, ReplyTimeoutError, "had not begun", HASTE.first_s),
    "only says that it is there": (chat.keep_alive, ReplyTimeoutError, "had not begun", HASTE.first_s),
    "hangs after a word": (chat.stalled, ReplyTimeoutError, "nothing more", HASTE.gap_s),
    "drips a byte now and then": (chat.drip, ReplyTimeoutError, "had not", HASTE.total_s),
    "never ends": (chat.babble, ReplyTimeoutError, "had not ended", HASTE.total_s),
    "never gets ready": (status(503), ServerLoadingError, "loading", HASTE.first_s),
    "sends without end": (chat.endless, ReplyTooLargeError, "16 MB", HASTE.total_s),
}
WRONG: Faults = {
    "streams garbage": (stream("data: \x00\xff{{{\n\n"), GarbledReplyError, "OpenAI", 0),
    "streams no events": (stream("hello\n\nworld\n\n" * 99), GarbledReplyError, "without a reply", 0),
    "streams another API": (stream('data: {"type": "ping"}\n\n'), GarbledReplyError, "OpenAI", 0),
    "sends a line of 50 MB": (chat.long_line(50), ReplyTooLargeError, "256 kB", 0),
    "sends a web page": (page(b"<html>", "text/html"), GarbledReplyError, "text/html", 0),
    "sends one JSON": (page({"choices": []}), GarbledReplyError, "application/json", 0),
    "compresses": (page(b"x", chat.STREAM, Content_Encoding="gzip"), GarbledReplyError, "compress", 0),
    "closes without a word": (chat.hung_up, BrokenReplyError, "hung up", 0),
    "closes in the middle of a word": (chat.cut_off, BrokenReplyError, "hung up", 0),
    "ends in the middle": (stream(chunk({"content": "one"})), BrokenReplyError, "broke off", 0),
    "speaks no HTTP": (chat.no_http, GarbledReplyError, "no HTTP", 0),
    "fails in the middle": (stream(f'data: {{"error": "{SECRET}"}}\n\n'), ConsultError, "middle", 0),
}
REFUSALS: Faults = {
    "wants a key": (status(401, _error("invalid_api_key")), UnauthorisedError, "consult key set", 0),
    "forbids": (status(403), UnauthorisedError, "403", 0),
    "has no such model": (status(404, _error("x", "model 'tiny'")), UnknownModelError, "models", 0),
    "is something else": (status(404), GarbledReplyError, "no chat completions", 0),
    "has too much to do": (status(429, _error("rate_limit_exceeded")), ServerBusyError, "429", 0),
    "has no credit for us": (status(429, _error("insufficient_quota")), ServerBusyError, "credit", 0),
    "can take less": (status(400, _error("exceed_context_size_error")), RequestTooLongError, "more text", 0),
    "refuses": (status(400, _error("invalid_request_error")), ConsultError, "400", 0),
    "fails": (status(500, _error("server_error")), ConsultError, "its log says why", 0),
    "sends us elsewhere": (status(307, Location=ELSEWHERE), AddressRefusedError, "203.0.113.7", 0),
    "sends us in a circle": (status(302, Location=COMPLETIONS), AddressRefusedError, "another address", 0),
}
FAULTS = SLOW | WRONG | REFUSALS


@pytest.mark.parametrize(("behave", "kind", "words", "limit"), FAULTS.values(), ids=FAULTS)
def test_each_fault_has_its_sentence_within_its_limit(
    shelf: ModelShelf,
    caplog: pytest.LogCaptureFixture,
    behave: Behaviour,
    kind: type[ConsultError],
    words: str,
    limit: float,
) -> None:
    caplog.set_level(0)
    with ChatServer(behave) as server:
        kept = {server.url: {"in_keyring": False, "key": KEY}}
        shelf.keys.file.write_text(json.dumps(kept))
        model = shelf.model(server.url)
        model.warm()
        started = Stopwatch()
        with pytest.raises(kind) as told:
            replies(model)
        started.soon(kind.__name__, limit)
        assert server.requests[-1][2]["Authorization"] == f"Bearer {KEY}"
    sentence = str(told.value)
    assert type(told.value) is kind
    assert words in sentence
    assert SECRET not in sentence + caplog.text + shelf.ledger.file.read_text()
    assert KEY not in sentence + caplog.text + shelf.ledger.file.read_text()


def test_nobody_there_is_told_at_once(shelf: ModelShelf) -> None:
    with ChatServer() as server:
        port = server.port
    started = Stopwatch()
    with pytest.raises(UnreachableError, match="consult servers"):
        replies(shelf.model(f"http://127.0.0.1:{port}", patience=Patience(connect_s=60.0, reach_s=60.0)))
    started.soon("nobody there")
    assert shelf.ledger.entries() == ()


def test_what_cannot_be_written_down_is_not_sent(shelf: ModelShelf) -> None:
    shelf.ledger.file.mkdir()
    with ChatServer() as server:
        with pytest.raises(ConsultError, match="nothing was sent"):
            replies(shelf.model(server.url))
        assert server.asked == []


def test_a_machine_that_swallows_the_call_is_given_half_a_second(shelf: ModelShelf) -> None:
    full = socket.create_server(("127.0.0.1", 0), backlog=0)
    port = full.getsockname()[1]
    callers = [socket.socket() for _ in range(3)]
    for caller in callers:
        caller.setblocking(False)
        caller.connect_ex(("127.0.0.1", port))
    model = shelf.model(f"http://127.0.0.1:{port}", patience=Patience())
    model.warm()
    started = Stopwatch()
    with pytest.raises(ReplyTimeoutError, match="take the connection"):
        replies(model)
    started.soon("a connection that is not taken", 0.5)
    for each in (*callers, full):
        each.close()


def test_a_server_that_loads_its_model_is_waited_for(shelf: ModelShelf) -> None:
    with ChatServer(chat.status(503), chat.talk("ready")) as server:
        assert said(replies(shelf.model(server.url, patience=Patience()))) == "ready"


def test_no_request_is_made_twice_once_words_have_come(shelf: ModelShelf) -> None:
    with ChatServer(chat.cut_off, chat.talk()) as server:
        with pytest.raises(BrokenReplyError):
            replies(shelf.model(server.url))
        assert len(server.asked) == 1
        assert said(replies(shelf.model(server.url))) == "Hello, world."


def test_a_line_of_fifty_megabytes_is_not_held(shelf: ModelShelf) -> None:
    with ChatServer(chat.long_line(50)) as server:
        model = shelf.model(server.url)
        model.warm()
        tracemalloc.start()
        with pytest.raises(ReplyTooLargeError):
            replies(model)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 6 << 20  # the server, in this very process, holds a megabyte or two of its own
