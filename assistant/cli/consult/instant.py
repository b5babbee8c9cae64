"""A server that answers at once, for measuring what a client costs; in a process of its own."""

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection

_PIECE = (
    b'data: {"choices":[{"index":0,"delta":{"content":"word"},"finish_reason":null}],"model":"instant"}\n\n'
)
_END = b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
_STREAM = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" + 8 * _PIECE + _END
)
_NOTHING = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_BLOCK = 65536


def serve(ready: Connection) -> None:
    """Answer one request after another until the process is ended; `ready` is told the port."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
        ready.send(listener.getsockname()[1])
        while True:
            caller, _ = listener.accept()
            with caller:
                caller.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                caller.sendall(_STREAM if _question(caller).startswith(b"POST") else _NOTHING)


def _question(caller: socket.socket) -> bytes:
    """Return a whole request."""
    question = b""
    while True:
        block = caller.recv(_BLOCK)
        question += block
        head, mark, body = question.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if not block or (mark and len(body) >= int(length[1] if length else 0)):
            return question


@contextmanager
def instant_server() -> Iterator[int]:
    """Run it while the body runs, and give its port."""
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=serve, args=(there,), daemon=True)
    process.start()
    there.close()
    try:
        yield int(here.recv())
    finally:
        process.terminate()
        process.join(5)
        here.close()
