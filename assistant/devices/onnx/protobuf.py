"""Protocol buffers as far as an ONNX file needs them, read in place: what nobody asks for is stepped over."""

import mmap
from collections.abc import Iterator

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
"""Wire types of protobuf."""

Span = tuple[int, int]
"""Half-open range of bytes."""


def fields(data: mmap.mmap, span: Span) -> Iterator[tuple[int, Span]]:
    """Yield number and content of each field that has a length; step over the others. Raises ValueError."""
    for number, value in everything(data, span):
        if isinstance(value, tuple):
            yield number, value


def numbers(data: mmap.mmap, span: Span, number: int) -> Iterator[int]:
    """Yield every integer of the field `number`, packed or not. Raises ValueError, IndexError."""
    for found, value in everything(data, span):
        if found != number:
            continue
        if isinstance(value, int):
            yield value
            continue
        position, end = value
        while position < end:
            integer, position = varint(data, position)
            yield integer


def everything(data: mmap.mmap, span: Span) -> Iterator[tuple[int, Span | int]]:
    """Yield each field's number with its content, or its integer. Raises ValueError, IndexError."""
    position, end = span
    while position < end:
        key, position = varint(data, position)
        wire = key & 7
        if wire == _BYTES:
            length, position = varint(data, position)
            if position + length > end:
                raise ValueError("a field runs past its end")
            yield key >> 3, (position, position + length)
            position += length
        elif wire == _VARINT:
            value, position = varint(data, position)
            yield key >> 3, value
        elif wire in {_FIXED64, _FIXED32}:
            position += 8 if wire == _FIXED64 else 4
        else:
            raise ValueError("no protobuf")


def varint(data: mmap.mmap, position: int) -> tuple[int, int]:
    """Return the integer at `position`, and where it ends. Raises ValueError, IndexError."""
    value = shift = 0
    while True:
        byte = data[position]
        position += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:  # noqa: PLR2004 - the top bit says that another byte follows
            return value, position
        shift += 7
        if shift > 63:  # noqa: PLR2004 - a protobuf number has 64 bits
            raise ValueError("no protobuf")


def text(data: mmap.mmap, span: Span, number: int) -> str:
    """Return the first text of the field `number`, or an empty one. Raises ValueError."""
    for found, (start, stop) in fields(data, span):
        if found == number:
            return data[start:stop].decode()
    return ""


def inside(data: mmap.mmap, span: Span, *path: int) -> list[Span]:
    """Return every message that lies at the end of a path of field numbers. Raises ValueError."""
    spans = [span]
    for number in path:
        spans = [found for parent in spans for at, found in fields(data, parent) if at == number]
    return spans
