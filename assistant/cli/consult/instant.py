"""A server that answers at once, for measuring what a client costs; in a process of its own."""

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from time import sleep

_PIECE = (
    b'data: {"choices":[{"index":0,"delta":{"content":"word"},"finish_reason":null}],"model":"instant"}\n\n'
)
_END = b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
_STREAM = _HEAD + 8 * _PIECE + _END
_NOTHING = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_BLOCK = 65536


def serve(ready: Connection, every_s: float) -> None:
    """Answer one request after another until the process is ended; `ready` is told the port.

    With `every_s` an answer has no end: a piece comes after so many seconds, until the client hangs up.
    """
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
        ready.send(listener.getsockname()[1])
        while True:
            caller, _ = listener.accept()
            with caller:
                caller.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                if not _question(caller).startswith(b"POST"):
                    caller.sendall(_NOTHING)
                elif every_s:
                    _go_on(caller, every_s)
                else:
                    caller.sendall(_STREAM)


def _go_on(caller: socket.socket, every_s: float) -> None:
    with suppress(OSError):  # hung up
        caller.sendall(_HEAD)
        while True:
            caller.sendall(_PIECE)
            sleep(every_s)


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
def instant_server(every_s: float = 0.0) -> Iterator[int]:
    """Run it while the body runs, and give its port; see `serve`."""
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=serve, args=(there, every_s), daemon=True)
    process.start()
    there.close()
    try:
        yield int(here.recv())
    finally:
        process.terminate()
        process.join(5)
        here.close()
