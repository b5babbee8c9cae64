"""A private D-Bus, and services on it that answer as a test tells them.

    with MessageBus() as bus:
        bus.apply(monkeypatch)                       # session and system bus of this process
        with ScriptedService(bus, "org.example") as service:
            service.answers["Greet"] = lambda name: ("s", (f"hello {name}",))
            service.emit("/path", "org.example.Face", "Smiled", ("b", (True,)))

Needs the Debian package `dbus`.
"""

import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Mapping
from select import select
from types import TracebackType
from typing import Any, Self

import pytest
from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection

Content = tuple[str, tuple[Any, ...]]
"""Signature and body."""
Answer = Callable[..., Content]
"""The arguments of a call -> signature and body of the answer."""


def missing_programs() -> str | None:
    """Return a reason to skip where a message bus cannot be had here."""
    return None if shutil.which("dbus-daemon") else "needs dbus-daemon: apt install dbus"


class MessageBus:
    """A dbus-daemon of its own; any client may own any name."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self.address = ""

    @property
    def environment(self) -> Mapping[str, str]:
        """Variables that make a process use this bus as the session's and the system's."""
        return {"DBUS_SESSION_BUS_ADDRESS": self.address, "DBUS_SYSTEM_BUS_ADDRESS": self.address}

    def apply(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Make this very process use the bus until the test ends."""
        for name, value in self.environment.items():
            monkeypatch.setenv(name, value)

    def __enter__(self) -> Self:
        command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
        self._process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ}
        )
        assert self._process.stdout is not None
        self.address = self._process.stdout.readline().strip()
        if not self.address:
            raise RuntimeError("dbus-daemon did not come up")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def kill(self) -> None:
        """Let the bus die. May be called twice."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            if self._process.stdout is not None:
                self._process.stdout.close()
            self._process = None


class ScriptedService:
    """Owns a name and answers method calls from a thread of its own."""

    def __init__(self, bus: MessageBus, *names: str) -> None:
        """Own `names` on `bus`, inside a `with`."""
        self.answers: dict[str, Answer] = {}
        """Method -> what answers it; methods that are not here get an error."""
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        """Methods that were called, with their arguments."""
        self.sender = ""
        """Who made the last call."""
        self._bus, self._names = bus, names
        self._lock = threading.RLock()
        self._is_closing = False
        self._thread = threading.Thread(target=self._run, daemon=True)

    def called(self, method: str) -> list[tuple[Any, ...]]:
        """Return the arguments of every call of a method."""
        return [arguments for name, arguments in list(self.calls) if name == method]

    def emit(self, path: str, interface: str, member: str, content: Content = ("", ())) -> None:
        """Send a signal, with its signature and body, to all who watch for it."""
        emitter = DBusAddress(path, interface=interface)
        signature, body = content
        with self._lock:
            self._connection.send(new_signal(emitter, member, signature or None, body))

    def __enter__(self) -> Self:
        self._connection: Any = open_dbus_connection(self._bus.address, enable_fds=True)
        for name in self._names:
            self._connection.send_and_get_reply(new_method_call(message_bus, "RequestName", "su", (name, 4)))
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._is_closing = True
        self._thread.join(5)
        self._connection.close()

    def _run(self) -> None:
        try:
            while not self._is_closing:
                with self._lock:
                    self._answer_all()
                select([self._connection.sock], [], [], 0.02)
        except (OSError, RuntimeError):
            return  # a test may let the bus die

    def _answer_all(self) -> None:
        while True:
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return
            if message.header.message_type is not MessageType.method_call:
                continue
            method = message.header.fields[HeaderFields.member]
            self.sender = message.header.fields.get(HeaderFields.sender, "")
            self.calls.append((method, tuple(message.body)))
            answer = self.answers.get(method)
            if answer is None:
                reply = new_error(message, "org.freedesktop.DBus.Error.UnknownMethod", "s", (method,))
            else:
                signature, body = answer(*message.body)
                reply = new_method_return(message, signature or None, body)
            self._connection.send(reply)
