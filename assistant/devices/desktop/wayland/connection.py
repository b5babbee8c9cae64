"""One connection to a Wayland compositor, read by the thread `wayland`."""

import os
import socket
from array import array
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from select import select
from threading import Event as Flag
from threading import RLock, Thread, current_thread
from time import monotonic

from assistant.devices.desktop.wayland.wire import Argument, Inbox, encode
from assistant.errors import DeliveryError, NoDesktopError

DISPLAY, REGISTRY = 1, 2
FIRST_FREE = 3
ANSWER = 2.0
"""Seconds that a compositor may take to answer."""
STALLED = 5.0
"""Seconds that who asked for a text may leave it unread."""
FILES = 28
"""File descriptors in one message at most."""
LOST = "The Wayland compositor went away; the text was not delivered."

Handler = Callable[[int, list[Argument]], None]


@dataclass(slots=True)
class _Object:
    events: tuple[str, ...]
    """Signature of each event, by opcode."""
    handle: Handler


@dataclass(slots=True)
class _Outflow:
    """What is being written into a pipe for another program."""

    rest: memoryview
    since: float
    done: Callable[[], None]


class Connection:
    """Sends requests from any thread; events are handled on its own."""

    def __init__(self, name: str | None = None) -> None:
        """Connect to the display `name`, or to WAYLAND_DISPLAY. Raises NoDesktopError."""
        shown = name or os.environ.get("WAYLAND_DISPLAY", "")
        path = Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / shown
        self._socket = socket.socket(socket.AF_UNIX)
        try:
            if not shown:
                raise FileNotFoundError
            self._socket.connect(str(path))
        except OSError as error:
            self._socket.close()
            raise NoDesktopError(f"The Wayland compositor {shown or '(none)'} cannot be reached.") from error
        self.lock = RLock()
        """Held while an object is made and the request that creates it is sent: their order has to agree."""
        self._inbox = Inbox()
        self._objects: dict[int, _Object] = {}
        self._next = FIRST_FREE
        self._outflows: dict[int, _Outflow] = {}
        self._due: list[tuple[float, Callable[[], None]]] = []
        self._bell, self._ear = socket.socketpair()
        self.is_dead = False
        self.globals: dict[str, tuple[int, int]] = {}
        """Interface -> number and version of what the compositor offers; of several, the last."""
        self._objects[DISPLAY] = _Object(("ous", "u"), self._told_of_display)
        self._objects[REGISTRY] = _Object(("usu", "u"), self._told_of_globals)
        self._thread = Thread(target=self._run, name="wayland", daemon=True)
        self._thread.start()
        self.send(DISPLAY, 1, "n", REGISTRY)
        self.roundtrip()

    def bind(self, interface: str, version: int, events: tuple[str, ...], handle: Handler) -> int | None:
        """Return an object of a global at `version` or below; None where the compositor has none."""
        found = self.globals.get(interface)
        if found is None:
            return None
        number, best = found
        with self.lock:
            made = self.make(events, handle)
            self.send(REGISTRY, 0, "usun", number, interface, min(best, version), made)
        return made

    def make(self, events: tuple[str, ...], handle: Handler) -> int:
        """Return the number of an object that the next request is to create."""
        with self.lock:
            made, self._next = self._next, self._next + 1
            self._objects[made] = _Object(events, handle)
        return made

    def adopt(self, number: int, events: tuple[str, ...], handle: Handler) -> None:
        """Take up an object that the compositor has created."""
        self._objects[number] = _Object(events, handle)

    def forget(self, number: int) -> None:
        """Handle no more events of an object."""
        self._objects.pop(number, None)

    def send(self, target: int, opcode: int, signature: str = "", *arguments: Argument) -> None:
        """Send a request. Raises DeliveryError once the compositor is gone."""
        data, files = encode(target, opcode, signature, arguments)
        beside = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array("i", files))] if files else []
        with self.lock:
            try:
                sent = self._socket.sendmsg([data], beside)
                self._socket.sendall(data[sent:])
            except OSError as error:
                self.is_dead = True
                raise DeliveryError(LOST) from error

    def roundtrip(self) -> None:
        """Wait until everything so far has been done and told. Raises DeliveryError."""
        answered = Flag()
        with self.lock:
            callback = self.make(("u",), lambda _opcode, _arguments: answered.set())
            self.send(DISPLAY, 0, "n", callback)
        if not answered.wait(ANSWER) or self.is_dead:
            raise DeliveryError(LOST)

    def pour(self, file: int, content: bytes, done: Callable[[], None]) -> None:
        """Write `content` into a pipe as fast as it is read, then close it and call `done`."""
        os.set_blocking(file, False)
        self._outflows[file] = _Outflow(memoryview(content), monotonic(), done)
        self._flow(file)

    def after(self, delay: float, act: Callable[[], None]) -> None:
        """Call `act` on the thread in `delay` seconds."""
        with self.lock:
            self._due.append((monotonic() + delay, act))
        self._ring()

    def close(self) -> None:
        """Hang up. May be called twice."""
        self.is_dead = True
        self._ring()
        if self._thread is not current_thread():
            self._thread.join(1.0)

    def _ring(self) -> None:
        with suppress(OSError):
            self._bell.send(b"!")

    def _run(self) -> None:
        try:
            while not self.is_dead:
                self._step()
        except (OSError, ValueError, DeliveryError):
            self.is_dead = True
        finally:
            for file in list(self._outflows):
                self._stop_flow(file)
            while self._inbox.files:
                os.close(self._inbox.files.popleft())
            for one in (self._socket, self._bell, self._ear):
                one.close()

    def _step(self) -> None:
        writing = list(self._outflows)
        ready, free, _ = select([self._socket, self._ear], writing, [], self._patience())
        if self._ear in ready:
            self._ear.recv(4096)
        for file in free:
            self._flow(file)
        for file in [one for one, flow in self._outflows.items() if monotonic() - flow.since > STALLED]:
            self._stop_flow(file)
        if self._socket in ready:
            self._receive()
        self._act_on_time()

    def _patience(self) -> float | None:
        with self.lock:
            times = [when for when, _ in self._due]
        times += [flow.since + STALLED for flow in self._outflows.values()]
        return max(0.0, min(times) - monotonic()) if times else None

    def _act_on_time(self) -> None:
        now = monotonic()
        with self.lock:
            due = [act for when, act in self._due if when <= now]
            self._due = [each for each in self._due if each[0] > now]
        for act in due:
            act()

    def _receive(self) -> None:
        data, beside, _, _ = self._socket.recvmsg(65536, socket.CMSG_SPACE(FILES * array("i").itemsize))
        for level, kind, raw in beside:
            if (level, kind) == (socket.SOL_SOCKET, socket.SCM_RIGHTS):
                self._inbox.files.extend(array("i", raw[: len(raw) - len(raw) % array("i").itemsize]))
        if not data:
            raise DeliveryError(LOST)
        self._inbox.add(data)
        for target, opcode, body in self._inbox.messages():
            known = self._objects.get(target)
            if known is not None and opcode < len(known.events):
                known.handle(opcode, self._inbox.arguments(known.events[opcode], body))

    def _flow(self, file: int) -> None:
        flow = self._outflows[file]
        try:
            while flow.rest:
                flow.rest = flow.rest[os.write(file, flow.rest) :]
                flow.since = monotonic()
        except BlockingIOError:
            return
        except OSError:  # the reader has gone
            self._stop_flow(file)
            return
        self._stop_flow(file)
        flow.done()

    def _stop_flow(self, file: int) -> None:
        if self._outflows.pop(file, None) is not None:
            os.close(file)

    def _told_of_display(self, opcode: int, arguments: list[Argument]) -> None:
        if opcode == 0:  # a fatal error: the compositor hangs up
            self.is_dead = True
        else:
            self._objects.pop(int(arguments[0]), None)

    def _told_of_globals(self, opcode: int, arguments: list[Argument]) -> None:
        if opcode == 0:
            number, interface, version = arguments
            self.globals[str(interface)] = (int(number), int(version))
