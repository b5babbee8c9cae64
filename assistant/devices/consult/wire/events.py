"""Server-sent events: from blocks of bytes, cut anywhere, to the data of each event."""

from collections.abc import Iterator

from assistant.errors import ReplyTooLargeError

LONGEST_LINE = 256 << 10
"""Bytes of one line. A piece of a reply takes some hundred."""
LARGEST_REPLY = 16 << 20
"""Bytes of a whole reply, with everything around its words."""


class EventReader:
    """Reads one stream. What is larger than any reply is refused before it is held in memory."""

    def __init__(self, longest_line: int = LONGEST_LINE, largest: int = LARGEST_REPLY) -> None:
        self._longest, self._largest = longest_line, largest
        self._line = bytearray()
        self._data: list[str] = []
        self._came = 0
        self._is_after_return = False

    def feed(self, block: bytes) -> Iterator[str]:
        """Take the next block and yield the data of each event that ends in it. Raises ReplyTooLargeError."""
        self._came += len(block)
        if self._came > self._largest:
            raise ReplyTooLargeError(
                f"the reply is larger than {self._largest >> 20} MB; the rest was not read"
            )
        if self._is_after_return and block.startswith(b"\n"):
            block = block[1:]
        self._is_after_return = block.endswith(b"\r")
        *whole, rest = block.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        for end in whole:
            self._grow(end)
            line, self._line = bytes(self._line), bytearray()
            yield from self._end_of(line)
        self._grow(rest)

    def flush(self) -> Iterator[str]:
        """Yield what a stream holds that ended without its last empty line."""
        line, self._line = bytes(self._line), bytearray()
        yield from self._end_of(line)
        yield from self._end_of(b"")

    def _grow(self, piece: bytes) -> None:
        if len(self._line) + len(piece) > self._longest:
            raise ReplyTooLargeError(
                f"one line of the reply is longer than {self._longest >> 10} kB; the rest was not read"
            )
        self._line += piece

    def _end_of(self, line: bytes) -> Iterator[str]:
        if not line:
            if self._data:
                data, self._data = "\n".join(self._data), []
                yield data
            return
        field, _, value = line.removeprefix(b"\xef\xbb\xbf").partition(b":")
        if field == b"data":  # others (event, id, retry, comments that keep a line open) mean nothing here
            self._data.append(value.removeprefix(b" ").decode("utf-8", "replace"))
