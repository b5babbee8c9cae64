"""The user's desktop on GNOME and KDE with Wayland, through the portals that these have for it.

Which window has the keyboard is told to nobody there, so text goes to whichever has it.
"""

import socket
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from select import select
from threading import Thread
from time import monotonic
from typing import TypeVar

from jeepney import DBusAddress

from assistant.devices.desktop.dbus.bus import Bus
from assistant.devices.desktop.portal.session import (
    CONTROL,
    LETTER_V,
    NAME,
    PATH,
    REMOTE,
    SHIFT,
    Content,
    PortalSession,
)
from assistant.devices.desktop.target.sentences import NOT_SAVED, NOT_TAKEN
from assistant.devices.desktop.target.turns import Turns
from assistant.errors import BusError, NoDesktopError
from assistant.values.action import Method, Outcome, Result, Window
from assistant.values.settings import ActSettings

T = TypeVar("T")

PATIENCE, QUIET, PACE = 1.5, 0.3, 0.1
"""Seconds until a text counts as not taken, the old contents come back, the next text may come."""
WATCHERS = 0.05
"""Seconds that clipboard histories have to look at a new text before the keys are sent."""
TEXTS = ("text/plain;charset=utf-8", "text/plain", "UTF8_STRING")
HINT = "x-kde-passwordManagerHint"
CHORDS = {
    Method.CTRL_V: (CONTROL, LETTER_V),
    Method.CTRL_SHIFT_V: (SHIFT, CONTROL, LETTER_V),
}
ANSWER = 130.0
"""Seconds: the first text may have to wait for the user's consent."""


class PortalDesktop:
    """Implements act.ports.Desktop. Its methods may be called from any thread; `portal` does the work."""

    def __init__(self, settings: ActSettings, token: Path) -> None:
        """Look for the portals; the user is asked with the first text. Raises NoDesktopError."""
        self._restores = settings.restore_clipboard
        self._token = token
        self._turns = Turns()
        self._orders: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._session: PortalSession | None = None
        self._before: Content | None = None
        self._is_lent = False
        self._bus = _connected()
        self._ear, self._bell = socket.socketpair()
        self._thread = Thread(target=self._run, name="portal", daemon=True)
        self._thread.start()

    def fit(self, settings: ActSettings) -> None:
        """Give the clipboard back, or not, from the next text on."""
        self._restores = settings.restore_clipboard

    @property
    def name(self) -> str:
        """Which desktop it is, for people."""
        return "Wayland (portal)"

    def active_window(self) -> Window | None:
        """Return None: these desktops tell nobody."""
        return None

    def insert(self, text: str, window: Window | None, method: Method = Method.AUTO) -> Outcome:
        """Put `text` at the caret exactly once. Raises DeliveryError after `close`."""
        return self._turns.take(lambda: self._deliver(text, window, method))

    def close(self) -> None:
        """Give back the clipboard and end the session. May be called twice."""
        self._turns.end(self._leave)

    def _deliver(self, text: str, window: Window | None, method: Method) -> Outcome:
        if not text:
            return Outcome(Result.NOTHING, window=window)
        try:
            outcome = self._ask(lambda: self._insert(text, CHORDS.get(method, CHORDS[Method.CTRL_V])))
        except (BusError, TimeoutError) as error:
            return Outcome(Result.FAILED, str(error), "clipboard", window=window)
        return replace(outcome, window=window)

    def _leave(self) -> None:
        self._orders.put(None)
        self._bell.send(b"!")
        self._thread.join(1.0)
        self._bell.close()

    def _ask(self, order: Callable[[], T]) -> T:
        answer: Future[T] = Future()

        def carry_out() -> None:
            try:
                answer.set_result(order())
            except BusError as error:
                self._session = None
                answer.set_exception(error)

        self._orders.put(carry_out)
        self._bell.send(b"!")
        return answer.result(ANSWER)

    # On the thread

    def _run(self) -> None:
        with self._ear, self._bus:
            while True:
                with suppress(BusError):
                    self._wait()
                    self._settle()
                with suppress(Empty):
                    order = self._orders.get_nowait()
                    if order is None:
                        break
                    order()
            with suppress(BusError):
                self._give_back()
                if self._session is not None:
                    self._session.close()

    def _wait(self) -> None:
        session = self._session
        bus, ear = self._bus.fileno(), self._ear.fileno()
        ready, _, _ = select([bus, ear], [], [], 0.05 if self._is_lent else None)
        if ear in ready:
            self._ear.recv(64)
        if session is not None:
            session.follow(0.0)
        elif bus in ready:
            for _ in self._bus.waiting():
                pass

    def _open(self) -> PortalSession:
        if self._session is None or not self._session.is_open:
            self._session = PortalSession(self._bus, self._token)
        return self._session

    def _insert(self, text: str, chord: tuple[int, ...]) -> Outcome:
        session = self._open()
        self._lend(session, text)
        self._follow_until(session, monotonic() + WATCHERS, lambda: False)
        before = len(session.asked)  # who has asked by now watches the clipboard
        session.press(*chord)
        self._follow_until(session, monotonic() + PATIENCE, lambda: len(session.asked) > before)
        if len(session.asked) > before:
            self._is_lent = True
            is_saved = self._before is not None or not self._restores
            return Outcome(Result.DELIVERED, "" if is_saved else NOT_SAVED, "clipboard")
        self._is_lent, self._before = False, None  # the clipboard is now the place to find it
        return Outcome(Result.ON_CLIPBOARD, NOT_TAKEN, "clipboard")

    def _lend(self, session: PortalSession, text: str) -> None:
        """Save what is there, unless the last text is still on loan, and offer `text`."""
        if self._is_lent and session.owned and session.asked:
            self._follow_until(session, session.asked[-1] + PACE, lambda: False)
        else:
            session.follow(0.0)
            self._before = session.save() if self._restores else None
        utf8 = text.encode("utf-8", "replace")
        session.put({**dict.fromkeys(TEXTS, utf8), HINT: b"secret"})

    def _follow_until(self, session: PortalSession, deadline: float, is_so: Callable[[], bool]) -> None:
        while not is_so() and (left := deadline - monotonic()) > 0:
            session.follow(min(left, 0.05))

    def _settle(self) -> None:
        session = self._session
        if session is not None and self._is_lent and monotonic() >= session.asked[-1] + QUIET:
            self._give_back()

    def _give_back(self) -> None:
        before, self._before = self._before, None
        was_lent, self._is_lent = self._is_lent, False
        if was_lent and before is not None and self._session is not None and self._session.owned:
            self._session.put(before)


def _connected() -> Bus:
    """Return a bus on which the portal answers. Raises NoDesktopError."""
    bus = None
    try:
        bus = Bus(with_files=True)
        bus.call(DBusAddress(PATH, NAME, "org.freedesktop.DBus.Properties"), "Get", "ss", REMOTE, "version")
    except BusError as error:
        if bus is not None:
            bus.close()
        raise NoDesktopError("This desktop has no RemoteDesktop portal.") from error
    return bus
