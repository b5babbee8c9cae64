"""The clipboard of Windows, lent to a text that is only handed over when it is asked for: thread `clipboard`.

Delayed rendering: an empty handle is put for the format of text, and WM_RENDERFORMAT comes when somebody
wants it. Windows asks only once for one offer and keeps the answer, so the first request is all we hear of.
"""

import ctypes
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Event as Flag
from threading import Thread
from time import sleep
from typing import Any, TypeVar

from assistant.devices.desktop.windows.calls import Formats
from assistant.devices.desktop.windows.structures import Message, WindowClass

T = TypeVar("T")

UNICODE_TEXT = 13
HANDLES = {2, 3, 9, 14, 0x80, 0x82, 0x83, 0x8E}
"""Formats that are handles of drawings and not memory; Windows makes them anew from the others."""
ORDER, CLOSE, RENDER, RENDER_ALL, DESTROYED = 0x8000, 0x0010, 0x0305, 0x0306, 0x0307
"""WM_APP, WM_CLOSE, WM_RENDERFORMAT, WM_RENDERALLFORMATS, WM_DESTROYCLIPBOARD."""
ONLY_MESSAGES = -3
MOVABLE = 0x0002
TRIES, PAUSE = 10, 0.02
"""Another program may hold the clipboard for a moment."""
PRIVATE = ("ExcludeClipboardContentFromMonitorProcessing", "Clipboard Viewer Ignore")
NO = ("CanIncludeInClipboardHistory", "CanUploadToCloudClipboard")
ANSWER = 3.0


