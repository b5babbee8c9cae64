"""Hotkeys being watched on a private X server, and hands on its rarer keys."""

import time
from types import TracebackType
from typing import Any, Self

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest
from Xlib.protocol import rq

from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.devices.desktop.x11.hotkeys import X11Hotkeys
from assistant.values.settings import Hotkey
from tests.fakes.hotkeys import RecordingKeyListener
from tests.support.waiting import wait_until
from tests.support.x_server import XServer

CAPS_LIGHT = 1
"""Of the keyboard's lights, as the core protocol numbers them."""


class Watched:
    """A key being watched, and what was told of it."""

    def __init__(self, keys: str | list[str], server: XServer, desktop: X11Desktop | None = None) -> None:
        """Watch the keys named in `keys`, with blanks between them."""
        self.listener = RecordingKeyListener()
        names = keys.split() if isinstance(keys, str) else keys
        self.hotkeys = X11Hotkeys([Hotkey(key) for key in names], desktop, server.name)
        self.hotkeys.start(self.listener, self.listener.troubles.append)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.hotkeys.stop()

    def tells(self, *story: str) -> bool:
        """Wait for the story so far; whether it is that and no more."""
        wait_until(lambda: len(self.listener.story) >= len(story), " ".join(story))
        time.sleep(0.05)
        return self.listener.story == list(story)


class Hands:
    """Mouse buttons, lights and plugs of an X server."""

    def __init__(self, server: XServer) -> None:
        self._display: Any = Display(server.name)
        self._display.set_error_handler(lambda error, _request: self._errors.append(error))
        self._errors: list[Any] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._display.close()

    def press_button(self, number: int) -> None:
        xtest.fake_input(self._display, X.ButtonPress, number)
        self._display.sync()

    def release_button(self, number: int) -> None:
        xtest.fake_input(self._display, X.ButtonRelease, number)
        self._display.sync()

    def caps_light(self) -> bool:
        """Return whether the light of CapsLock shines."""
        return bool(self._display.get_keyboard_control().led_mask & CAPS_LIGHT)

    def can_grab(self, key: str) -> bool:
        """Return whether a program could have this key for itself."""
        code, root = self._display.keysym_to_keycode(XK.string_to_keysym(key)), self._display.screen().root
        root.grab_key(code, 0, False, X.GrabModeAsync, X.GrabModeAsync)
        self._display.sync()
        refused, self._errors = bool(self._errors), []
        if not refused:
            root.ungrab_key(code, 0)
            self._display.sync()
        return not refused

    def plug_in(self, name: str) -> int:
        """Add a keyboard and a mouse of that name; return the keyboard's number."""
        raw = name.encode()
        self._change_hierarchy(
            [1, 2 + (len(raw) + 3) // 4], [(len(raw), 2), (1, 1), (1, 1)], raw + bytes(-len(raw) % 4)
        )
        devices = self._display.xinput_query_device(0).devices
        return next(int(each.deviceid) for each in devices if each.name == f"{name} keyboard")

    def unplug(self, keyboard: int) -> None:
        """Take a keyboard that was added away again."""
        self._change_hierarchy([2, 3], [(keyboard, 2), (2, 1), (0, 1), (0, 2), (0, 2)], b"")

    def _change_hierarchy(self, head: list[int], fields: list[tuple[int, int]], tail: bytes) -> None:
        sizes = [(value, 2) for value in head] + fields
        change = b"".join(value.to_bytes(size, "little") for value, size in sizes) + tail
        opcode = self._display.query_extension("XInputExtension").major_opcode
        _ChangeHierarchy(display=self._display.display, opcode=opcode, number=1, change=change)
        self._display.sync()
        assert self._errors == []


class _ChangeHierarchy(rq.Request):  # type: ignore[misc]  # python-xlib has no types
    """XIChangeHierarchy of the X Input Extension 2."""

    _request = rq.Struct(
        rq.Card8("opcode"),
        rq.Opcode(43),
        rq.RequestLength(),
        rq.Card8("number"),
        rq.Pad(3),
        rq.Binary("change"),
    )
