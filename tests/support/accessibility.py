"""What a screen reader finds on the screen: the controls of real programs, by name, over AT-SPI.

    with MessageBus() as bus:
        environment |= {**bus.environment, **SPEAKING}       # of the program that is looked at
        x, y, width, height = place_of(bus, "History", CHECK_BOX)

Needs the Debian package `at-spi2-core`.
"""

from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, DBusErrorResponse, Properties, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

from tests.support.message_bus import MessageBus
from tests.support.waiting import wait_until

Box = tuple[int, int, int, int]
Place = tuple[str, str]
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SPEAKING = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
"""Makes a program of Qt tell what it shows."""
CHECK_BOX, LABEL, BUTTON = 7, 29, 43
_FACE = "org.a11y.atspi."
_ROOT = "/org/a11y/atspi/accessible/root"
_SHOWING = 25
_DEEPEST = 30


def missing_programs() -> str | None:
    """Return a reason to skip where there is nothing to ask."""
    return None if LAUNCHER.exists() else "needs AT-SPI: apt install at-spi2-core"


def place_of(bus: MessageBus, name: str, role: int) -> Box:
    """Return where the control of this name and role is, in pixels of the screen, once it is there."""
    found: list[Box] = []

    def is_there() -> bool:
        found[:] = _look(bus, (name, role))
        return bool(found)

    wait_until(is_there, f"{name} on the screen")
    return found[0]


def _look(bus: MessageBus, wanted: tuple[str, int]) -> list[Box]:
    with closing(open_dbus_connection(bus.address)) as session:
        where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        address = session.send_and_get_reply(new_method_call(where, "GetAddress")).body[0]
    with closing(open_dbus_connection(address)) as connection:
        return list(_find(connection, ("org.a11y.atspi.Registry", _ROOT), wanted))


def _find(connection: Any, place: Place, wanted: tuple[str, int], depth: int = 0) -> Iterator[Box]:  # noqa: ANN401 - jeepney's own
    """Go through what is shown, and give the box of each control of this name and role."""
    with suppress(DBusErrorResponse, TimeoutError):
        if depth > 1:
            states = _ask(connection, place, "GetState")[0]
            if not states[_SHOWING // 32] >> _SHOWING % 32 & 1:
                return
            if (_name(connection, place), _ask(connection, place, "GetRole")[0]) == wanted:
                yield _extents(connection, place)
        if depth < _DEEPEST:
            for bus, path in _ask(connection, place, "GetChildren")[0]:
                yield from _find(connection, (bus, path), wanted, depth + 1)


def _name(connection: Any, place: Place) -> str:  # noqa: ANN401 - jeepney's own
    address = DBusAddress(place[1], place[0], f"{_FACE}Accessible")
    told = unwrap_msg(connection.send_and_get_reply(Properties(address).get("Name"), timeout=5))
    return str(told[0][1])


def _extents(connection: Any, place: Place) -> Box:  # noqa: ANN401 - jeepney's own
    address = DBusAddress(place[1], place[0], f"{_FACE}Component")
    call = new_method_call(address, "GetExtents", "u", (0,))  # of the screen, not of the window
    x, y, width, height = unwrap_msg(connection.send_and_get_reply(call, timeout=5))[0]
    return x, y, width, height


def _ask(connection: Any, place: Place, method: str) -> Any:  # noqa: ANN401 - jeepney's own
    address = DBusAddress(place[1], place[0], f"{_FACE}Accessible")
    return unwrap_msg(connection.send_and_get_reply(new_method_call(address, method), timeout=5))
