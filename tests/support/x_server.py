"""A private X server with a window manager and a keyboard, so that desktop tests type into real windows.

    with XServer() as server:
        server.apply(monkeypatch)            # DISPLAY of this process, and of what it starts
        window = server.wait_for_window("XTerm")
        server.focus(window)
        with server.holding("Control_R"):    # key codes by XTEST, as a real keyboard sends them
            ...

Needs the Debian packages `xvfb openbox`. The display number is the first one that is free.
"""

import contextlib
import os
import shutil
import struct
import subprocess
import threading
import time
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest
from Xlib import XK, X, Xatom
from Xlib.display import Display
from Xlib.error import ConnectionClosedError, XError
from Xlib.ext import xtest
from Xlib.protocol.event import ClientMessage

from tests.support.waiting import wait_until

PROGRAMS = ("Xvfb", "openbox")


def missing_programs(*more: str) -> str | None:
    """Return a reason to skip where these programs cannot be had here."""
    missing = [program for program in (*PROGRAMS, *more) if shutil.which(program) is None]
    return f"needs {', '.join(missing)}: apt install xvfb openbox xterm mousepad" if missing else None


class XServer:
    """An Xvfb of its own, with openbox, and hands on its keyboard."""

    def __init__(self, *, window_manager: bool = True, size: tuple[int, int] = (1280, 800)) -> None:
        self._has_manager = window_manager
        self._size = size
        self._lock = threading.RLock()
        self._server: subprocess.Popen[bytes] | None = None
        self._manager: subprocess.Popen[bytes] | None = None
        self._connection: Any = None
        self.name = ""
        """DISPLAY: `:7`."""

    @property
    def environment(self) -> Mapping[str, str]:
        """Variables that make a process show its windows here."""
        return {"DISPLAY": self.name}

    def apply(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Make this very process use the server until the test ends."""
        monkeypatch.setenv("DISPLAY", self.name)
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    def start(self) -> None:
        """Start the server and the window manager, and wait until both answer.

        After a `kill` it comes back under the same name.
        """
        reader, writer = os.pipe()
        screen = f"{self._size[0]}x{self._size[1]}x24"
        command = ["Xvfb", *([self.name] if self.name else []), "-displayfd", str(writer)]
        command += ["-screen", "0", screen, "-nolisten", "tcp", "-noreset"]
        self._server = subprocess.Popen(
            command, pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(writer)
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not come up")
        self.name = ":" + number
        self._connection = Display(self.name)
        self._connection.set_error_handler(lambda *_: None)  # windows come and go while they are looked at
        if self._has_manager:
            self._start_manager()

    def stop(self) -> None:
        """End everything. May be called twice, and after `kill`."""
        if self._connection is not None:
            with contextlib.suppress(ConnectionClosedError, OSError):
                self._connection.close()
            self._connection = None
        for process in (self._manager, self._server):
            if process is not None and process.poll() is None:
                process.terminate()
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        self._manager = self._server = None

    def kill(self) -> None:
        """Let the server die as by a crash."""
        if self._server is not None:
            self._server.kill()
            self._server.wait()
        self.stop()

    def __enter__(self) -> Self:
        """Start."""
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop."""
        self.stop()

    # Keyboard

    def key_code(self, key: str) -> int:
        """Return the code of a key by its keysym name: `Control_R`."""
        with self._lock:
            code: int = self._connection.keysym_to_keycode(XK.string_to_keysym(key))
        if not code:
            raise ValueError(f"this keyboard has no {key}")
        return code

    def press(self, key: str) -> float:
        """Press a key and keep it down; the result is when (time.monotonic)."""
        return self._fake(X.KeyPress, self.key_code(key))

    def release(self, key: str) -> float:
        """Let a key go; the result is when."""
        return self._fake(X.KeyRelease, self.key_code(key))

    def press_code(self, code: int) -> float:
        """Press a key by its code; the result is when."""
        return self._fake(X.KeyPress, code)

    def release_code(self, code: int) -> float:
        """Let a key go by its code; the result is when."""
        return self._fake(X.KeyRelease, code)

    def tap(self, *keys: str) -> None:
        """Press a chord and let it go: `tap("Control_L", "s")`."""
        for key in keys:
            self.press(key)
        for key in reversed(keys):
            self.release(key)

    @contextlib.contextmanager
    def holding(self, *keys: str) -> Iterator[None]:
        """Hold keys down for the length of a block."""
        for key in keys:
            self.press(key)
        try:
            yield
        finally:
            for key in reversed(keys):
                self.release(key)

    def held(self) -> set[int]:
        """Return the codes of all keys that the server takes to be down."""
        with self._lock:
            keymap = self._connection.query_keymap()
        return {code for code in range(256) if keymap[code // 8] & (1 << code % 8)}

    def _fake(self, kind: int, code: int) -> float:
        with self._lock:
            when = time.monotonic()
            xtest.fake_input(self._connection, kind, code)
            self._connection.sync()
        return when

    # Windows

    def windows(self) -> list[int]:
        """Return the ids of all application windows."""
        with self._lock:
            root = self._connection.screen().root
            if self._has_manager:
                return self._numbers(root, "_NET_CLIENT_LIST")
            return [child.id for child in root.query_tree().children]

    def find_window(self, name: str) -> int | None:
        """Return the newest visible window whose class, instance or title is `name`."""
        return next((window for window in reversed(self.windows()) if name in self._names(window)), None)

    def wait_for_window(self, name: str) -> int:
        """Return the window of that class, instance or title once it is visible."""
        return wait_until(lambda: self.find_window(name), f"a window {name}")

    def focus(self, window: int) -> None:
        """Give a window the keyboard, and wait until it has it."""
        with self._lock:
            root = self._connection.screen().root
            target = self._connection.create_resource_object("window", window)
            if self._has_manager:
                message = ClientMessage(
                    window=target, client_type=self._atom("_NET_ACTIVE_WINDOW"), data=(32, [2, 0, 0, 0, 0])
                )
                mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
                root.send_event(message, event_mask=mask)
            else:
                target.set_input_focus(X.RevertToParent, X.CurrentTime)
            self._connection.sync()
        wait_until(lambda: self._has_focus(window), "the focus in the window meant")

    def owner(self, selection: str) -> int | None:
        """Return the window that owns a selection: `CLIPBOARD`."""
        with self._lock:
            owner = self._connection.get_selection_owner(self._atom(selection))
        return None if owner == X.NONE else owner.id

    def active_window(self) -> int | None:
        """Return the window that has the focus, as the window manager says."""
        with self._lock:
            if self._has_manager:
                found = self._numbers(self._connection.screen().root, "_NET_ACTIVE_WINDOW")
                return found[0] if found and found[0] else None
            focus = self._connection.get_input_focus().focus
        return None if isinstance(focus, int) else int(focus.id)

    def screenshot(self, file: Path) -> None:
        """Write the screen as PNG."""
        width, height = self._size
        with self._lock:
            root = self._connection.screen().root
            pixels = root.get_image(0, 0, width, height, X.ZPixmap, 0xFFFFFFFF).data
        rows = b"".join(_png_row(pixels[y * width * 4 : (y + 1) * width * 4]) for y in range(height))
        header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
        file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_png_part(*part) for part in parts))

    def _has_focus(self, window: int) -> bool:
        if self.active_window() != window:
            return False
        with self._lock:
            focus = self._connection.get_input_focus().focus
        if isinstance(focus, int):
            return False
        mask = ~self._connection.display.info.resource_id_mask  # the same client: toolkits use a proxy
        return bool(focus.id & mask == window & mask)

    def _names(self, window: int) -> set[str]:
        with self._lock, contextlib.suppress(XError):
            target = self._connection.create_resource_object("window", window)
            if target.get_attributes().map_state == X.IsViewable:
                title = target.get_full_property(self._atom("_NET_WM_NAME"), X.AnyPropertyType)
                title = title or target.get_full_property(Xatom.WM_NAME, X.AnyPropertyType)
                text = bytes(title.value).decode() if title and isinstance(title.value, bytes) else ""
                return {*(target.get_wm_class() or ()), text}
        return set()

    def _numbers(self, window: Any, name: str) -> list[int]:  # noqa: ANN401 - python-xlib has no types
        found = window.get_full_property(self._atom(name), X.AnyPropertyType)
        return list(found.value) if found else []

    def _atom(self, name: str) -> int:
        return int(self._connection.intern_atom(name))

    def _start_manager(self) -> None:
        environment = {**os.environ, **self.environment}
        self._manager = subprocess.Popen(
            ["openbox", "--sm-disable"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        root = self._connection.screen().root
        # Windows shown before openbox has written this list are never managed.
        ready = self._atom("_NET_CLIENT_LIST")
        wait_until(lambda: ready in root.list_properties(), "openbox to take over")
        time.sleep(0.2)  # the list comes a moment before openbox looks at new windows


def _png_row(bgrx: bytes) -> bytes:
    row = bytearray(len(bgrx) // 4 * 3)
    row[0::3], row[1::3], row[2::3] = bgrx[2::4], bgrx[1::4], bgrx[0::4]
    return b"\0" + bytes(row)


def _png_part(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
