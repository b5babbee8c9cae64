"""Messages of the Wayland protocol as bytes: https://wayland.freedesktop.org/docs/html/ch04.html.

A message is the number of an object, then its own size and opcode in one word, then arguments in whole
words of the machine's byte order. File descriptors travel beside the bytes. Signatures here are one letter
an argument: i int, u unsigned, s string, o object, n new object, a array, h file descriptor.
"""

import struct
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

Argument = int | str | bytes

HEAD = struct.Struct("=IHH")
WORD = struct.Struct("=I")
SIGNED = struct.Struct("=i")


def encode(
    target: int, opcode: int, signature: str, arguments: Sequence[Argument]
) -> tuple[bytes, list[int]]:
    """Return the bytes of a request, and the file descriptors that go with it."""
    body, files = bytearray(), []
    for kind, value in zip(signature, arguments, strict=True):
        if isinstance(value, str):
            _put_bytes(body, value.encode() + b"\0")
        elif isinstance(value, bytes):
            _put_bytes(body, value)
        elif kind == "h":
            files.append(value)
        else:
            body += (SIGNED if kind == "i" else WORD).pack(value)
    return HEAD.pack(target, opcode, HEAD.size + len(body)) + bytes(body), files


def _put_bytes(body: bytearray, value: bytes) -> None:
    body += WORD.pack(len(value)) + value + b"\0" * (-len(value) % WORD.size)


@dataclass(slots=True)
class Inbox:
    """Bytes and file descriptors that have come, until they are whole messages."""

    files: "deque[int]" = field(default_factory=deque)
    _bytes: bytearray = field(default_factory=bytearray)

    def add(self, data: bytes) -> None:
        """Take what was read from the socket."""
        self._bytes += data

    def messages(self) -> Iterator[tuple[int, int, bytes]]:
        """Yield object, opcode and arguments of each whole message."""
        while len(self._bytes) >= HEAD.size:
            target, opcode, size = HEAD.unpack_from(self._bytes)
            if size < HEAD.size or len(self._bytes) < size:
                return
            body = bytes(self._bytes[HEAD.size : size])
            del self._bytes[:size]
            yield target, opcode, body

    def arguments(self, signature: str, body: bytes) -> list[Argument]:
        """Return the arguments in `body`; a string that is null is empty. Raises ValueError."""
        found: list[Argument] = []
        at = 0
        try:
            for kind in signature:
                if kind == "h":
                    found.append(self.files.popleft())
                    continue
                (number,) = (SIGNED if kind == "i" else WORD).unpack_from(body, at)
                at += WORD.size
                if kind in "sa":
                    raw = body[at : at + number]
                    at += number + -number % WORD.size
                    found.append(raw if kind == "a" else raw[:-1].decode("utf-8", "replace"))
                else:
                    found.append(number)
        except (struct.error, IndexError) as error:
            raise ValueError("a message of the compositor is too short") from error
        return found
