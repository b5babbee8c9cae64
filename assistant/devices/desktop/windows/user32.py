"""The Windows API itself, by ctypes. It is asked little: what can be decided elsewhere is elsewhere."""

import ctypes
from collections.abc import Callable, Sequence
from pathlib import PureWindowsPath
from typing import Any

from assistant.devices.desktop.windows.calls import Foreground, Formats
from assistant.devices.desktop.windows.lent_clipboard import LentClipboard
from assistant.devices.desktop.windows.strokes import MODIFIERS, Stroke
from assistant.devices.desktop.windows.structures import Input, inputs

QUERY_LIMITED = 0x1000
TOKEN_QUERY, TOKEN_INTEGRITY = 0x0008, 25
DOWN = 0x8000
ROOM = 1024
LIBRARIES = ("user32", "kernel32", "advapi32")

Load = Callable[[str], Any]
"""ctypes.WinDLL."""


class User32Calls:
    """Implements WindowsCalls."""

    def __init__(self, load: Load) -> None:
        """Load the libraries of the system and start the clipboard's thread."""
        self._user, self._kernel, self._rights = (load(name) for name in LIBRARIES)
        for function in (self._user.GetForegroundWindow, self._kernel.OpenProcess):
            function.restype = ctypes.c_void_p
        self._kernel.GetCurrentProcess.restype = ctypes.c_void_p
        self._rights.GetSidSubAuthority.restype = ctypes.POINTER(ctypes.c_uint32)
        self._rights.GetSidSubAuthorityCount.restype = ctypes.POINTER(ctypes.c_ubyte)
        self._own_level = self._level(ctypes.c_void_p(self._kernel.GetCurrentProcess()))
        self._clipboard = LentClipboard(self._user, self._kernel)

    def foreground(self) -> Foreground | None:
        """Return the window that has the keyboard."""
        window = self._user.GetForegroundWindow()
        if not window:
            return None
        title = ctypes.create_unicode_buffer(ROOM)
        self._user.GetWindowTextW(ctypes.c_void_p(window), title, ROOM)
        number = ctypes.c_uint32()
        self._user.GetWindowThreadProcessId(ctypes.c_void_p(window), ctypes.byref(number))
        process = self._kernel.OpenProcess(QUERY_LIMITED, 0, number)
        if not process:  # not even its name may be known
            return Foreground(int(window), "", title.value, is_above_us=True)
        handle = ctypes.c_void_p(process)
        try:
            path = ctypes.create_unicode_buffer(ROOM)
            size = ctypes.c_uint32(ROOM)
            self._kernel.QueryFullProcessImageNameW(handle, 0, path, ctypes.byref(size))
            is_above_us = self._level(handle) > self._own_level
        finally:
            self._kernel.CloseHandle(handle)
        return Foreground(int(window), PureWindowsPath(path.value).name, title.value, is_above_us)

    def held_modifiers(self) -> tuple[int, ...]:
        """Return the virtual keys of the modifiers that are down."""
        return tuple(code for code in MODIFIERS if self._user.GetAsyncKeyState(code) & DOWN)

    def send(self, strokes: Sequence[Stroke]) -> int:
        """Send key events in one piece, so that no key of the user's comes between them."""
        return int(self._user.SendInput(len(strokes), inputs(strokes), ctypes.sizeof(Input)))

    def clipboard(self) -> Formats | None:
        """Return what the clipboard holds as plain memory."""
        return self._clipboard.read()

    def offer(self, text: str) -> bool:
        """Put `text` there, to be handed over when it is asked for."""
        return self._clipboard.offer(text)

    def times_asked(self) -> int:
        """Return how often the text of the last offer was asked for."""
        return self._clipboard.asked

    def is_ours(self) -> bool:
        """Return whether the clipboard still holds our offer."""
        return self._clipboard.is_ours

    def put(self, formats: Formats) -> None:
        """Replace the contents of the clipboard."""
        self._clipboard.put(formats)

    def close(self) -> None:
        """End the clipboard's thread."""
        self._clipboard.close()

    def _level(self, process: ctypes.c_void_p) -> int:
        """Return the integrity level of a process; the highest where it does not let itself be asked."""
        token = ctypes.c_void_p()
        if not self._rights.OpenProcessToken(process, TOKEN_QUERY, ctypes.byref(token)):
            return 1 << 30
        try:
            room = ctypes.create_string_buffer(ROOM)
            size = ctypes.c_uint32()
            if not self._rights.GetTokenInformation(token, TOKEN_INTEGRITY, room, ROOM, ctypes.byref(size)):
                return 1 << 30
            sid = ctypes.c_void_p.from_buffer(room)  # TOKEN_MANDATORY_LABEL begins with a pointer to a SID
            last = self._rights.GetSidSubAuthorityCount(sid)[0] - 1
            return int(self._rights.GetSidSubAuthority(sid, last)[0])
        finally:
            self._kernel.CloseHandle(token)
