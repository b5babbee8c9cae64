"""A picture of the screen or of a window, as a PNG file."""

import struct
import zlib
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

from Xlib import X

from assistant.devices.desktop.x11.connection import XWindow
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import Builtin

DEPTHS = (24, 32)
"""Bits of a pixel whose colours lie as blue, green, red and one byte of nothing."""


class X11Camera:
    """Implements act.ports.BuiltinExecutor for pictures of the screen."""

    names = frozenset({"screen.shot"})

    def __init__(self, desktop: X11Desktop, folder: Path, now: Callable[[], datetime] = datetime.now) -> None:
        """Put pictures into `folder`, which is made where it is missing."""
        self._desktop = desktop
        self._folder = folder
        self._now = now

    def execute(self, deed: Builtin, window: Window | None) -> Outcome:
        """Take one."""
        with self._desktop.acting() as session:
            root = session.connection.root
            target = window or session.windows.active()
            is_window = deed.value("what") == "window" and target is not None
            box = _box(root, session.connection.window(target.handle) if target and is_window else root)
            image = root.get_image(*box, X.ZPixmap, 0xFFFFFFFF)
        if image.depth not in DEPTHS:
            return Outcome(Result.FAILED, "This screen has too few colours for a picture.", "x11")
        name = f"screenshot {self._now():%Y-%m-%d %H-%M-%S}"
        file = next(path for path in _next(self._folder, name) if not path.exists())
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file.write_bytes(_png(image.data, box[2], box[3]))
        except OSError as error:
            why = error.strerror or type(error).__name__
            return Outcome(Result.FAILED, f"The picture can't be written to {self._folder} ({why}).", "x11")
        return Outcome(Result.DONE, f"The picture is {file}.", "x11")


def _next(folder: Path, name: str) -> Iterator[Path]:
    """Yield names for a picture: several may be taken in one second."""
    yield folder / f"{name}.png"
    yield from (folder / f"{name} {number}.png" for number in count(2))


def _box(root: XWindow, window: XWindow) -> tuple[int, int, int, int]:
    """Return what of a window is on the screen: left, top, width, height."""
    screen, shape = root.get_geometry(), window.get_geometry()
    corner = root.translate_coords(window, 0, 0)
    left, top = max(0, corner.x), max(0, corner.y)
    width = min(corner.x + shape.width, screen.width) - left
    height = min(corner.y + shape.height, screen.height) - top
    return left, top, max(1, width), max(1, height)


def _png(pixels: bytes, width: int, height: int) -> bytes:
    """Return a PNG of pixels that are blue, green, red and a byte of nothing."""
    rows = bytearray()
    for row in range(height):
        line = pixels[row * width * 4 : (row + 1) * width * 4]
        colours = bytearray(width * 3)
        colours[0::3], colours[1::3], colours[2::3] = line[2::4], line[1::4], line[0::4]
        rows += b"\0" + colours
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
