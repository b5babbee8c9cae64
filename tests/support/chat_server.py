"""A real HTTP server that talks like a language model's, or misbehaves in exactly one way."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from time import monotonic
from typing import Any

from tests.support.local_server import LocalServer, QuietRequest
from tests.support.waiting import wait_until

STREAM = "text/event-stream"
PIECES = ("Hello", ", ", "world", ".")


class ChatRequest(QuietRequest):
    """One request, and what can be done with it."""

    server_version = "Scripted"
    shop: "ChatServer"

    def answer(self, body: bytes) -> None:
        self.close_connection = True
        shop = self.shop
        with shop.lock:
            shop.requests.append((self.path, body, dict(self.headers)))
            script = shop.scripts.get(self.path, [not_found])
            behave = script.pop(0) if len(script) > 1 else script[0]
        try:
            behave(self)
        except (BrokenPipeError, ConnectionResetError):
            shop.left_at = monotonic()
        finally:
            shop.answered += 1

    def head(self, status: int = 200, kind: str = STREAM, **headers: object) -> None:
        super().head(status, kind, **headers)

    def send(self, block: bytes | str) -> None:
        self.wfile.write(block.encode() if isinstance(block, str) else block)
        self.wfile.flush()

    def page(self, status: int, body: object, kind: str = "application/json", **headers: object) -> None:
        """Send one whole answer."""
        text = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.head(status, kind, Content_Length=len(text), **headers)
        self.send(text)

    def pause(self, seconds: float) -> None:
        """Wait, unless the server closes."""
        if self.shop.closing.wait(seconds):
            raise ConnectionResetError


Behaviour = Callable[[ChatRequest], None]


class ChatServer(LocalServer):
    """Answers chat completions with `chat`, one behaviour after another; the last goes on for ever."""

    def __init__(self, *chat: Behaviour, address: str = "127.0.0.1", **others: Behaviour) -> None:
        self.scripts: dict[str, list[Behaviour]] = {"/v1/chat/completions": list(chat or (talk(),))}
        paths = {"models": "/v1/models", "tags": "/api/tags", "props": "/props"}
        self.scripts |= {paths[name]: [behave] for name, behave in others.items()}
        self.requests: list[tuple[str, bytes, dict[str, str]]] = []
        """Path, body and headers of each."""
        self.answered = 0
        self.left_at = 0.0
        """When a write showed that the client had gone."""
        self.lock = threading.Lock()
        super().__init__(type("ThisRequest", (ChatRequest,), {"shop": self}), address)

    @property
    def asked(self) -> list[dict[str, Any]]:
        """Return what was asked of the model."""
        return [json.loads(body) for path, body, _ in self.requests if path.endswith("completions")]

    def wait_until_left(self) -> float:
        """Wait until the client is seen to have gone, and return when."""
        wait_until(lambda: self.left_at, "the client left")
        return self.left_at


def chunk(delta: dict[str, Any], reason: str | None = None) -> str:
    """Return one event of a stream."""
    choice = {"index": 0, "delta": delta, "finish_reason": reason}
    return f"data: {json.dumps({'object': 'chat.completion.chunk', 'choices': [choice]})}\n\n"


def chunks(*pieces: str) -> Iterator[str]:
    """Yield a whole reply."""
    yield chunk({"role": "assistant", "content": None})
    for piece in pieces:
        yield chunk({"content": piece})
    yield chunk({}, "stop")
    yield "data: [DONE]\n\n"


def stream(*events: str | bytes, every: float = 0.0) -> Behaviour:
    """Send these, then end."""

    def behave(request: ChatRequest) -> None:
        request.head()
        for event in events:
            request.send(event)
            if every:
                request.pause(every)

    return behave


def talk(*pieces: str, every: float = 0.0) -> Behaviour:
    """Do it right."""
    return stream(*chunks(*(pieces or PIECES)), every=every)


def babble(request: ChatRequest) -> None:
    """Talk on and on, a word every hundredth of a second."""
    request.head()
    while True:
        request.send(chunk({"content": "word "}))
        request.pause(0.01)


def silent(request: ChatRequest) -> None:
    """Take the request and never answer."""
    request.pause(60)


def headers_only(request: ChatRequest) -> None:
    """Begin to answer, and say nothing."""
    request.head()
    request.pause(60)


def stalled(request: ChatRequest) -> None:
    """Say one word, and no more."""
    request.head()
    request.send(chunk({"content": "one"}))
    request.pause(60)


def drip(request: ChatRequest) -> None:
    """Send one byte of a reply every twentieth of a second."""
    request.head()
    for letter in "".join(chunks(*["x"] * 2000)):
        request.send(letter)
        request.pause(0.05)


def keep_alive(request: ChatRequest) -> None:
    """Send comments, as servers do that are still thinking, and never a word."""
    request.head()
    while True:
        request.send(": still here\n\n")
        request.pause(0.05)


def long_line(megabytes: int) -> Behaviour:
    """Send one line of so many megabytes."""

    def behave(request: ChatRequest) -> None:
        request.head()
        request.send("data: ")
        for _ in range(megabytes):
            request.send(b"x" * (1 << 20))
        request.send("\n\n")

    return behave


def endless(request: ChatRequest) -> None:
    """Send events of a kilobyte for ever, as fast as they go."""
    request.head()
    event = chunk({"content": "x" * 1000})
    while not request.shop.closing.is_set():
        request.send(event * 50)


def cut_off(request: ChatRequest) -> None:
    """Promise chunks, and close in the middle of a word's event."""
    request.head(Transfer_Encoding="chunked")
    event = chunk({"content": "one"}).encode()
    request.send(b"%x\r\n%b\r\n" % (len(event), event))
    half = chunk({"content": "two"}).encode()[:30]
    request.send(b"%x\r\n%b" % (len(half) + 100, half))


def hung_up(request: ChatRequest) -> None:
    """Close without a word."""


def no_http(request: ChatRequest) -> None:
    """Say something that is no HTTP."""
    request.send("220 smtp ready\r\n\r\n")


def page(body: object, kind: str = "application/json", **headers: str) -> Behaviour:
    """Answer with one whole page."""
    return lambda request: request.page(200, body, kind, **headers)


def status(code: int, body: object = None, **headers: str) -> Behaviour:
    """Answer with an error."""
    told = body or {"error": {"message": "no"}}
    return lambda request: request.page(code, told, "application/json", **headers)


def listed(*names: str) -> Behaviour:
    """List models, as `/v1/models` does."""
    return lambda request: request.page(200, {"object": "list", "data": [{"id": name} for name in names]})


def tagged(**remote_hosts: str) -> Behaviour:
    """List models as Ollama does; each with the host that it really runs on, empty for this one."""
    models = [
        {"name": name.replace("__", ":"), **({"remote_host": host} if host else {})}
        for name, host in remote_hosts.items()
    ]
    return lambda request: request.page(200, {"models": models})


def not_found(request: ChatRequest) -> None:
    """There is nothing."""
    with suppress(BrokenPipeError):
        request.page(404, {"error": {"message": "File Not Found", "type": "not_found_error"}})
