"""A key for a server in a real Secret Service: gnome-keyring's, on a message bus of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection

from tests.support import message_bus as buses
from tests.support.message_bus import MessageBus
from tests.support.waiting import wait_until

NAME = "org.freedesktop.secrets"
ORIGIN = "https://api.example.com:443"
KEY, ANOTHER = "sk-marimba", "sk-xylophone"
READ = f"from assistant.devices.consult.keys import KeyShelf; print(KeyShelf().get({ORIGIN!r}))"


class Ring:
    """`assistant consult key`, beside a keyring that is open."""

    def __init__(self, bus: MessageBus, home: Path) -> None:
        self._bus = bus
        self.home = home
        self.environment = {
            **{
                name: value
                for name, value in os.environ.items()
                if name not in {"DISPLAY", "WAYLAND_DISPLAY"}
            },
            **bus.environment,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "ASSISTANT_HOME": str(home / "assistant"),
        }
        self.environment.pop("WAYLAND_DISPLAY", None)
        self.environment.pop("PYTHON_KEYRING_BACKEND", None)

    def key(self, *arguments: str, typed: str = "") -> tuple[int, str]:
        """Run `assistant consult key`; return exit code and what it printed."""
        return self._run("-m", "assistant", "consult", "key", *arguments, typed=typed)

    def read(self) -> str:
        """Return the last line of what comes of reading the key, as the assistant itself does."""
        return self._run("-c", READ)[1].splitlines()[-1]

    def lock(self) -> None:
        """Lock it, as the end of a session does."""
        face = DBusAddress("/org/freedesktop/secrets", NAME, "org.freedesktop.Secret.Service")
        every = ["/org/freedesktop/secrets/collection/login"]
        connection = open_dbus_connection(self._bus.address)
        connection.send_and_get_reply(new_method_call(face, "Lock", "ao", (every,)))
        connection.close()

    def is_written(self, words: str) -> bool:
        """Tell whether any file holds these words as they are."""
        files = (file for file in self.home.rglob("*") if file.is_file())
        return any(words.encode() in file.read_bytes() for file in files)

    def has_owner(self) -> bool:
        connection = open_dbus_connection(self._bus.address)
        answer = connection.send_and_get_reply(new_method_call(message_bus, "NameHasOwner", "s", (NAME,)))
        connection.close()
        return bool(answer.body[0])

    def _run(self, *command: str, typed: str = "") -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, *command],
            env=self.environment,
            input=typed,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[Ring]:
    if reason := buses.missing_programs():
        pytest.skip(reason)
    if shutil.which("gnome-keyring-daemon") is None:
        pytest.skip("needs gnome-keyring-daemon: apt install gnome-keyring")
    with MessageBus() as bus:
        ring = Ring(bus, tmp_path)
        command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
        quiet = subprocess.DEVNULL
        with subprocess.Popen(
            command, env=ring.environment, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet
        ) as daemon:
            assert daemon.stdin is not None
            daemon.stdin.write(b"a password")
            daemon.stdin.close()
            try:
                wait_until(ring.has_owner, "the keyring")
                yield ring
            finally:
                daemon.kill()


def test_a_key_is_kept_read_and_forgotten(ring: Ring) -> None:
    assert ring.key("set", ORIGIN, typed=f"{KEY}\n") == (0, f"The key for {ORIGIN} is kept.\n")
    assert ring.key("list") == (0, f"{ORIGIN}   in the keyring\n")
    assert ring.read() == KEY
    assert not ring.is_written(KEY)
    assert ring.key("forget", ORIGIN) == (0, f"The key for {ORIGIN} is forgotten.\n")
    assert ring.read() == ""


def test_a_keyring_that_is_locked_says_so_and_loses_nothing(ring: Ring) -> None:
    ring.key("set", ORIGIN, typed=f"{KEY}\n")
    ring.lock()
    assert ring.read().endswith("the keyring does not open: unlock it and try again")
    code, told = ring.key("forget", ORIGIN)
    assert (code, "the keyring does not open: unlock it" in told) == (1, True)
    code, told = ring.key("set", ORIGIN, typed=f"{ANOTHER}\n")
    assert (code, "the keyring does not open (unlock it" in told) == (0, True)
    assert ring.read() == ANOTHER
