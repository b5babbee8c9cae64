"""One connection to the X server. Each thread that speaks to it has its own."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from Xlib import X
from Xlib.display import Display
from Xlib.error import ConnectionClosedError, DisplayError, XauthError, XError

from assistant.errors import NoDesktopError

# python-xlib has no types; these names at least say what is meant.
XEvent = Any
XDisplay = Any
XWindow = Any

GONE = (ConnectionClosedError, OSError)
"""What any call raises once the server has gone away."""


class Connection:
    """A connection that knows whose window is whose, and keeps quiet about windows that went away."""

    def __init__(self, name: str | None = None) -> None:
        """Connect to the display `name`, or to DISPLAY. Raises NoDesktopError."""
        self.name = os.environ.get("DISPLAY", "") if name is None else name
        try:
            self.display: XDisplay = Display(_address(self.name))
        except (DisplayError, XauthError, *GONE) as error:
            shown = self.name or "(DISPLAY is not set)"
            raise NoDesktopError(f"The X server {shown} cannot be reached. Is DISPLAY right?") from error
        self.errors: list[XError] = []
        # Without a handler the library prints to stderr; windows come and go while we speak to them.
        self.display.set_error_handler(lambda error, _request: self.errors.append(error))
        self.root: XWindow = self.display.screen().root

    def atom(self, name: str) -> int:
        """Return the number of an atom; asked only once."""
        return int(self.display.intern_atom(name))

    def window(self, number: int) -> XWindow:
        """Return the window with this id, whoever owns it."""
        return self.display.create_resource_object("window", number)

    def client_of(self, number: int) -> int:
        """Return what is the same for all windows of one client: the id without its own part."""
        return number & ~int(self.display.display.info.resource_id_mask)

    def take_errors(self) -> list[XError]:
        """Wait for the server to have done everything so far; return and forget its errors."""
        self.display.sync()
        errors, self.errors = self.errors, []
        return errors

    def numbers(self, window: XWindow, name: str) -> list[int]:
        """Return a property made of numbers (windows, atoms), or nothing."""
        try:
            found = window.get_full_property(self.atom(name), X.AnyPropertyType)
        except XError:
            return []
        return list(found.value) if found and found.format == 32 else []  # noqa: PLR2004 - bits of an item

    @contextmanager
    def grabbed(self) -> Iterator[None]:
        """Let no other client, the window manager included, do anything meanwhile."""
        self.display.grab_server()
        try:
            yield
        finally:
            with suppress(*GONE):
                self.display.ungrab_server()
                self.display.sync()

    def close(self) -> None:
        """Hang up. May be called twice, and after the server went away."""
        with suppress(*GONE):
            self.display.close()


def _address(name: str) -> str:
    """Return what python-xlib is to connect to. Raises OSError where a local server does not answer."""
    number = name.removeprefix(":").split(".")[0]
    if not name.startswith(":") or not number.isdecimal():
        return name
    # A failed attempt of the library leaves its socket open, so one of our own goes first.
    with socket.socket(socket.AF_UNIX) as attempt:
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
        attempt.connect(path if Path(path).exists() else "\0" + path)
    return f"unix/{name}"  # the socket file and never TCP, which the library would try next
