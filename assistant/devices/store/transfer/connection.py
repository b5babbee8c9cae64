"""One request: proxies, redirects, time-outs, and an error in plain words for whatever goes wrong."""

import http.client
import socket
import ssl
from contextlib import suppress
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, ProxyHandler, Request, build_opener, getproxies

from assistant import __version__
from assistant.devices.store.transfer.mirrors import Mirror
from assistant.devices.store.transfer.wishes import TransferSettings
from assistant.errors import (
    BrokenDownloadError,
    CaptivePortalError,
    DownloadError,
    StalledDownloadError,
    UnsafeRedirectError,
)

_MOST_REDIRECTS = 5
_WORTH_ANOTHER_TRY = {408, 425, 429, 500, 502, 503, 504}


class Answer:
    """What a mirror sends."""

    def __init__(self, mirror: Mirror, status: int, response: Any) -> None:  # noqa: ANN401 - urllib is not typed
        self._mirror = mirror
        self._response = response
        self.status = status
        self.start = 0
        """Where in the file it begins; -1 where it does not say."""
        self.total = _number(response.headers.get("Content-Length", ""))
        """Bytes of the whole file, where it says."""
        if status == http.client.PARTIAL_CONTENT:
            span, _, whole = response.headers.get("Content-Range", "").removeprefix("bytes ").partition("/")
            first = _number(span.partition("-")[0])
            self.start, self.total = -1 if first is None else first, _number(whole)
        self.is_page = response.headers.get_content_type() in {"text/html", "application/xhtml+xml"}
        """It calls itself a web page."""

    @property
    def is_whole(self) -> bool:
        """Tell whether it begins at the beginning."""
        return self.status == http.client.OK

    def continues(self, position: int) -> bool:
        """Tell whether it is the part of the file from `position` on."""
        return self.status == http.client.PARTIAL_CONTENT and self.start == position

    def read(self, size: int) -> bytes:
        """Return what has come, at most `size` bytes; empty at the end. Raises DownloadError."""
        try:
            return bytes(self._response.read1(size))
        except TimeoutError as error:
            raise StalledDownloadError(f"{self._mirror.host} stopped sending") from error
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise in_words(self._mirror, error) from error

    def break_off(self) -> None:
        """Let a `read` that waits on another thread end at once."""
        with (
            suppress(OSError, ValueError),  # it has ended by itself
            socket.fromfd(self._response.fileno(), socket.AF_INET, socket.SOCK_STREAM) as twin,
        ):
            twin.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Hang up."""
        self._response.close()


class _CarefulRedirects(HTTPRedirectHandler):
    """Follows a few redirects, and none that gives up encryption."""

    max_repeats = max_redirections = 2 * _MOST_REDIRECTS  # ours is the count that ends it, with our words

    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror
        self._followed = 0

    def redirect_request(self, *asked: Any, **named: Any) -> Request | None:  # noqa: ANN401 - urllib's own
        """Return the next request. Raises UnsafeRedirectError."""
        response, address = asked[1], asked[-1]
        response.close()
        self._followed += 1
        if self._followed > _MOST_REDIRECTS:
            raise UnsafeRedirectError(f"{self._mirror.host} sends us around in a circle")
        target = urlsplit(address)
        is_plain_home = self._mirror.is_given and urlsplit(self._mirror.url).scheme == "http"
        if target.scheme != "https" and not (target.scheme == "http" and is_plain_home):
            raise UnsafeRedirectError(
                f"{self._mirror.host} sends us on to {target.scheme}://{target.netloc}, without encryption"
            )
        return super().redirect_request(*asked, **named)


class Connection:
    """Asks mirrors for files."""

    def __init__(self, settings: TransferSettings) -> None:
        """Prepare. Raises DownloadError where the proxy makes no sense."""
        self._settings = settings
        if settings.proxy and urlsplit(settings.proxy).scheme not in {"http", "https"}:
            raise DownloadError(f"{settings.proxy} is no proxy we can use: give one as http://host:port")
        self._proxies = {"http": settings.proxy, "https": settings.proxy} if settings.proxy else getproxies()

    def ask(self, mirror: Mirror, start: int) -> Answer:
        """Ask for a file from byte `start` on. Raises DownloadError; 416 is an answer."""
        request = Request(mirror.url, headers=_headers(start))  # noqa: S310 - only http and https come here
        opener = build_opener(
            ProxyHandler(self._proxies),
            HTTPSHandler(context=ssl.create_default_context()),
            _CarefulRedirects(mirror),
        )
        try:
            response = opener.open(request, timeout=self._settings.stall_s)
        except HTTPError as error:
            if error.code == http.client.REQUESTED_RANGE_NOT_SATISFIABLE:
                return Answer(mirror, error.code, error)
            error.close()
            raise _status(mirror, error.code) from error
        except (OSError, http.client.HTTPException) as error:
            raise in_words(mirror, error) from error
        return Answer(mirror, response.status, response)


def _headers(start: int) -> dict[str, str]:
    always = {"User-Agent": f"on-device-assistant/{__version__}", "Accept-Encoding": "identity"}
    return always | ({"Range": f"bytes={start}-"} if start else {})


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None


def _status(mirror: Mirror, code: int) -> DownloadError:
    if code == http.client.PROXY_AUTHENTICATION_REQUIRED:
        return DownloadError(f"the proxy before {mirror.host} wants a name and a password (407)")
    if code == http.client.NETWORK_AUTHENTICATION_REQUIRED:
        return CaptivePortalError("this network wants you to sign in first (511)")
    reason = http.client.responses.get(code, "no known status")
    kind = BrokenDownloadError if code in _WORTH_ANOTHER_TRY else DownloadError
    return kind(f"{mirror.host} answered {code} ({reason})")


def in_words(mirror: Mirror, error: Exception) -> DownloadError:
    """Return what went wrong on the way to a mirror, as an error of ours."""
    cause = error.reason if isinstance(error, URLError) and isinstance(error.reason, Exception) else error
    match cause:
        case DownloadError():
            return cause
        case TimeoutError():
            return StalledDownloadError(f"{mirror.host} does not answer")
        case ssl.SSLCertVerificationError():
            return DownloadError(
                f"the certificate of {mirror.host} is not trusted here ({cause.verify_message}); "
                "a company's proxy may have put its own in place"
            )
        case ssl.SSLError():
            return BrokenDownloadError(f"no encrypted connection to {mirror.host} ({cause.reason})")
        case socket.gaierror():
            return BrokenDownloadError(f"{mirror.host} can't be found, or there is no network")
        case _:
            return BrokenDownloadError(f"no connection to {mirror.host} ({_tidy(str(cause))})")


def _tidy(text: str) -> str:
    """Return what a stranger said on one line, and not too much of it."""
    return "".join(one if one.isprintable() else " " for one in text).strip()[:100]
