"""Server-sent events, cut anywhere."""

import tracemalloc
from collections.abc import Iterator
from itertools import pairwise, repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.devices.consult.wire.events import EventReader
from assistant.errors import ReplyTooLargeError


def _read(*blocks: bytes) -> list[str]:
    reader = EventReader()
    return [data for block in blocks for data in reader.feed(block)] + list(reader.flush())


@pytest.mark.parametrize(
    ("stream", "data"),
    [
        (b"data: a\n\ndata: b\n\n", ["a", "b"]),
        (b"data: a\r\n\r\ndata: b\r\n\r\n", ["a", "b"]),
        (b"data: a\r\rdata: b\r\r", ["a", "b"]),
        (b"data:a\n\n", ["a"]),
        (b"data: one\ndata: two\n\n", ["one\ntwo"]),
        (b": a comment\n\nevent: x\nid: 7\nretry: 10\ndata: a\n\n", ["a"]),
        (b"\xef\xbb\xbfdata: a\n\n", ["a"]),
        (b"data: a", ["a"]),
        (b"data: \xff\n\n", ["\N{REPLACEMENT CHARACTER}"]),
        (b"nonsense\n\n", []),
        (b"data\n\n", [""]),
        (b"", []),
    ],
)
def test_events_are_read(stream: bytes, data: list[str]) -> None:
    assert _read(stream) == data


STREAM = 'data: 你好\r\n\r\n: still here\n\ndata: {"a": 1}\ndata: 2\n\r\ndata: x\r\r'.encode()


@given(st.lists(st.integers(0, len(STREAM)), max_size=20))
def test_where_the_stream_is_cut_changes_nothing(cuts: list[int]) -> None:
    places = [0, *sorted(cuts), len(STREAM)]
    blocks = [STREAM[start:stop] for start, stop in pairwise(places)]
    assert _read(*blocks) == _read(STREAM) == ["你好", '{"a": 1}\n2', "x"]


def _feed(reader: EventReader, blocks: Iterator[bytes]) -> None:
    for block in blocks:
        list(reader.feed(block))


@pytest.mark.parametrize("size", [1, 4096, 1 << 20])
def test_a_line_without_end_is_refused_and_not_held(size: int) -> None:
    block = b"x" * size
    rest = repeat(block, (50 << 20) // size)
    tracemalloc.start()
    with pytest.raises(ReplyTooLargeError):
        _feed(EventReader(), rest)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * size + (1 << 20)


def test_a_reply_without_end_is_refused() -> None:
    with pytest.raises(ReplyTooLargeError, match="1 MB"):
        _feed(EventReader(largest=1 << 20), repeat(b"data: x\n\n"))
