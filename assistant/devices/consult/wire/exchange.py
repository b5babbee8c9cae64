"""One request and its answer over HTTP, which another thread may end at any moment.

There is no client with its conveniences here: no redirect is followed, no proxy and no password file of
the environment is asked, no cookie is kept, and no connection outlives its answer.
"""

import logging
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any

from assistant import __version__
from assistant.devices.consult.address import CheckedAddress
from assistant.devices.consult.wire.complaints import no_connection, no_more
from assistant.errors import AddressRefusedError, CancelledError, GarbledReplyError, ReplyTooLargeError

if TYPE_CHECKING:
    import httpx2

_WRITE_S = 10.0
_SHORTEST_S = 0.05
"""What is left for the last of several addresses, at least."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a server."""

    path: str
    """Below its address: `/v1/models`."""
    body: bytes | None = field(default=None, repr=False)
    """None asks with GET, anything else with POST."""
    key: str = field(default="", repr=False)
    accept: str = "application/json"
    before: Callable[[], None] | None = None
    """Called when the connection stands and the first byte is about to go. What it raises, stops it."""

    def headers(self, host: str) -> dict[str, str]:
        """Return every header; the key is nowhere else."""
        always = {
            "Host": host,
            "User-Agent": f"on-device-assistant/{__version__}",
            "Accept": self.accept,
            "Accept-Encoding": "identity",
            "Connection": "close",
        }
        always |= {"Content-Type": "application/json"} if self.body is not None else {}
        return always | ({"Authorization": f"Bearer {self.key}"} if self.key else {})


class Transports:
    """Makes what carries requests, once each: encryption takes a while to prepare."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._made: dict[str, httpx2.HTTPTransport] = {}

    def get(self, scheme: str) -> "httpx2.HTTPTransport":
        """Return the transport for http or https."""
        import httpx2  # a quarter of a second, for those who switched this on

        with self._lock:
            if scheme not in self._made:
                verify = True if scheme == "https" else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
                single = httpx2.Limits(max_connections=None, max_keepalive_connections=0)
                logging.getLogger("httpcore2").setLevel(logging.WARNING)  # it would log what servers repeat
                self._made[scheme] = httpx2.HTTPTransport(verify=verify, trust_env=False, limits=single)
            return self._made[scheme]

    def close(self) -> None:
        """Let go of them."""
        with self._lock:
            made, self._made = list(self._made.values()), {}
        for transport in made:
            transport.close()


class Exchange:
    """Asks once."""

    def __init__(self, transports: Transports, connect_s: float, read_s: float) -> None:
        """Prepare; both are the longest silence in seconds: while connecting, and later."""
        self._transports = transports
        self._connect_s, self._read_s = connect_s, read_s
        self._lock = Lock()
        self._socket: socket.socket | None = None
        self._is_closed = False

    @property
    def is_connected(self) -> bool:
        """True once there was a connection."""
        return self._socket is not None

    def ask(self, address: CheckedAddress, question: Question) -> "Answer":
        """Send, and return what comes back. Raises ConsultError, CancelledError."""
        import httpx2

        transport = self._transports.get(address.server.scheme)
        deadline = monotonic() + self._connect_s
        for number in address.numbers:
            left = max(_SHORTEST_S, deadline - monotonic())
            request = self._request(address, number, question, left)
            try:
                response = transport.handle_request(request)
            except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
                if number != address.numbers[-1]:
                    continue
                self.raise_if_closed()
                raise no_connection(address.server, error) from None
            except httpx2.TransportError as error:
                self.raise_if_closed()
                raise no_more(address.server, error) from None
            return Answer(self, address, response)
        raise AssertionError("an address without numbers is none")  # check() saw to that

    def close(self) -> None:
        """End it, from any thread: whoever reads wakes up, and the server sees us gone."""
        with self._lock:
            self._is_closed = True
            held = self._socket
        if held is not None:
            with suppress(OSError):  # the other side may have been faster
                socket.socket.shutdown(
                    held, socket.SHUT_RDWR
                )  # not SSLSocket's, which a reader would trip over

    def raise_if_closed(self) -> None:
        """Raise CancelledError where it was ended from here."""
        if self._is_closed:
            raise CancelledError("the request was cancelled")

    def _request(
        self, address: CheckedAddress, number: str, question: Question, left: float
    ) -> "httpx2.Request":
        import httpx2

        server = address.server
        host = f"[{number}]" if ":" in number else number
        patience = {"connect": left, "read": self._read_s, "write": _WRITE_S, "pool": left}
        return httpx2.Request(
            "GET" if question.body is None else "POST",
            f"{server.scheme}://{host}:{server.port}{server.path}{question.path}",
            headers=question.headers(server.name),
            content=question.body,
            extensions={
                "timeout": patience,
                "sni_hostname": server.host,
                "trace": self._follow(address, question),
            },
        )

    def _follow(self, address: CheckedAddress, question: Question) -> Any:  # noqa: ANN401 - httpx2 calls it with what it likes
        """Return what the transport calls at each step: so we get at the socket before the answer."""

        def follow(step: str, facts: Mapping[str, Any]) -> None:
            if step == "http11.send_request_headers.started" and question.before is not None:
                question.before()
            if step not in {"connection.connect_tcp.complete", "connection.start_tls.complete"}:
                return
            held = facts["return_value"].get_extra_info("socket")
            if _peer(held) not in {*address.numbers, ""}:
                held.close()
                raise AddressRefusedError(f"the connection to {address.server.host} went somewhere else")
            with self._lock:
                self._socket = held
                is_closed = self._is_closed
            if is_closed:
                self.close()

        return follow


def _peer(held: socket.socket) -> str:
    """Return the numeric address at the other end; empty where it has gone already."""
    try:
        return str(held.getpeername()[0])
    except OSError:
        return ""


class Answer:
    """What a server sends back."""

    def __init__(self, exchange: Exchange, address: CheckedAddress, response: "httpx2.Response") -> None:
        self._exchange = exchange
        self._server = address.server
        self._response = response
        self.status = response.status_code
        self.kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        """Its content type."""
        self.location = response.headers.get("location", "")
        self.software = response.headers.get("server", "")
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            self.close()
            raise GarbledReplyError(f"{self._server} compresses its answers though we asked it not to")

    def blocks(self) -> Iterator[bytes]:
        """Yield its body as it comes. Raises ConsultError, CancelledError."""
        import httpx2

        try:
            yield from self._response.stream  # type: ignore[misc]  # a synchronous transport gives a synchronous stream
        except httpx2.TransportError as error:
            self._exchange.raise_if_closed()
            raise no_more(self._server, error) from None
        self._exchange.raise_if_closed()  # else it would look as if the server had come to its end

    def whole(self, largest: int) -> bytes:
        """Return its whole body. Raises ReplyTooLargeError beyond `largest` bytes, ConsultError."""
        body = bytearray()
        for block in self.blocks():
            body += block
            if len(body) > largest:
                self.close()
                raise ReplyTooLargeError(
                    f"{self._server} sends more than {largest >> 10} kB where little was asked"
                )
        return bytes(body)

    def close(self) -> None:
        """Hang up."""
        self._response.close()
