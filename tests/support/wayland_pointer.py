"""A hand on a mouse of a wlroots compositor, by virtual-pointer-v1, as a real mouse moves and clicks."""

import time
from types import TracebackType
from typing import Self

import pytest

from assistant.devices.desktop.wayland.connection import Connection
from assistant.devices.desktop.wayland.keyboard import ignore
from tests.support.wayland_server import WaylandServer

LEFT = 0x110
"""BTN_LEFT of the kernel."""


class WaylandPointer:
    """Moves and clicks. It is made once and kept: programs miss what a new mouse does at once."""

    def __init__(self, server: WaylandServer, size: tuple[int, int] = (1280, 720)) -> None:
        self._size = size
        with pytest.MonkeyPatch.context() as patch:
            server.apply(patch)
            self._connection = Connection()
        seat = self._connection.bind("wl_seat", 1, ("u",), ignore)
        manager = self._connection.bind("zwlr_virtual_pointer_manager_v1", 1, (), ignore)
        assert seat is not None
        assert manager is not None
        with self._connection.lock:
            self._pointer = self._connection.make((), ignore)
            self._connection.send(manager, 0, "on", seat, self._pointer)
        self._connection.roundtrip()

    def __enter__(self) -> Self:
        """Take the mouse."""
        time.sleep(0.2)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of it."""
        self._connection.close()

    def click(self, x: int, y: int) -> None:
        """Move to a place on the screen and click there."""
        self._send(1, "uuuuu", _now(), x, y, *self._size)
        for is_down in (1, 0):
            self._send(2, "uuu", _now(), LEFT, is_down)

    def _send(self, opcode: int, signature: str, *arguments: int) -> None:
        self._connection.send(self._pointer, opcode, signature, *arguments)
        self._connection.send(self._pointer, 4)  # frame
        self._connection.roundtrip()
        time.sleep(0.05)


def _now() -> int:
    return int(time.monotonic() * 1000) & 0xFFFFFFFF
