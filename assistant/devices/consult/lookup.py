"""From the name of a host to its addresses."""

import socket

from assistant.errors import UnreachableError


def look_up(host: str, port: int) -> tuple[str, ...]:
    """Return every numeric address of `host`, as the system knows it. Raises UnreachableError."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        raise UnreachableError(f"{host} can't be found: is its name right, and is there a network?") from None
    return tuple(dict.fromkeys(str(each[4][0]) for each in found))
