"""What stands before the caret, as applications tell screen readers (AT-SPI, its own bus).

Only programs that were started while accessibility was on tell anything; the rest are silent, and then
nobody knows. One look takes a few calls where the focus is where it was, and a search of the program's
windows where it is not; both end in time. Password fields are never read.
"""

from collections.abc import Callable, Iterator
from math import inf
from threading import Lock
from time import monotonic
from typing import Any

from jeepney import DBusAddress, message_bus

from assistant.devices.desktop.dbus.bus import Bus
from assistant.errors import BusError

ENOUGH = 80
"""Characters before the caret that are read."""
LIMIT = 0.1
"""Seconds for one look."""
PATIENCE = 0.2
"""Seconds for one answer; a program that is busy is not waited for."""
REST = 30.0
"""Seconds until the next try where there is no such bus."""
FOCUSED, SHOWING, EDITABLE = 12, 25, 7
PASSWORD = 40
"""Role of a password field."""
WIDEST = 60
"""Children looked at of one parent; lists of thousands are no place for a caret."""

_FACE = "org.a11y.atspi."
_ROOT = "/org/a11y/atspi/accessible/root"

Place = tuple[str, str]
"""Bus name and object path of something on the screen."""


class AccessibleText:
    """Reads the text field that has the focus."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._bus: Bus | None = None
        self._rests_until = 0.0
        self._last: Place | None = None

    def before(self, process: Callable[[], int | None]) -> str | None:
        """Return the end of what stands before the caret in the program with this id; None if unknown."""
        with self._lock:
            return None if monotonic() < self._rests_until else self._look(process)

    def _look(self, process: Callable[[], int | None]) -> str | None:
        try:
            bus = self._bus = self._bus or _connect()
            place = self._focused(bus, process, monotonic() + LIMIT)
            self._last = place
            return None if place is None else _before_caret(bus, place)
        except (BusError, OSError):
            self._hang_up()
            self._rests_until = max(self._rests_until, monotonic() + REST)
            return None

    def close(self) -> None:
        """Hang up, and look no more. Callable from any thread, and more than once."""
        self._rests_until = inf
        if self._lock.acquire(timeout=PATIENCE):
            try:
                self._hang_up()
            finally:
                self._lock.release()

    def _hang_up(self) -> None:
        if self._bus is not None:
            self._bus.close()
        self._bus = self._last = None

    def _focused(self, bus: Bus, process: Callable[[], int | None], deadline: float) -> Place | None:
        if self._last is not None and FOCUSED in _states(bus, self._last):
            return self._last
        wanted = process()
        if wanted is None:
            return None
        for root in _children(bus, (f"{_FACE}Registry", _ROOT)):
            if _process_of(bus, root[0]) == wanted:
                found = next(_search(bus, root, deadline), None)
                if found is not None:
                    return found
        return None


def _connect() -> Bus:
    """Return a connection to the bus of accessibility. Raises BusError."""
    with Bus() as session:
        (address,) = session.call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
    return Bus(address=address, patience=PATIENCE)


def _search(bus: Bus, root: Place, deadline: float) -> Iterator[Place]:
    """Yield what has the focus below `root`, breadth first."""
    level = [root]
    while level and monotonic() < deadline:
        below: list[Place] = []
        for place in level:
            if monotonic() > deadline:
                return
            states = _states(bus, place)
            if FOCUSED in states and EDITABLE in states:
                yield place
            if place == root or SHOWING in states:
                below += _children(bus, place)[:WIDEST]
        level = below


def _before_caret(bus: Bus, place: Place) -> str | None:
    try:
        (role,) = _call(bus, place, "Accessible.GetRole")
        if role == PASSWORD:
            return None
        caret = _caret(bus, place)
        (text,) = _call(bus, place, "Text.GetText", "ii", max(0, caret - ENOUGH), caret)
    except BusError:  # it shows no text
        return None
    return str(text)


def _caret(bus: Bus, place: Place) -> int:
    """Return where text goes in: the caret, or the beginning of what is selected and would be replaced."""
    (count,) = _call(bus, place, "Text.GetNSelections")
    if count:
        start, stop = _call(bus, place, "Text.GetSelection", "i", 0)
        return int(min(start, stop))
    face = DBusAddress(place[1], place[0], "org.freedesktop.DBus.Properties")
    ((_, caret),) = bus.call(face, "Get", "ss", f"{_FACE}Text", "CaretOffset")
    return int(caret)


def _children(bus: Bus, place: Place) -> list[Place]:
    try:
        (children,) = _call(bus, place, "Accessible.GetChildren")
    except BusError:
        return []
    return [(name, path) for name, path in children]


def _states(bus: Bus, place: Place) -> set[int]:
    """Return the numbers of the states that something is in."""
    try:
        (words,) = _call(bus, place, "Accessible.GetState")
    except BusError:
        return set()
    bits = sum(word << (32 * index) for index, word in enumerate(words))
    return {number for number in range(64) if bits >> number & 1}


def _process_of(bus: Bus, name: str) -> int | None:
    try:
        (process,) = bus.call(message_bus, "GetConnectionUnixProcessID", "s", name)
    except BusError:
        return None
    return int(process)


def _call(bus: Bus, place: Place, method: str, signature: str = "", *body: object) -> tuple[Any, ...]:
    face, name = method.split(".")
    return bus.call(DBusAddress(place[1], place[0], _FACE + face), name, signature, *body)
