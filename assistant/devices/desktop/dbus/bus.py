"""One connection to a message bus, for one thread. jeepney writes and reads the messages."""

import os
import socket
from collections import deque
from collections.abc import Iterator
from select import select
from time import monotonic
from typing import Any, Self

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.bus import get_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from assistant.errors import BusError

ANSWER = 2.0
"""Seconds that a service may take for one answer."""

Variant = tuple[str, Any]
"""Signature and value, as jeepney has variants."""


class Bus:
    """Calls methods and waits for signals."""

    def __init__(
        self,
        *,
        is_system: bool = False,
        with_files: bool = False,
        address: str = "",
        patience: float = ANSWER,
    ) -> None:
        """Connect to the session's bus, the system's, or the one at `address`. Raises BusError."""
        self._patience = patience
        self._signals: deque[Message] = deque()
        if not address and not is_system and not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            raise BusError("This session has no message bus (DBUS_SESSION_BUS_ADDRESS is not set).")
        kind = address or ("SYSTEM" if is_system else "SESSION")
        try:
            # A failed attempt of the library leaves its socket open, so one of our own goes first.
            with socket.socket(socket.AF_UNIX) as attempt:
                attempt.connect(get_bus(kind))
            self._connection: DBusConnection = open_dbus_connection(kind, enable_fds=with_files)
        except (OSError, KeyError, ValueError, RuntimeError) as error:
            raise BusError(f"The message bus does not answer ({type(error).__name__}).") from error

    @property
    def name(self) -> str:
        """Our own name on the bus: `:1.42`."""
        return str(self._connection.unique_name)

    def fileno(self) -> int:
        """Return what `select` can wait for."""
        return int(self._connection.sock.fileno())

    def call(self, address: DBusAddress, method: str, signature: str = "", *body: object) -> tuple[Any, ...]:
        """Call a method and return its answer. Raises BusError."""
        message = new_method_call(address, method, signature or None, body)
        try:
            reply = self._ask(message)
        except (OSError, RuntimeError) as error:  # TimeoutError is an OSError
            raise BusError(f"{address.bus_name} does not answer ({type(error).__name__}).") from error
        if reply.header.message_type is MessageType.error:
            raise BusError(f"{method}: {reply.header.fields.get(HeaderFields.error_name)}")
        return tuple(reply.body)

    def _ask(self, message: Message) -> Message:
        """Send a call and return what answers it; signals that come before are kept for `waiting`."""
        serial = next(self._connection.outgoing_serial)
        self._connection.send(message, serial=serial)
        deadline = monotonic() + self._patience
        while True:
            found = self._connection.receive(timeout=max(0.0, deadline - monotonic()))
            if found.header.fields.get(HeaderFields.reply_serial) == serial:
                return found
            if found.header.message_type is MessageType.signal:
                self._signals.append(found)

    def watch(self, rule: MatchRule) -> None:
        """Have signals of this kind sent to us. Raises BusError."""
        self.call(message_bus, "AddMatch", "s", rule.serialise())

    def waiting(self) -> Iterator[Message]:
        """Yield the signals that are here, without waiting. Raises BusError once the bus has gone."""
        while True:
            while self._signals:
                yield self._signals.popleft()
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return
            except (OSError, RuntimeError) as error:
                raise BusError("The message bus has gone.") from error
            if message.header.message_type is MessageType.signal:
                yield message

    def next_signal(self, timeout: float) -> Iterator[Message]:
        """Wait for signals, at most `timeout` seconds for the first. Raises BusError."""
        if not self._signals:
            select([self], [], [], timeout)
        yield from self.waiting()

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def names_on_bus(*, is_system: bool = False) -> frozenset[str]:
    """Return who is on a bus, or would be started when it is asked; nobody where there is no bus."""
    try:
        with Bus(is_system=is_system) as bus:
            lists = (bus.call(message_bus, method)[0] for method in ("ListNames", "ListActivatableNames"))
            return frozenset(name for names in lists for name in names)
    except BusError:
        return frozenset()


def field(message: Message, name: HeaderFields) -> str:
    """Return a header field of a message, or nothing: its member, its interface."""
    return str(message.header.fields.get(name, ""))
