"""Keys for servers, in the keyring or in a file."""

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import KeyringLocked, PasswordDeleteError

from assistant.devices.consult.keys import KeptKey, KeyShelf
from assistant.errors import KeyStoreError

ORIGIN, KEY = "https://api.example.com:443", "sk-xylophone"


class MemoryKeyring(KeyringBackend):
    """A keyring that is there, and can be locked."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring is typed in part only
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def _look(self) -> dict[tuple[str, str], str]:
        if self.is_locked:
            raise KeyringLocked("locked")
        return self.kept

    def get_password(self, service: str, username: str) -> str | None:
        return self._look().get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._look()[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self._look().pop((service, username), None) is None:
            raise PasswordDeleteError("not there")


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    before = keyring.get_keyring()
    ring = MemoryKeyring()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


@pytest.fixture
def no_ring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]  # keyring is typed in part only
    yield
    keyring.set_keyring(before)


@pytest.fixture
def shelf(tmp_path: Path) -> KeyShelf:
    return KeyShelf(tmp_path / "config" / "keys.json")


def test_a_key_is_in_the_keyring_and_nowhere_else(shelf: KeyShelf, ring: MemoryKeyring) -> None:
    assert shelf.set(ORIGIN, f"  {KEY}\n") == ""
    assert shelf.get(ORIGIN) == KEY
    assert list(ring.kept.values()) == [KEY]
    assert KEY not in shelf.file.read_text()
    shelf.forget(ORIGIN)
    assert (shelf.get(ORIGIN), ring.kept) == ("", {})


def test_without_a_keyring_it_is_in_a_file_for_you_alone(shelf: KeyShelf, no_ring: None) -> None:
    warning = shelf.set(ORIGIN, KEY)
    assert "no keyring" in warning
    assert str(shelf.file) in warning
    assert stat.S_IMODE(shelf.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(shelf.file.parent.stat().st_mode) == 0o700
    assert shelf.get(ORIGIN) == KEY
    shelf.forget(ORIGIN)
    assert KEY not in shelf.file.read_text()


def test_a_server_without_a_key_wakes_no_keyring(shelf: KeyShelf, ring: MemoryKeyring) -> None:
    ring.is_locked = True
    assert shelf.get("http://127.0.0.1:8080") == ""


def test_a_key_moves_into_the_keyring_once_there_is_one(shelf: KeyShelf, no_ring: None) -> None:
    shelf.set(ORIGIN, KEY)
    keyring.set_keyring(MemoryKeyring())
    assert shelf.set(ORIGIN, KEY) == ""
    assert KEY not in shelf.file.read_text()


def test_a_keyring_that_is_locked_or_gone_is_told(shelf: KeyShelf, ring: MemoryKeyring) -> None:
    shelf.set(ORIGIN, KEY)
    ring.is_locked = True
    with pytest.raises(KeyStoreError, match="unlock"):
        shelf.get(ORIGIN)
    ring.is_locked = False
    ring.kept.clear()
    with pytest.raises(KeyStoreError, match="key set"):
        shelf.get(ORIGIN)
    shelf.forget(ORIGIN)
    assert shelf.all() == ()


def test_a_locked_keyring_is_no_reason_to_lose_a_key(shelf: KeyShelf, ring: MemoryKeyring) -> None:
    ring.is_locked = True
    assert "does not open" in shelf.set(ORIGIN, KEY)
    assert shelf.get(ORIGIN) == KEY


def test_what_is_forgotten_is_nowhere(shelf: KeyShelf, ring: MemoryKeyring) -> None:
    shelf.set(ORIGIN, KEY)
    ring.is_locked = True
    with pytest.raises(KeyStoreError, match="unlock"):
        shelf.forget(ORIGIN)
    assert shelf.all() != ()
    shelf.set(ORIGIN, "another")
    assert shelf.get(ORIGIN) == "another"  # the one in the keyring is older
    ring.is_locked = False
    shelf.forget(ORIGIN)
    assert (shelf.all(), ring.kept) == ((), {})


@pytest.mark.parametrize("key", ["", "  ", "two\nlines", "schlüssel", "x" * 5000, "a\x00b"])
def test_what_is_no_key_is_refused(shelf: KeyShelf, no_ring: None, key: str) -> None:
    with pytest.raises(KeyStoreError) as refused:
        shelf.set(ORIGIN, key)
    assert not key.strip() or key not in str(refused.value)


def test_a_key_that_was_never_set_cannot_be_forgotten(shelf: KeyShelf) -> None:
    with pytest.raises(KeyStoreError, match="no key"):
        shelf.forget(ORIGIN)


@pytest.mark.parametrize("text", ["", "[]", "{", json.dumps({ORIGIN: 1}), json.dumps({ORIGIN: {}})])
def test_a_damaged_list_is_told(shelf: KeyShelf, text: str) -> None:
    shelf.file.parent.mkdir()
    shelf.file.write_text(text)
    with pytest.raises(KeyStoreError, match="delete it"):
        shelf.all()


def test_no_repr_shows_a_key(shelf: KeyShelf, no_ring: None) -> None:
    shelf.set(ORIGIN, KEY)
    assert KEY not in repr(shelf.all())
    assert KEY not in repr(KeptKey(ORIGIN, is_in_keyring=False, value=KEY))
