"""When a program shows its first window on a display where there is nothing else: `bench tray` asks."""

from time import monotonic, sleep
from typing import Any

from Xlib import X, display
from Xlib.error import XError

LOOK_EVERY = 0.005
SMALLEST = 16
"""Pixels; toolkits have windows of their own that are smaller, and never seen."""


def wait_for_window(name: str, within: float) -> bool:
    """Wait until a window can be seen on the display `name`; False where none came in `within` seconds.

    Raises OSError where there is no such display.
    """
    try:
        server: Any = display.Display(name)
    except XError as error:
        raise OSError(f"there is no display {name}") from error
    try:
        end = monotonic() + within
        while not any(_is_seen(window) for window in server.screen().root.query_tree().children):
            if monotonic() > end:
                return False
            sleep(LOOK_EVERY)
        return True
    finally:
        server.close()


def _is_seen(window: Any) -> bool:  # noqa: ANN401 - python-xlib has no types
    try:
        if window.get_attributes().map_state != X.IsViewable:
            return False
        place = window.get_geometry()
    except XError:  # gone meanwhile
        return False
    return bool(place.width >= SMALLEST and place.height >= SMALLEST)
