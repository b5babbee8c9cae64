"""A hand on the mouse of an X server, by XTEST, as a real mouse moves and clicks."""

import time
from types import TracebackType
from typing import Self

from Xlib import X
from Xlib.display import Display
from Xlib.ext import xtest


class Pointer:
    """Moves and clicks on the display `name`."""

    def __init__(self, name: str) -> None:
        self._connection = Display(name)

    def __enter__(self) -> Self:
        """Take the mouse."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of it."""
        self._connection.close()

    def move(self, x: int, y: int) -> None:
        """Move to a place on the screen."""
        xtest.fake_input(self._connection, X.MotionNotify, x=x, y=y)
        self._connection.sync()
        time.sleep(0.05)

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Move there and click."""
        self.move(x, y)
        for kind in (X.ButtonPress, X.ButtonRelease):
            self._press(kind, button)
            time.sleep(0.03)

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int = 12) -> None:
        """Press at one place, move to another, and let go there."""
        self.move(*start)
        self._press(X.ButtonPress)
        for step in range(1, steps + 1):
            across, down = (a + (b - a) * step // steps for a, b in zip(start, end, strict=True))
            self.move(across, down)
        time.sleep(0.3)  # until whoever is below has said that it takes it
        self._press(X.ButtonRelease)

    def below(self) -> int:
        """Return the topmost window below the pointer; 0 where that is the desktop."""
        child = self._connection.screen().root.query_pointer().child
        return 0 if child == X.NONE else int(child.id)

    def _press(self, kind: int, button: int = 1) -> None:
        xtest.fake_input(self._connection, kind, button)
        self._connection.sync()
