"""Keeps a key, a chord or a mouse button away from the program that has the focus."""

from collections.abc import Iterable

from Xlib import X
from Xlib.error import BadAccess

from assistant.devices.desktop.presses import Code
from assistant.devices.desktop.x11.connection import Connection
from assistant.devices.desktop.x11.keyboard.names import BUTTONS, lock_masks
from assistant.errors import HotkeyError


class KeyGrab:
    """A passive grab of keys with certain modifiers and no others, whatever lock keys are on.

    It needs a connection of its own: the server sends no raw events to the connection that grabs.
    """

    def __init__(self, display: str | None, name: str, codes: Iterable[Code], mask: int = 0) -> None:
        """Take the key. Raises HotkeyError where another program has it."""
        self._connection = Connection(display)
        root = self._connection.root
        for code in (each for each in codes if isinstance(each, int)):
            for locks in lock_masks(self._connection):
                if code < BUTTONS:
                    root.grab_key(code, mask | locks, False, X.GrabModeAsync, X.GrabModeAsync)
                else:
                    button = (code - BUTTONS, mask | locks, False, 0)
                    root.grab_button(*button, X.GrabModeAsync, X.GrabModeAsync, X.NONE, X.NONE)
        if any(isinstance(error, BadAccess) for error in self._connection.take_errors()):
            self.close()
            raise HotkeyError(f"Another program has taken the key {name}. Choose another one.")

    def drain(self) -> None:
        """Forget the events of the grabbed key; the raw ones have told all."""
        for _ in range(self._connection.display.pending_events()):
            self._connection.display.next_event()

    def close(self) -> None:
        """Let the key go."""
        self._connection.close()
