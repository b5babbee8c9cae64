"""Where on the screen the window is that has the keyboard. For one thread, on a connection of its own."""

from Xlib.error import XError

from assistant.devices.desktop.x11.connection import GONE, Connection
from assistant.devices.desktop.x11.windows import WindowFinder
from assistant.errors import NoDesktopError


class FocusPlace:
    """Tells where the focused window is, in the pixels of the X screen."""

    def __init__(self) -> None:
        self._connection: Connection | None = None

    def __call__(self) -> tuple[int, int, int, int] | None:
        """Return x, y, width and height; None where no window has the keyboard, or nobody can tell."""
        try:
            return self._find(self._connected())
        except (NoDesktopError, XError, *GONE):
            self._connection = None
            return None

    def _connected(self) -> Connection:
        if self._connection is None:
            self._connection = Connection()
        return self._connection

    def _find(self, connection: Connection) -> tuple[int, int, int, int] | None:
        active = WindowFinder(connection).active()
        if active is None:
            return None
        window = connection.window(active.handle)
        shape, corner = window.get_geometry(), connection.root.translate_coords(window, 0, 0)
        return int(corner.x), int(corner.y), int(shape.width), int(shape.height)
