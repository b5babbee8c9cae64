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

    def turn(self) -> None:
        """Turn it on where it is off, and off where it is on, light and all."""
        if self._opcode is None:
            return
        to_keyboard = {"display": self._display, "opcode": self._opcode, "device": CORE_KEYBOARD}
        is_on = bool(_GetState(**to_keyboard).locked_mods & X.LockMask)
        _LatchLockState(**to_keyboard, affected_locks=X.LockMask, locks=0 if is_on else X.LockMask)
        self._display.flush()

    def close(self) -> None:
        """Hang up."""
        self._connection.close()


class CapsKeeper:
    """Turns CapsLock back after presses of it that were hotkeys, as often as it was pressed.

    What it was before is not asked: by the time we hear of a quick press, the key is up again.
    """

    def __init__(self, display: str | None) -> None:
        """Take the display; it is connected to when CapsLock first is a hotkey."""
        self._display = display
        self._lock: CapsLock | None = None
        self._code: int | None = None
        self._turns = 0

    def press(self, code: int) -> None:
        """Take it that CapsLock, the key `code`, has gone down as a hotkey."""
        self._code = code
        self._turns += 1

    @property
    def waits_for(self) -> int | None:
        """The key whose release `settle` waits for."""
        return self._code

    def settle(self) -> None:
        """Turn it back, now that the key is up. Raises NoDesktopError."""
        turns, self._turns, self._code = self._turns, 0, None
        if turns % 2:
            self._lock = self._lock or CapsLock(self._display)
            self._lock.turn()

    def close(self) -> None:
        """Hang up."""
        if self._lock is not None:
            self._lock.close()
