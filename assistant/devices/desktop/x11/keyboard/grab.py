"""Keeps an ordinary key away from the program that has the focus."""

from Xlib import X
from Xlib.error import BadAccess

from assistant.devices.desktop.x11.connection import Connection
from assistant.devices.desktop.x11.keyboard.names import Key, lock_masks
from assistant.errors import HotkeyError


class KeyGrab:
    """A passive grab of a key without modifiers, whatever lock keys are on.

    It needs a connection of its own: the server sends no raw events to the connection that grabs.
    """

    def __init__(self, display: str | None, key: Key) -> None:
        """Take the key. Raises HotkeyError where another program has it."""
        self._connection = Connection(display)
        root = self._connection.root
        for code in key.codes:
            for mask in lock_masks(self._connection):
                root.grab_key(code, mask, False, X.GrabModeAsync, X.GrabModeAsync)
        if any(isinstance(error, BadAccess) for error in self._connection.take_errors()):
            self.close()
            raise HotkeyError(f"Another program has taken the key {key.name}. Choose another one.")

    def drain(self) -> None:
        """Forget the events of the grabbed key; the raw ones have told all."""
        for _ in range(self._connection.display.pending_events()):
            self._connection.display.next_event()

    def close(self) -> None:
        """Let the key go."""
        self._connection.close()
