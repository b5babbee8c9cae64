"""macOS itself, by ctypes: CoreGraphics for keys, AppKit by the Objective-C runtime for the rest."""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from assistant.devices.desktop.macos.calls import Formats, Frontmost

COMMAND = 1 << 20
SESSION_TAP = 1
FRAMEWORKS = "/System/Library/Frameworks/{0}.framework/{0}"
PRIVATE_STATE = -1
"""Events of their own: modifiers that the user holds are not in them."""
LARGEST = 64 << 20

Load = Callable[[str], Any]
"""ctypes.CDLL."""


class QuartzCalls:
    """Implements MacCalls."""

    def __init__(self, load: Load) -> None:
        """Load the frameworks of the system."""
        self._graphics = load(FRAMEWORKS.format("ApplicationServices"))
        self._carbon = load(FRAMEWORKS.format("Carbon"))
        load(FRAMEWORKS.format("AppKit"))
        self._objects = load("/usr/lib/libobjc.A.dylib")
        for function in (self._objects.objc_getClass, self._objects.sel_registerName):
            function.restype, function.argtypes = ctypes.c_void_p, [ctypes.c_char_p]
        self._objects.objc_autoreleasePoolPush.restype = ctypes.c_void_p
        self._objects.objc_autoreleasePoolPop.argtypes = [ctypes.c_void_p]
        for function in (self._graphics.CGEventSourceCreate, self._graphics.CGEventCreateKeyboardEvent):
            function.restype = ctypes.c_void_p
        self._graphics.CGEventSourceCreate.argtypes = [ctypes.c_int32]
        keys = [ctypes.c_void_p, ctypes.c_uint16, ctypes.c_bool]
        self._graphics.CGEventCreateKeyboardEvent.argtypes = keys
        self._graphics.CGEventSetFlags.argtypes = [ctypes.c_void_p, ctypes.c_uint64]
        self._graphics.CGEventPost.argtypes = [ctypes.c_uint32, ctypes.c_void_p]
        self._graphics.CFRelease.argtypes = [ctypes.c_void_p]
        text = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_char_p]
        self._graphics.CGEventKeyboardSetUnicodeString.argtypes = text
        self._graphics.AXIsProcessTrusted.restype = ctypes.c_bool
        self._carbon.IsSecureEventInputEnabled.restype = ctypes.c_bool
        self._source = self._graphics.CGEventSourceCreate(PRIVATE_STATE)

    def frontmost(self) -> Frontmost | None:
        """Return the application that has the keyboard."""
        with self._pool():
            application = self._send(
                self._send(self._class("NSWorkspace"), "sharedWorkspace"), "frontmostApplication"
            )
            if not application:
                return None
            process = self._send(application, "processIdentifier", restype=ctypes.c_int32)
            bundle = self._text(self._send(application, "bundleIdentifier"))
            return Frontmost(int(process), bundle, self._text(self._send(application, "localizedName")))

    def is_trusted(self) -> bool:
        """Return whether the user lets us press keys (Accessibility)."""
        return bool(self._graphics.AXIsProcessTrusted())

    def is_secure(self) -> bool:
        """Return whether a password field keeps all keys to itself."""
        return bool(self._carbon.IsSecureEventInputEnabled())

    def type(self, chunk: str) -> None:
        """Type characters with no key of theirs."""
        units = chunk.encode("utf-16-le", "replace")
        for is_press in (True, False):
            self._post(0, is_press=is_press, flags=0, units=units)

    def press(self, key: int, *, with_command: bool) -> None:
        """Press a key by its virtual code and let it go."""
        for is_press in (True, False):
            self._post(key, is_press=is_press, flags=COMMAND if with_command else 0)

    def pasteboard(self) -> Formats:
        """Return what the pasteboard holds, of its first item."""
        with self._pool():
            board = self._board()
            types = self._send(board, "types")
            found: dict[str, bytes] = {}
            for index in range(self._count(types)):
                kind = self._send(types, "objectAtIndex:", ctypes.c_ulong(index))
                data = self._send(board, "dataForType:", ctypes.c_void_p(kind))
                size = self._send(data, "length", restype=ctypes.c_ulong) if data else 0
                if data and size <= LARGEST:
                    found[self._text(kind)] = (
                        ctypes.string_at(self._send(data, "bytes") or 0, size) if size else b""
                    )
            return found

    def put(self, formats: Formats) -> int:
        """Replace the contents of the pasteboard."""
        with self._pool():
            board = self._board()
            self._send(board, "clearContents")
            for kind, value in formats.items():
                data = self._send(
                    self._class("NSData"),
                    "dataWithBytes:length:",
                    ctypes.c_char_p(value),
                    ctypes.c_ulong(len(value)),
                )
                name = ctypes.c_void_p(self._string(kind))
                self._send(board, "setData:forType:", ctypes.c_void_p(data), name)
        return self.change_count()

    def change_count(self) -> int:
        """Return a number that grows with each change of the pasteboard."""
        with self._pool():
            return int(self._send(self._board(), "changeCount", restype=ctypes.c_long))

    def _post(self, key: int, *, is_press: bool, flags: int, units: bytes = b"") -> None:
        event = self._graphics.CGEventCreateKeyboardEvent(self._source, key, is_press)
        if units:
            self._graphics.CGEventKeyboardSetUnicodeString(event, len(units) // 2, units)
        self._graphics.CGEventSetFlags(event, flags)
        self._graphics.CGEventPost(SESSION_TAP, event)
        self._graphics.CFRelease(event)

    def _board(self) -> Any:  # noqa: ANN401 - a pointer, or nothing
        return self._send(self._class("NSPasteboard"), "generalPasteboard")

    def _count(self, array: Any) -> int:  # noqa: ANN401 - a pointer, or nothing
        return int(self._send(array, "count", restype=ctypes.c_ulong)) if array else 0

    def _class(self, name: str) -> Any:  # noqa: ANN401 - a pointer
        return self._objects.objc_getClass(name.encode())

    def _string(self, text: str) -> Any:  # noqa: ANN401 - a pointer
        return self._send(self._class("NSString"), "stringWithUTF8String:", ctypes.c_char_p(text.encode()))

    def _text(self, string: Any) -> str:  # noqa: ANN401 - a pointer, or nothing
        raw = self._send(string, "UTF8String", restype=ctypes.c_char_p) if string else None
        return raw.decode() if raw else ""

    def _send(self, target: Any, selector: str, *arguments: Any, restype: Any = ctypes.c_void_p) -> Any:  # noqa: ANN401 - objc_msgSend takes and gives anything
        """Send a message; on ARM each call needs the prototype of its own arguments."""
        kinds = [type(each) for each in arguments]
        call = ctypes.CFUNCTYPE(restype, ctypes.c_void_p, ctypes.c_void_p, *kinds)(
            ("objc_msgSend", self._objects)
        )
        return call(target, self._objects.sel_registerName(selector.encode()), *arguments)

    @contextmanager
    def _pool(self) -> Iterator[None]:
        pool = self._objects.objc_autoreleasePoolPush()
        try:
            yield
        finally:
            self._objects.objc_autoreleasePoolPop(pool)
