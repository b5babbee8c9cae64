"""The light of CapsLock: a hotkey must not leave it wrong. Speaks the few XKB requests that this takes.

The server turns CapsLock with every press, grabbed or not, so after a press that was a hotkey it is set back.
Requests as in "The X Keyboard Extension: Protocol Specification", 4.1 and 5.3.
"""

from Xlib import X
from Xlib.protocol import rq

from assistant.devices.desktop.x11.connection import Connection

EXTENSION = "XKEYBOARD"
CORE_KEYBOARD = 0x100


class _UseExtension(rq.ReplyRequest):  # type: ignore[misc]  # python-xlib has no types
    _request = rq.Struct(
        rq.Card8("opcode"), rq.Opcode(0), rq.RequestLength(), rq.Card16("major"), rq.Card16("minor")
    )
    _reply = rq.Struct(
        rq.ReplyCode(), rq.Bool("supported"), rq.Card16("sequence_number"), rq.ReplyLength(), rq.Pad(24)
    )


class _GetState(rq.ReplyRequest):  # type: ignore[misc]  # python-xlib has no types
    _request = rq.Struct(rq.Card8("opcode"), rq.Opcode(4), rq.RequestLength(), rq.Card16("device"), rq.Pad(2))
    _reply = rq.Struct(
        rq.ReplyCode(),
        rq.Card8("device"),
        rq.Card16("sequence_number"),
        rq.ReplyLength(),
        *(rq.Card8("mods"), rq.Card8("base_mods"), rq.Card8("latched_mods"), rq.Card8("locked_mods")),
        rq.Pad(20),
    )


class _LatchLockState(rq.Request):  # type: ignore[misc]  # python-xlib has no types
    _request = rq.Struct(
        rq.Card8("opcode"),
        rq.Opcode(5),
        rq.RequestLength(),
        *(rq.Card16("device"), rq.Card8("affected_locks"), rq.Card8("locks")),
        rq.Pad(8),
    )


class CapsLock:
    """The CapsLock of a display.

    It needs a connection of its own: one that has asked for XKB hears no more of changed keyboards.
    """

    def __init__(self, display: str | None) -> None:
        """Connect and ask for the extension; without it nothing is ever set. Raises NoDesktopError."""
        self._connection = Connection(display)
        self._display = self._connection.display.display
        found = self._connection.display.query_extension(EXTENSION)
        self._opcode = found.major_opcode if found is not None else None
        if self._opcode is not None:
            _UseExtension(display=self._display, opcode=self._opcode, major=1, minor=0)

    def is_on(self) -> bool:
        """Return whether letters come out as capitals."""
        if self._opcode is None:
            return False
        state = _GetState(display=self._display, opcode=self._opcode, device=CORE_KEYBOARD)
        return bool(state.locked_mods & X.LockMask)

    def set(self, *, is_on: bool) -> None:
        """Turn it on or off, light and all."""
        if self._opcode is not None:
            _LatchLockState(
                display=self._display,
                opcode=self._opcode,
                device=CORE_KEYBOARD,
                affected_locks=X.LockMask,
                locks=X.LockMask if is_on else 0,
            )
            self._display.flush()

    def close(self) -> None:
        """Hang up."""
        self._connection.close()


class CapsKeeper:
    """Sets CapsLock back after presses of it that were hotkeys."""

    def __init__(self, display: str | None) -> None:
        """Take the display; it is connected to when CapsLock first is a hotkey."""
        self._display = display
        self._lock: CapsLock | None = None
        self._code: int | None = None

    def press(self, code: int) -> None:
        """Take it that CapsLock, the key `code`, has gone down as a hotkey. Raises NoDesktopError."""
        self._lock = self._lock or CapsLock(self._display)
        # A key that turns CapsLock has turned it on by now, or it was on: off here, it turns something else.
        self._code = code if self._lock.is_on() else None

    @property
    def waits_for(self) -> int | None:
        """The key whose release `settle` waits for."""
        return self._code

    def settle(self) -> None:
        """Set it back, now that the key is up."""
        if self._code is not None and self._lock is not None:
            self._code = None
            self._lock.set(is_on=not self._lock.is_on())

    def close(self) -> None:
        """Hang up."""
        if self._lock is not None:
            self._lock.close()
