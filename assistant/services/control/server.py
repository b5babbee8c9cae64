"""The control socket: other programs of the user press, release, toggle, cancel and ask.

A Unix socket of mode 0600 in a folder of mode 0700: nobody but the user can reach it. One line of JSON in,
one out: `{"verb": "press", "job": "dictate", "when": 81.5}`, where `when` (time.monotonic) may be missing.
"""

import json
import os
import re
import socket
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from select import select
from threading import Event as Flag
from threading import Thread
from time import monotonic
from typing import NoReturn, Protocol

from assistant.devices.places import private_folder
from assistant.devices.store.lock import Lock
from assistant.engine.hotkeys.follower import KeyFollower
from assistant.errors import AlreadyRunningError, ControlError
from assistant.services.control.address import control_address
from assistant.services.control.client import NO_SOCKETS
from assistant.services.control.status import StatusKeeper
from assistant.values.action import Window
from assistant.values.commands.asked import WindowWanted
from assistant.values.control import Cancel, Control, Correct, Job, Remember, Say, Undo
from assistant.values.event import Event
from assistant.values.settings import Hotkey

WINDOW_NAME = re.compile(r"[a-z_]{0,40}(:[a-z_]{1,40})?")
"""`history`, `settings:about`; empty for the assistant itself."""
KEY = "assistant press"
"""What the key is called that programs press."""
LONGEST_LINE = 65536
MOST = 50
"""Texts that can be taken back."""
PATIENCE_S = 0.5
"""Seconds that a program gets for its line."""
OLDEST_S = 5.0
"""A press that is told later than this is one of now."""


class Controlled(Protocol):
    """What orders are passed on to: the engine."""

    @property
    def keys(self) -> KeyFollower:
        """Who follows the keys."""

    def post(self, control: Control) -> None:
        """Take an order. Returns at once."""

    def report(self, event: Event) -> None:
        """Show an event to every observer."""


class ControlServer:
    """Answers on the thread `control socket`."""

    def __init__(self, address: str | None = None) -> None:
        """Take the socket's path; None is this user's own."""
        self._address = address
        self._held = ExitStack()
        self._listener: socket.socket | None = None
        self._thread: Thread | None = None
        self._stopping = Flag()
        self._engine: Controlled | None = None
        self._window: Callable[[], Window | None] = lambda: None
        self._status: StatusKeeper | None = None

    def claim(self) -> None:
        """Take the socket, before anything is started. What a dead assistant left there is replaced.

        Raises AlreadyRunningError where another one lives; ControlError where there can be no socket.
        """
        if not hasattr(socket, "AF_UNIX"):
            raise ControlError(NO_SOCKETS)
        path = Path(self._address or control_address())
        with ExitStack() as held:
            try:
                _own_folder(path.parent)
                held.enter_context(Lock(path.with_suffix(".lock"), _refuse))
                path.unlink(missing_ok=True)
                listener = held.enter_context(socket.socket(socket.AF_UNIX))
                listener.bind(str(path))
                held.callback(path.unlink, missing_ok=True)
                path.chmod(0o600)
                listener.listen()
            except ControlError:
                raise
            except OSError as error:
                why = error.strerror or str(error)
                raise ControlError(f"Programs can't control the assistant: {path}: {why}.") from error
            self._listener = listener
            self._held = held.pop_all()

    def serve(self, engine: Controlled, window: Callable[[], Window | None], status: StatusKeeper) -> None:
        """Begin to obey, for `engine`; `window` tells which one has the focus when a key goes down."""
        self._engine, self._window, self._status = engine, window, status
        ear, self._bell = socket.socketpair()
        self._held.enter_context(ear)
        self._held.enter_context(self._bell)
        self._thread = Thread(target=self._run, args=(ear,), name="control socket", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Obey no more, and take the socket away. May be called twice."""
        self._stopping.set()
        if self._thread is not None:
            with suppress(OSError):
                self._bell.send(b"!")
            self._thread.join(2 * PATIENCE_S)
        self._held.close()

    def _run(self, ear: socket.socket) -> None:
        while self._listener is not None and not self._stopping.is_set():
            ready, _, _ = select([self._listener, ear], [], [])
            if self._listener in ready:
                with suppress(OSError):  # whoever asked has gone, or says nothing
                    connection, _ = self._listener.accept()
                    with connection:
                        connection.settimeout(PATIENCE_S)
                        connection.sendall(self._answer(_line(connection)))

    def _answer(self, line: bytes) -> bytes:
        try:
            answer = {"ok": True, **self._obey(json.loads(line))}
        except ValueError as error:
            answer = {"ok": False, "error": str(error)}
        return json.dumps(answer, ensure_ascii=False).encode() + b"\n"

    def _obey(self, order: object) -> dict[str, object]:
        """Do it. Raises ValueError that says what is wrong with it."""
        engine, status = self._engine, self._status
        if engine is None or status is None or not isinstance(order, dict):
            raise ValueError("An order is an object with a verb.")
        job, when = _job(order.get("job", Job.DICTATE)), _time(order.get("when"))
        match order.get("verb"):
            case "press":
                engine.keys.pressed(when, self._window(), Hotkey(KEY, job))
            case "release":
                engine.keys.released(when, Hotkey(KEY, job))
            case "toggle":
                engine.keys.toggled(when, self._window(), job)
            case "cancel":
                engine.post(Cancel())
            case "undo":
                engine.post(Undo(_number(order.get("number", 1))))
            case "correct":
                engine.post(Correct(_number(order.get("number", 1))))
            case "remember":
                engine.post(Remember())
            case "say":
                engine.post(Say(_text(order.get("text")), self._window(), job))
            case "show":
                engine.report(WindowWanted(_window_name(order.get("window", ""), status)))
            case "status":
                return {**status.status(), "is_recording": engine.keys.is_recording}
            case verb:
                raise ValueError(
                    f"{verb!r} is no order. There are press, release, toggle, cancel, undo, correct, "
                    "remember, say, show and status."
                )
        return {}


def _refuse() -> NoReturn:
    raise AlreadyRunningError("The assistant is running already; `assistant status` tells what it does.")


def _own_folder(folder: Path) -> None:
    """Make the folder, for the user alone. Raises OSError."""
    private_folder(folder)
    if folder.stat().st_uid != os.getuid():
        raise PermissionError(0, "the folder is somebody else's")
    folder.chmod(0o700)


def _line(connection: socket.socket) -> bytes:
    line = b""
    while not line.endswith(b"\n") and len(line) < LONGEST_LINE:
        more = connection.recv(LONGEST_LINE)
        if not more:
            break
        line += more
    return line


def _job(name: object) -> Job:
    if not isinstance(name, str) or name not in {job.value for job in Job}:
        raise ValueError(f"{name!r} is no job. There are {', '.join(Job)}.")
    return Job(name)


def _window_name(name: object, status: StatusKeeper) -> str:
    if not isinstance(name, str) or not WINDOW_NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name of a window.")
    if not status.has_windows:
        raise ValueError("The assistant that runs has no windows: it was started with --headless.")
    return name


def _number(count: object) -> int:
    if not isinstance(count, int) or not 1 <= count <= MOST:
        raise ValueError(f"{count!r} is no number from 1 to {MOST}.")
    return count


def _text(text: object) -> str:
    if not isinstance(text, str) or not text.strip():
        raise ValueError("There is no text to say.")
    return text


def _time(when: object) -> float:
    """Return when the order was given, which can be a little while ago, but not later than now."""
    now = monotonic()
    return when if isinstance(when, float) and now - OLDEST_S <= when <= now else now
