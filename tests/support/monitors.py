"""Monitors beside each other on one X server, by RandR, as a desk with several screens has them.

    put_monitor(server.name, "LEFT", (0, 0, 1280, 800))
    take_monitor(server.name, "LEFT")            # its cable is pulled

python-xlib 0.33 can't write this request, so it stands here once more.
"""

from contextlib import closing
from typing import Any

from Xlib.display import Display
from Xlib.ext import randr
from Xlib.protocol import rq

Box = tuple[int, int, int, int]
"""x, y, width, height in pixels of the X screen."""
MM_PER_PIXEL = 0.2646
"""Of a screen with 96 points an inch."""


class _SetMonitor(rq.Request):  # type: ignore[misc]  # python-xlib has no types
    _request = rq.Struct(
        rq.Card8("opcode"),
        rq.Opcode(43),
        rq.RequestLength(),
        rq.Window("window"),
        rq.Card32("name"),
        rq.Card8("primary"),
        rq.Card8("automatic"),
        rq.LengthOf("crtcs", 2),
        rq.Int16("x"),
        rq.Int16("y"),
        rq.Card16("width"),
        rq.Card16("height"),
        rq.Card32("width_mm"),
        rq.Card32("height_mm"),
        rq.List("crtcs", rq.Card32Obj),
    )


def put_monitor(display: str, name: str, box: Box, *, is_first: bool = False) -> None:
    """Add a monitor that shows this part of the screen: x, y, width, height in pixels.

    The first one takes the output that Xvfb has; the others show nothing but the same memory.
    """
    with closing(Display(display)) as connection:
        screen: Any = connection.screen().root
        x, y, width, height = box
        _SetMonitor(
            display=connection.display,
            opcode=connection.display.get_extension_major(randr.extname),
            window=screen,
            name=connection.intern_atom(name),
            primary=int(is_first),
            automatic=0,
            x=x,
            y=y,
            width=width,
            height=height,
            width_mm=round(width * MM_PER_PIXEL),
            height_mm=round(height * MM_PER_PIXEL),
            crtcs=list(screen.xrandr_get_screen_resources().outputs) if is_first else [],
        )
        connection.sync()


def take_monitor(display: str, name: str) -> None:
    """Take a monitor away again."""
    with closing(Display(display)) as connection:
        screen: Any = connection.screen().root
        screen.xrandr_delete_monitor(connection.intern_atom(name))
        connection.sync()


def window_box(display: str, window: int) -> Box:
    """Return where a window is, whatever its toolkit believes."""
    with closing(Display(display)) as connection:
        target: Any = connection.create_resource_object("window", window)
        shape, corner = target.get_geometry(), connection.screen().root.translate_coords(target, 0, 0)
        return corner.x, corner.y, shape.width, shape.height


def move_window(display: str, window: int, box: Box) -> None:
    """Ask the window manager to put a window there."""
    with closing(Display(display)) as connection:
        x, y, width, height = box
        connection.create_resource_object("window", window).configure(x=x, y=y, width=width, height=height)
        connection.sync()
