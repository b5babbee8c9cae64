"""Our offer answers by the rules of the ICCCM, and says no more than it should."""

from collections.abc import Iterator

import pytest

from assistant.devices.desktop.x11.selection.clipboard import Clipboard
from tests.support.x_client import Reader
from tests.support.x_server import XServer


@pytest.fixture
def clipboard(server: XServer) -> Iterator[Clipboard]:
    clipboard = Clipboard(server.name)
    yield clipboard
    clipboard.close()


def names(reader: Reader) -> set[str]:
    found = reader.read("TARGETS")
    with reader.lock:
        return {reader.display.get_atom_name(atom) for atom in found.value}


def test_plain_text_is_offered_in_every_format(clipboard: Clipboard, reader: Reader) -> None:
    clipboard.offer("café", frozenset())
    assert {"UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "STRING", "TEXT"} <= names(reader)
    assert {"TARGETS", "TIMESTAMP", "MULTIPLE"} <= names(reader)
    assert reader.read("UTF8_STRING").value == "café".encode()
    assert reader.read("STRING").value == "café".encode("latin-1")
    assert reader.read("text/plain").value == "café".encode()


def test_chinese_is_not_offered_as_latin_1(clipboard: Clipboard, reader: Reader) -> None:
    clipboard.offer("你好", frozenset())
    assert "STRING" not in names(reader)
    assert reader.read("STRING") is None
    assert reader.read("text/plain;charset=utf-8").value.decode() == "你好"


def test_primary_holds_the_same(clipboard: Clipboard, reader: Reader) -> None:
    clipboard.offer("both", frozenset())
    assert reader.read("UTF8_STRING", "PRIMARY").value == b"both"


def test_histories_are_asked_to_look_away(clipboard: Clipboard, reader: Reader) -> None:
    clipboard.offer("hidden", frozenset())
    assert reader.read("x-kde-passwordManagerHint").value == b"secret"


def test_the_time_of_the_taking_can_be_asked(clipboard: Clipboard, reader: Reader) -> None:
    clipboard.offer("when", frozenset())
    stamp = reader.read("TIMESTAMP")
    assert stamp.format == 32
    assert stamp.value[0] > 0


def test_several_formats_in_one_request(clipboard: Clipboard, reader: Reader) -> None:
    clipboard.offer("many 多", frozenset())
    found = reader.read_many({"UTF8_STRING": "A", "STRING": "B", "text/plain": "C", "image/png": "D"})
    assert found == {
        "UTF8_STRING": "many 多".encode(),
        "STRING": None,
        "text/plain": "many 多".encode(),
        "image/png": None,
    }


def test_an_unknown_format_is_refused(clipboard: Clipboard, reader: Reader) -> None:
    clipboard.offer("text only", frozenset())
    assert reader.read("image/png") is None


def test_an_offer_that_is_withdrawn_is_gone(clipboard: Clipboard, server: XServer) -> None:
    with Reader(server.name) as reader:
        offer = clipboard.offer("never mind", frozenset())
        clipboard.withdraw(offer)
        assert reader.read("UTF8_STRING") is None
