"""What the scripted web servers of the tests stand on: a free port of this machine, a thread, and silence."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from types import TracebackType
from typing import Self


class QuietRequest(BaseHTTPRequestHandler):
    """One request on a connection of its own; nothing of it comes into the log."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.answer(b"")

    def do_POST(self) -> None:
        self.answer(self.rfile.read(int(self.headers.get("Content-Length", "0"))))

    def answer(self, body: bytes) -> None:
        """Answer `command`, which brought `body` with it."""
        raise NotImplementedError

    def head(self, status: int = 200, kind: str = "", **headers: object) -> None:
        """Send status, what kind of page it is, and headers; an underscore in a name is a hyphen."""
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.send_header("Connection", "close")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name for it
        pass


class LocalServer:
    """Serves from `with` to its end; `closing` is set before anybody waits for its end."""

    def __init__(self, request: type[QuietRequest], address: str = "127.0.0.1") -> None:
        self.closing = Event()
        self.server = ThreadingHTTPServer((address, 0), request)
        self.server.daemon_threads = True
        self._thread = Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)

    @property
    def port(self) -> int:
        return self.server.server_port

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closing.set()
        self.server.shutdown()
        self.server.server_close()
        self._thread.join()
