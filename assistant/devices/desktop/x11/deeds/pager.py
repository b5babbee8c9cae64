"""Asks the window manager: which windows there are, and what it is to do with them.

Messages are those of the Extended Window Manager Hints (freedesktop.org) and of ICCCM for iconifying.
"""

from Xlib import X
from Xlib.protocol.event import ClientMessage

from assistant.devices.desktop.x11.connection import Connection
from assistant.devices.desktop.x11.desktop import Session
from assistant.values.action import Window

ASKED_BY_PAGER = 2
"""Who asks: a tool that acts for the user, which no focus-stealing prevention applies to."""
ICONIC = 3
"""WM_CHANGE_STATE: the iconified state of ICCCM."""
REMOVE, ADD, TOGGLE = range(3)
"""What _NET_WM_STATE does."""
STATIC = 10
"""Gravity of _NET_MOVERESIZE_WINDOW: the numbers mean the window itself."""
MAXIMIZED = ("_NET_WM_STATE_MAXIMIZED_VERT", "_NET_WM_STATE_MAXIMIZED_HORZ")
SKIPPED = ("_NET_WM_STATE_SKIP_TASKBAR", "_NET_WM_STATE_SKIP_PAGER")


class Pager:
    """What the window manager of a display does on request."""

    def __init__(self, session: Session) -> None:
        self._connection: Connection = session.connection
        self._windows = session.windows
        self._root = self._connection.root

    def windows(self) -> list[Window]:
        """Return the windows of applications, the one used last first."""
        numbers = self._connection.numbers(self._root, "_NET_CLIENT_LIST_STACKING")
        found = [
            self._windows.describe(number) for number in reversed(numbers) if not self._is_skipped(number)
        ]
        return [window for window in found if window is not None]

    def activate(self, number: int) -> None:
        """Bring a window to the front and give it the keyboard."""
        self._send(number, "_NET_ACTIVE_WINDOW", ASKED_BY_PAGER, X.CurrentTime, 0)

    def close(self, number: int) -> None:
        """Ask a window to close, as its button does: unsaved work is asked about."""
        self._send(number, "_NET_CLOSE_WINDOW", X.CurrentTime, ASKED_BY_PAGER)

    def minimize(self, number: int) -> None:
        """Make a window small."""
        self._send(number, "WM_CHANGE_STATE", ICONIC)

    def change(self, number: int, what: int, *states: str) -> None:
        """Add, remove or toggle up to two states of a window."""
        atoms = [self._connection.atom(state) for state in states]
        self._send(number, "_NET_WM_STATE", what, *[*atoms, 0][:2], ASKED_BY_PAGER)

    def has(self, number: int, *states: str) -> bool:
        """Return whether a window has all these states."""
        found = self._connection.numbers(self._connection.window(number), "_NET_WM_STATE")
        return all(self._connection.atom(state) in found for state in states)

    def place(self, number: int, box: tuple[int, int, int, int]) -> None:
        """Give a window this left, top, width and height, its frame included."""
        left, top, right, bottom = self._frame(number)
        x, y, width, height = box
        size = max(1, width - left - right), max(1, height - top - bottom)
        flags = STATIC | 0xF << 8 | ASKED_BY_PAGER << 12
        self._send(number, "_NET_MOVERESIZE_WINDOW", flags, x + left, y + top, *size)

    def box(self, number: int) -> tuple[int, int, int, int]:
        """Return left, top, width and height of a window on the screen, without its frame."""
        window = self._connection.window(number)
        shape, corner = window.get_geometry(), self._root.translate_coords(window, 0, 0)
        return int(corner.x), int(corner.y), int(shape.width), int(shape.height)

    def is_active(self, number: int) -> bool:
        """Return whether the window has the keyboard."""
        return self._connection.numbers(self._root, "_NET_ACTIVE_WINDOW")[:1] == [number]

    def work_area(self) -> tuple[int, int, int, int]:
        """Return the part of the screen that panels leave free: left, top, width, height."""
        area = self._connection.numbers(self._root, "_NET_WORKAREA")[:4]
        shape = self._root.get_geometry()
        return (area[0], area[1], area[2], area[3]) if len(area) == 4 else (0, 0, shape.width, shape.height)  # noqa: PLR2004 - a box

    def show_desktop(self, *, is_shown: bool) -> None:
        """Hide all windows, or bring them back."""
        self._send(self._root.id, "_NET_SHOWING_DESKTOP", int(is_shown))

    def is_desktop_shown(self) -> bool:
        """Return whether all windows are hidden."""
        return bool(self._connection.numbers(self._root, "_NET_SHOWING_DESKTOP")[:1] == [1])

    def desktop(self) -> tuple[int, int]:
        """Return the number of the workspace, from 0, and how many there are."""
        current = self._connection.numbers(self._root, "_NET_CURRENT_DESKTOP") or [0]
        count = self._connection.numbers(self._root, "_NET_NUMBER_OF_DESKTOPS") or [1]
        return current[0], count[0]

    def use_desktop(self, number: int) -> None:
        """Go to a workspace, counted from 0."""
        self._send(self._root.id, "_NET_CURRENT_DESKTOP", number, X.CurrentTime)

    def _is_skipped(self, number: int) -> bool:
        return any(self.has(number, state) for state in SKIPPED)

    def _frame(self, number: int) -> tuple[int, int, int, int]:
        """Return how wide the frame is left, top, right and bottom."""
        found = self._connection.numbers(self._connection.window(number), "_NET_FRAME_EXTENTS")
        left, right, top, bottom = found[:4] if len(found) >= 4 else (0, 0, 0, 0)  # noqa: PLR2004 - four sides
        return left, top, right, bottom

    def _send(self, number: int, message: str, *values: int) -> None:
        target = self._connection.window(number)
        numbers = (32, [*values, 0, 0, 0, 0, 0][:5])
        event = ClientMessage(window=target, client_type=self._connection.atom(message), data=numbers)
        self._root.send_event(event, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self._connection.display.sync()
