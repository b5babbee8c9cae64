"""Keys for servers: in the system's keyring, or else in a file that only you can read.

One small file says for which servers there is a key, so that a server without one never wakes the keyring.
"""

import json
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.devices.places import APP, places, private_folder
from assistant.errors import KeyStoreError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_LONGEST = 4096
NO_KEYRING = "there is no keyring on this system"
LOCKED = "the keyring does not open: unlock it and try again"
WARNING = (
    "{why}, so the key is in {file}, which only you can read. "
    "Whoever can start programs as you can read it too, and so can a backup"
)


@dataclass(frozen=True, slots=True)
class KeptKey:
    """Where the key for a server is."""

    origin: str
    """`https://api.example.com:443`"""
    is_in_keyring: bool
    """True where the keyring has one, be it an older one."""
    value: str = field(default="", repr=False)
    """Empty where the one in the keyring counts."""

    @property
    def counts_in_keyring(self) -> bool:
        """True where the keyring's is the one that is used."""
        return not self.value


class KeyShelf:
    """Keeps one key for each server."""

    def __init__(self, file: Path | None = None) -> None:
        """Take the list at `file`; None is the user's own. It does not have to exist."""
        self.file = file or places().config / "consult_keys.json"

    def all(self) -> tuple[KeptKey, ...]:
        """Return for which servers there is a key. Raises KeyStoreError where that can't be read."""
        try:
            listed = json.loads(self.file.read_text(encoding="utf-8"))
            return tuple(
                KeptKey(str(origin), bool(one["in_keyring"]), str(one.get("key", "")))
                for origin, one in listed.items()
            )
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            raise KeyStoreError(f"{self.file} can't be read; delete it and set the keys again") from None

    def get(self, origin: str) -> str:
        """Return the key for a server; empty where there is none. Raises KeyStoreError."""
        for kept in self.all():
            if kept.origin == origin:
                return kept.value or _from_keyring(origin)
        return ""

    def set(self, origin: str, key: str) -> str:
        """Keep `key`, and return a sentence of warning, or nothing. Raises KeyStoreError."""
        key = key.strip()
        if not key or not key.isascii() or not key.isprintable() or len(key) > _LONGEST:
            raise KeyStoreError("that is no key: one line of letters, digits and signs is one")
        was_in_keyring = any(one.is_in_keyring for one in self.all() if one.origin == origin)
        why = _into_keyring(origin, key)
        self._write(origin, KeptKey(origin, was_in_keyring or not why, key if why else ""))
        return WARNING.format(why=why, file=self.file) if why else ""

    def forget(self, origin: str) -> None:
        """Drop the key for a server. Raises KeyStoreError where there is none, or the keyring keeps it."""
        kept = next((one for one in self.all() if one.origin == origin), None)
        if kept is None:
            raise KeyStoreError(f"there is no key for {origin}")
        if kept.is_in_keyring:
            _out_of_keyring(origin)
        self._write(origin, None)

    def _write(self, origin: str, kept: KeptKey | None) -> None:
        every = {one.origin: one for one in self.all()}
        every.pop(origin, None)
        if kept is not None:
            every[origin] = kept
        table = {
            one.origin: {"in_keyring": one.is_in_keyring} | ({"key": one.value} if one.value else {})
            for one in every.values()
        }
        try:
            private_folder(self.file.parent)
            file, fresh = tempfile.mkstemp(dir=self.file.parent, prefix=self.file.name)  # mode 0600
            with os.fdopen(file, "w", encoding="utf-8") as stream:
                json.dump(table, stream, indent=1)
            Path(fresh).replace(self.file)
        except OSError as error:
            raise KeyStoreError(f"{self.file} can't be written ({error.strerror})") from None


def _keyring() -> "KeyringBackend | None":
    """Return the system's keyring; None where there is none, or where nobody can unlock it."""
    try:
        import keyring
        from keyring.backends import fail
    except ImportError:
        return None
    backend = keyring.get_keyring()
    return None if isinstance(backend, fail.Keyring) or backend.priority <= 0 else backend


def _into_keyring(origin: str, key: str) -> str:
    """Keep a key there; return why that can't be, or nothing."""
    backend = _keyring()
    if backend is None:
        return NO_KEYRING
    from keyring.errors import KeyringError, KeyringLocked

    try:
        backend.set_password(APP, origin, key)
        is_kept = backend.get_password(APP, origin) == key  # some take everything and keep nothing
    except KeyringLocked:
        return "the keyring does not open (unlock it and set the key again)"
    except KeyringError:
        return "the keyring does not take the key"
    return "" if is_kept else "the keyring does not keep the key"


def _from_keyring(origin: str) -> str:
    backend = _keyring()
    if backend is None:
        raise KeyStoreError(
            f"the keyring with the key for {origin} is gone: assistant consult key set {origin}"
        )
    from keyring.errors import KeyringError

    try:
        found = backend.get_password(APP, origin)
    except KeyringError:
        raise KeyStoreError(LOCKED) from None
    if not found:
        raise KeyStoreError(f"the keyring has no key for {origin}: assistant consult key set {origin}")
    return found


def _out_of_keyring(origin: str) -> None:
    backend = _keyring()
    if backend is None:
        return
    from keyring.errors import KeyringError, PasswordDeleteError

    try:
        backend.delete_password(APP, origin)
    except PasswordDeleteError:
        return  # it is not there any more, which is what was wanted
    except KeyringError:
        raise KeyStoreError(LOCKED) from None
