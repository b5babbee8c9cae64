"""Which window has the keyboard, by wlr-foreign-toplevel-management, which those of wlroots have."""

import struct
from dataclasses import dataclass

from assistant.devices.desktop.target.terminals import is_terminal
from assistant.devices.desktop.wayland.connection import Connection
from assistant.devices.desktop.wayland.wire import Argument
from assistant.values.action import Window

MANAGER = "zwlr_foreign_toplevel_manager_v1"
MANAGER_EVENTS = ("n", "")
HANDLE_EVENTS = ("s", "s", "o", "o", "a", "", "", "o")
ACTIVATED = 2


@dataclass(slots=True)
class _Toplevel:
    serial: int
    title: str = ""
    app: str = ""
    is_active: bool = False


class Toplevels:
    """Follows the windows of a compositor."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[int, _Toplevel] = {}
        self._serial = 0
        manager = connection.bind(MANAGER, 3, MANAGER_EVENTS, self._manager)
        self.can_tell = manager is not None
        """False where this compositor keeps its windows to itself."""

    def active(self) -> Window | None:
        """Return the window that has the keyboard."""
        for each in list(self._known.values()):
            if each.is_active:
                return Window(each.serial, each.app, each.title, is_terminal(each.app))
        return None

    def _manager(self, opcode: int, arguments: list[Argument]) -> None:
        if opcode == 0:
            number = int(arguments[0])
            self._serial += 1  # the compositor uses its own numbers again, and a window is never another one
            known = self._known[number] = _Toplevel(self._serial)
            self._connection.adopt(
                number, HANDLE_EVENTS, lambda event, values: self._told(number, known, (event, values))
            )

    def _told(self, number: int, known: _Toplevel, event: tuple[int, list[Argument]]) -> None:
        match event:
            case (0, [str(title)]):
                known.title = title
            case (1, [str(app)]):
                known.app = app
            case (4, [bytes(states)]):
                known.is_active = (ACTIVATED,) in struct.iter_unpack("=I", states)
            case (6, _):
                self._known.pop(number, None)
                self._connection.send(number, 7)  # destroy
                self._connection.forget(number)
            case _:
                pass
