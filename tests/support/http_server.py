"""A web server on this machine that serves files as it should, or misbehaves in exactly one way."""

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from tests.support.local_server import LocalServer, QuietRequest

_BLOCK = 1 << 16

PAGE = b"<!DOCTYPE html><html><body>Welcome to the hotel. Please sign in.</body></html>"


class Request(QuietRequest):
    """One request, and what can be done with it."""

    shop: "FileServer"

    def answer(self, body: bytes) -> None:
        self.close_connection = True
        path = urlsplit(self.path).path
        with self.shop.lock:
            self.shop.requests.append((path, self.headers.get("Range", "")))
            waiting = self.shop.scripts.get(path.rpartition("/")[2], [])
            behave = waiting.pop(0) if len(waiting) > 1 else waiting[0] if waiting else serve
        with suppress(BrokenPipeError, ConnectionResetError):
            behave(self)

    def content(self) -> bytes | None:
        """Return what is asked for."""
        path = self.shop.files.get(urlsplit(self.path).path)
        return None if path is None else path.read_bytes()

    @property
    def start(self) -> int:
        """First byte that is asked for."""
        return int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").rstrip("-"))

    def send(self, body: bytes) -> None:
        """Send and count."""
        for at in range(0, len(body), _BLOCK):
            block = body[at : at + _BLOCK]
            self.wfile.write(block)
            with self.shop.lock:
                self.shop.sent += len(block)


Behaviour = Callable[[Request], None]


class FileServer(LocalServer):
    """Serves `files` (address -> path); `scripts` (file name -> behaviours) rule the requests in turn.

    The last behaviour of a script goes on for ever.
    """

    def __init__(
        self, files: Mapping[str, Path], scripts: Mapping[str, list[Behaviour]] | None = None
    ) -> None:
        self.files = dict(files)
        self.scripts: dict[str, list[Behaviour]] = dict(scripts or {})
        self.requests: list[tuple[str, str]] = []
        """Path and Range of each request."""
        self.sent = 0
        """Bytes of bodies."""
        self.lock = threading.Lock()
        super().__init__(type("ThisRequest", (Request,), {"shop": self}))


def folder_files(folder: Path, name: str) -> dict[str, Path]:
    """Return what a mirror serves of one model."""
    return {f"/{name}/{path.name}": path for path in folder.iterdir() if path.is_file()}


def serve(request: Request) -> None:
    """Do it right."""
    content = request.content()
    if content is None:
        request.head(404, Content_Length=0)
        return
    start = request.start
    if start >= len(content) > 0 and start:
        request.head(416, Content_Range=f"bytes */{len(content)}", Content_Length=0)
        return
    rest = content[start:]
    span = {"Content_Range": f"bytes {start}-{len(content) - 1}/{len(content)}"} if start else {}
    request.head(206 if start else 200, Content_Length=len(rest), **span)
    request.send(rest)


def serve_large(request: Request) -> None:
    """Do it right with a file that need not fit into memory."""
    path = request.shop.files[urlsplit(request.path).path]
    size, start = path.stat().st_size, request.start
    span = {"Content_Range": f"bytes {start}-{size - 1}/{size}"} if start else {}
    request.head(206 if start else 200, Content_Length=size - start, **span)
    with path.open("rb") as file:
        file.seek(start)
        _copy(file, request)


def _copy(file: IO[bytes], request: Request) -> None:
    while block := file.read(1 << 20):
        request.send(block)


def paced(request: Request) -> None:
    """Do it right, at some ten megabytes a second."""
    rest = (request.content() or b"")[request.start :]
    request.head(206 if request.start else 200, Content_Length=len(rest))
    for at in range(0, len(rest), _BLOCK):
        request.send(rest[at : at + _BLOCK])
        request.shop.closing.wait(0.005)


def page(request: Request) -> None:
    """Answer as a captive portal does: 200, with a page."""
    request.head(200, kind="text/html; charset=utf-8", Content_Length=len(PAGE))
    request.send(PAGE)


def disguised_page(request: Request) -> None:
    """Send a page that calls itself a file, without a length."""
    request.head(200, kind="application/octet-stream")
    request.send(PAGE)


def truncated(after: int) -> Behaviour:
    """End after so many bytes of what was promised."""

    def behave(request: Request) -> None:
        content = request.content() or b""
        rest = content[request.start :]
        status = 206 if request.start else 200
        span = f"bytes {request.start}-{len(content) - 1}/{len(content)}"
        request.head(status, Content_Length=len(rest), Content_Range=span)
        request.send(rest[:after])

    return behave


def held(after: int, *, drip: bool = False) -> Behaviour:
    """Stall after so many bytes, until the server closes; or go on with a byte now and then."""

    def behave(request: Request) -> None:
        truncated(after)(request)
        request.wfile.flush()
        while not request.shop.closing.wait(0.05):
            if drip:
                request.send(b"x")

    return behave


def silent(request: Request) -> None:
    """Take the request and never answer."""
    request.shop.closing.wait(60)


def corrupt(request: Request) -> None:
    """Send the right number of wrong bytes."""
    content = bytearray(request.content() or b"")
    content[len(content) // 2] ^= 1
    start = request.start
    span = f"bytes {start}-{len(content) - 1}/{len(content)}"
    request.head(206 if start else 200, Content_Length=len(content) - start, Content_Range=span)
    request.send(bytes(content[start:]))


def other_size(request: Request) -> None:
    """Offer another file under that name."""
    request.head(200, Content_Length=1000)
    request.send(b"x" * 1000)


def endless(request: Request) -> None:
    """Send more than there is, without saying how much."""
    content = request.content() or b""
    request.head(200)
    request.send(content * 3)


def rangeless(request: Request) -> None:
    """Send everything, whatever part was asked for."""
    content = request.content() or b""
    request.head(200, Content_Length=len(content))
    request.send(content)


def range_refused(request: Request) -> None:
    """Answer 416 to every Range."""
    if request.start:
        request.head(416, Content_Length=0)
    else:
        serve(request)


def wrong_range(request: Request) -> None:
    """Answer another part than was asked for."""
    content = request.content() or b""
    if not request.start:
        serve(request)
        return
    request.head(206, Content_Length=10, Content_Range=f"bytes 0-9/{len(content)}")
    request.send(content[:10])


def status(code: int) -> Behaviour:
    """Answer with an error."""

    def behave(request: Request) -> None:
        request.head(code, Content_Length=0)

    return behave


def redirected(to: str) -> Behaviour:
    """Point elsewhere; an empty address is this one itself."""

    def behave(request: Request) -> None:
        request.head(302, Location=to or request.path, Content_Length=0)

    return behave


def babble(request: Request) -> None:
    """Say something that is no HTTP."""
    request.wfile.write(b"220 smtp ready\r\n")


def hung_up(request: Request) -> None:
    """Close without a word."""
    request.close_connection = True
