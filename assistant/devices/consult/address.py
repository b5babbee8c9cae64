"""Where a language model is, and whether text may go there.

A name is resolved once, every address it has is looked at, and we connect to one of those very addresses:
what the name means a moment later does not matter.
"""

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

from assistant.errors import AddressRefusedError, ConsultError, UnreachableError

Resolve = Callable[[str, int], tuple[str, ...]]
"""Host and port -> every numeric address of it. Raises UnreachableError."""

_PORTS = {"http": 80, "https": 443}
_ALLOW = "`assistant consult use https://{name} --allow-remote` allows it, if that is what you want"


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """The address of a server as the user wrote it, taken apart."""

    scheme: str
    host: str
    """In lower case, without brackets."""
    port: int
    path: str = ""
    """What stands before `/v1`, without a slash at the end."""

    @classmethod
    def read(cls, text: str) -> "ServerAddress":
        """Take `http://127.0.0.1:8080`, `/v1` or not; without a scheme it is http. Raises ConsultError."""
        text = text.strip()
        if not text:
            raise ConsultError("no server is named: `assistant consult servers` shows those on this computer")
        try:
            parts = urlsplit(text if "://" in text else f"http://{text}")
            port, host = parts.port, parts.hostname or ""
            host = host if host.isascii() else host.encode("idna").decode("ascii")
        except (ValueError, UnicodeError):
            host, port, parts = "", None, urlsplit("")
        if parts.scheme not in _PORTS or not host or not host.isprintable() or " " in host:
            raise ConsultError(
                f"{_shown(text)} is no address of a server: write it as http://127.0.0.1:11434"
            )
        if parts.username or parts.password or parts.query or parts.fragment:
            raise ConsultError(
                f"the address of {host} holds more than an address; a key goes to `assistant consult key set`"
            )
        path = parts.path.rstrip("/").removesuffix("/v1")
        return cls(parts.scheme, host, port or _PORTS[parts.scheme], path)

    @property
    def origin(self) -> str:
        """Scheme, host and port, as a key is kept for."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"

    @property
    def name(self) -> str:
        """Host and port, for the Host header."""
        default = _PORTS[self.scheme] == self.port
        return self.origin.partition("://")[2].removesuffix(f":{self.port}" if default else "")

    def __str__(self) -> str:
        """Return it as a person would write it."""
        return f"{self.scheme}://{self.name}{self.path}"


@dataclass(frozen=True, slots=True)
class CheckedAddress:
    """A server that text may go to, and the numeric addresses that were looked at."""

    server: ServerAddress
    numbers: tuple[str, ...]
    is_local: bool
    """Every one of them is this computer."""


def check(server: ServerAddress, resolve: Resolve, *, is_remote_allowed: bool) -> CheckedAddress:
    """Return where to connect. Raises AddressRefusedError, UnreachableError."""
    numbers = resolve(server.host, server.port)
    if not numbers:
        raise UnreachableError(f"{server.host} can't be found: is its name right?")
    plain = [_plain(number) for number in numbers]
    local = [number.is_loopback for number in plain]
    if all(local):
        return CheckedAddress(server, numbers, is_local=True)
    if any(local):
        raise AddressRefusedError(
            f"{server.host} is this computer and another one at once; nothing was sent. Name one of them"
        )
    if any(number.is_unspecified for number in plain):
        raise AddressRefusedError(f"{server.host} is no address to connect to: write 127.0.0.1 instead")
    if any(number.is_link_local or number.is_multicast for number in plain):
        raise AddressRefusedError(f"{server.host} is no address of a language model; nothing was sent")
    if not is_remote_allowed:
        how = _ALLOW.format(name=f"{server.name}{server.path}")
        raise AddressRefusedError(
            f"{server.host} is not this computer, and no text may leave it; nothing was sent. {how}"
        )
    if server.scheme != "https":
        raise AddressRefusedError(
            f"{server} is another computer, and without encryption everybody on the way could read along; "
            "nothing was sent. Write https://"
        )
    return CheckedAddress(server, numbers, is_local=False)


def _plain(number: str) -> IPv4Address | IPv6Address:
    """Return the address itself, where IPv6 only wraps one of IPv4."""
    try:
        found = ip_address(number)
    except ValueError:
        raise UnreachableError(f"{_shown(number)} is no numeric address") from None
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return mapped or found


def _shown(text: str) -> str:
    """Return what somebody wrote, on one line, without what may be a key before an @."""
    tidy = "".join(one if one.isprintable() else " " for one in text)
    return tidy.rpartition("@")[2][:80]