class LentClipboard:
    """Does everything on its own thread, whose window owns the clipboard."""

    def __init__(self, user: Any, kernel: Any) -> None:  # noqa: ANN401 - libraries of ctypes have no types
        self._user, self._kernel = user, kernel
        _declare(user, kernel)
        self._orders: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._text = ""
        self.asked = 0
        """How often the text of the last offer was asked for."""
        self.is_ours = False
        """Whether the clipboard still holds it."""
        self._window: int | None = None
        self._procedure = ctypes.CFUNCTYPE(
            ctypes.c_ssize_t, ctypes.c_void_p, ctypes.c_uint32, ctypes.c_size_t, ctypes.c_ssize_t
        )(self._receive)
        ready = Flag()
        self._thread = Thread(target=self._run, args=(ready,), name="clipboard", daemon=True)
        self._thread.start()
        ready.wait(ANSWER)

    def read(self) -> Formats | None:
        """Return all contents that are memory; None where the clipboard cannot be opened."""
        return self._do(self._read)

    def offer(self, text: str) -> bool:
        """Put `text` on offer."""
        return self._do(lambda: self._offer(text))

    def put(self, formats: Formats) -> None:
        """Replace the contents."""
        self._do(lambda: self._put(formats))

    def close(self) -> None:
        """End the thread."""
        self._user.PostMessageW(self._window, CLOSE, 0, 0)
        self._thread.join(1.0)

    def _do(self, order: Callable[[], T]) -> T:
        answer: Future[T] = Future()
        self._orders.put(lambda: answer.set_result(order()))
        self._user.PostMessageW(self._window, ORDER, 0, 0)
        return answer.result(ANSWER)

    def _run(self, ready: Flag) -> None:
        name = "AssistantClipboard"
        procedure = ctypes.cast(self._procedure, ctypes.c_void_p)
        kind = WindowClass(procedure=procedure, name=name)
        self._user.RegisterClassW(ctypes.byref(kind))
        self._window = self._user.CreateWindowExW(
            0, name, name, 0, 0, 0, 0, 0, ctypes.c_void_p(ONLY_MESSAGES), None, None, None
        )
        ready.set()
        message = Message()
        while self._user.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            self._user.DispatchMessageW(ctypes.byref(message))

    def _receive(self, window: int, message: int, wide: int, long: int) -> int:
        match message:
            case 0x8000:  # ORDER
                while True:
                    try:
                        self._orders.get_nowait()()
                    except Empty:
                        return 0
            case 0x0305:  # RENDER
                self.asked += 1
                self._render()
            case 0x0306:  # RENDER_ALL: we are about to go
                if self._open():
                    self._render()
                    self._user.CloseClipboard()
            case 0x0307:  # DESTROYED
                self.is_ours = False
            case 0x0010:  # CLOSE
                self._user.DestroyWindow(window)
                self._user.PostQuitMessage(0)
            case _:
                return int(self._user.DefWindowProcW(window, message, wide, long))
        return 0

    def _render(self) -> None:
        self._user.SetClipboardData(UNICODE_TEXT, self._memory(_wide(self._text)))

    def _open(self) -> bool:
        for _ in range(TRIES):
            if self._user.OpenClipboard(self._window):
                return True
            sleep(PAUSE)
        return False

    def _offer(self, text: str) -> bool:
        if not self._open():
            return False
        self._user.EmptyClipboard()
        self._text, self.asked = text, 0
        self._user.SetClipboardData(UNICODE_TEXT, None)
        for name in PRIVATE:
            self._user.SetClipboardData(self._user.RegisterClipboardFormatW(name), self._memory(b"\0"))
        for name in NO:
            self._user.SetClipboardData(self._user.RegisterClipboardFormatW(name), self._memory(bytes(4)))
        self._user.CloseClipboard()
        self.is_ours = True
        return True

    def _put(self, formats: Formats) -> None:
        if not self._open():
            return
        self._user.EmptyClipboard()
        for each, data in formats.items():
            self._user.SetClipboardData(each, self._memory(data))
        self._user.CloseClipboard()
        self.is_ours = False

    def _read(self) -> Formats | None:
        if not self._open():
            return None
        found: dict[int, bytes] = {}
        each = 0
        while each := self._user.EnumClipboardFormats(each):
            handle = None if each in HANDLES else self._user.GetClipboardData(each)
            place = self._kernel.GlobalLock(handle) if handle else None
            if place:
                found[each] = ctypes.string_at(place, self._kernel.GlobalSize(handle))
                self._kernel.GlobalUnlock(handle)
        self._user.CloseClipboard()
        return found

    def _memory(self, data: bytes) -> int:
        """Return a handle of movable memory that holds `data`; the clipboard becomes its owner."""
        handle: int = self._kernel.GlobalAlloc(MOVABLE, max(1, len(data)))
        ctypes.memmove(self._kernel.GlobalLock(handle), data, len(data))
        self._kernel.GlobalUnlock(handle)
        return handle


def _wide(text: str) -> bytes:
    """Return text as Windows has it on the clipboard: UTF-16 with its own line ends, and a zero."""
    lines = text.replace("\r\n", "\n").replace("\n", "\r\n")
    return (lines + "\0").encode("utf-16-le", "replace")


def _declare(user: Any, kernel: Any) -> None:  # noqa: ANN401 - libraries of ctypes have no types
    """Say which functions take or give handles: ctypes would cut them to 32 bits."""
    pointer, word = ctypes.c_void_p, ctypes.c_uint32
    for function in (user.CreateWindowExW, user.GetClipboardData, user.SetClipboardData):
        function.restype = pointer
    for function in (kernel.GlobalAlloc, kernel.GlobalLock):
        function.restype = pointer
    kernel.GlobalSize.restype = ctypes.c_size_t
    user.DefWindowProcW.restype = ctypes.c_ssize_t
    user.SetClipboardData.argtypes = [word, pointer]
    user.OpenClipboard.argtypes = [pointer]
    user.PostMessageW.argtypes = [pointer, word, ctypes.c_size_t, ctypes.c_ssize_t]
    user.DefWindowProcW.argtypes = [pointer, word, ctypes.c_size_t, ctypes.c_ssize_t]
    user.DestroyWindow.argtypes = [pointer]
    kernel.GlobalAlloc.argtypes = [word, ctypes.c_size_t]
    for function in (kernel.GlobalLock, kernel.GlobalUnlock, kernel.GlobalSize):
        function.argtypes = [pointer]
