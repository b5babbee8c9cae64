"""A progress line on the terminal for work that takes long."""

import sys
from types import TracebackType
from typing import Self

WIDTH = 28


class ProgressLine:
    """Draws `name [####    ] 42 %` on standard error, if that is a terminal."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._is_shown = sys.stderr.isatty()
        self._drawn = -1

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def show(self, fraction: float) -> None:
        """Draw the state: 0...1."""
        percent = round(100 * min(1.0, max(0.0, fraction)))
        if not self._is_shown or percent == self._drawn:
            return
        self._drawn = percent
        bar = "#" * round(WIDTH * percent / 100)
        sys.stderr.write(f"\r{self._name} [{bar:<{WIDTH}}] {percent:3d} %")
        sys.stderr.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wipe the line: what was asked for is what stays on the screen."""
        if self._drawn >= 0:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
