"""Messages as bytes: what is encoded is read back, whole or in pieces, and nothing else is."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.devices.desktop.wayland.wire import Inbox, encode

KINDS = {
    "i": st.integers(-(2**31), 2**31 - 1),
    "u": st.integers(0, 2**32 - 1),
    "s": st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
    "a": st.binary(max_size=50),
}
ARGUMENTS = st.lists(st.sampled_from("iusa").flatmap(lambda kind: st.tuples(st.just(kind), KINDS[kind])))


@given(st.lists(ARGUMENTS, max_size=4), st.integers(1, 7))
def test_messages_survive_the_way_in_pieces_of_any_size(messages: list[list], size: int) -> None:
    data = b""
    for number, arguments in enumerate(messages):
        kinds = "".join(kind for kind, _ in arguments)
        data += encode(number + 1, number, kinds, [value for _, value in arguments])[0]
    inbox, found = Inbox(), []
    for start in range(0, len(data), size):
        inbox.add(data[start : start + size])
        found += list(inbox.messages())
    assert [(target, opcode) for target, opcode, _ in found] == [(n + 1, n) for n in range(len(messages))]
    for arguments, (_, _, body) in zip(messages, found, strict=True):
        kinds = "".join(kind for kind, _ in arguments)
        assert inbox.arguments(kinds, body) == [value for _, value in arguments]


def test_file_descriptors_travel_beside_the_bytes() -> None:
    data, files = encode(5, 0, "sh", ["text/plain", 42])
    assert files == [42]
    inbox = Inbox()
    inbox.add(data)
    inbox.files.append(7)
    ((_, _, body),) = inbox.messages()
    assert inbox.arguments("sh", body) == ["text/plain", 7]


@pytest.mark.parametrize("kinds", ["u", "s", "h", "uu"])
def test_a_message_that_is_too_short_is_told(kinds: str) -> None:
    with pytest.raises(ValueError, match="too short"):
        Inbox().arguments(kinds, b"\0" if kinds == "u" else b"")


def test_nothing_is_a_file_that_was_not_sent() -> None:
    assert encode(1, 0, "u", [os.getpid()])[1] == []
