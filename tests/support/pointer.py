"""A mouse on an X display, by XTEST."""

from contextlib import closing

from Xlib import X
from Xlib.display import Display
from Xlib.ext import xtest


def click(display: str, x: int, y: int) -> None:
    """Move the pointer there and press its left button."""
    with closing(Display(display)) as connection:
        xtest.fake_input(connection, X.MotionNotify, x=x, y=y)
        for kind in (X.ButtonPress, X.ButtonRelease):
            xtest.fake_input(connection, kind, 1)
        connection.sync()
