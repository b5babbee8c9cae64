"""A look at the text that somebody offers in a selection, from a connection of its own."""

from types import TracebackType
from typing import Self

from Xlib import X

from assistant.devices.desktop.x11.connection import Connection
from assistant.devices.desktop.x11.pump import EventPump
from assistant.devices.desktop.x11.selection.reader import SelectionReader

PRIMARY, CLIPBOARD = "PRIMARY", "CLIPBOARD"
LARGEST = 1 << 20
"""Bytes of text that are read at most."""


class SelectionPeek:
    """Reads selections, and can empty one. `with` opens and closes it."""

    def __init__(self, display: str | None = None) -> None:
        """Connect. Raises NoDesktopError."""
        self._connection = Connection(display)
        self._pump = EventPump(self._connection)
        self._window = self._connection.root.create_window(
            -1, -1, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask
        )
        self._reader = SelectionReader(self._connection, self._window, self._pump)

    def owner(self, name: str) -> int | None:
        """Return the client that owns a selection; None where nobody does."""
        found = self._connection.display.get_selection_owner(self._connection.atom(name))
        return None if found == X.NONE else self._connection.client_of(int(found.id))

    def text(self, name: str) -> str | None:
        """Return the text in a selection; None where it holds none."""
        if self.owner(name) is None:
            return None
        atom = self._connection.atom
        piece = self._reader.convert(atom(name), atom("UTF8_STRING"), X.CurrentTime, LARGEST)
        return None if piece is None else piece.value.decode("utf-8", "replace")

    def empty(self, name: str) -> None:
        """Take a selection from whoever owns it; nobody does any more once this connection is closed."""
        self._window.set_selection_owner(self._connection.atom(name), X.CurrentTime)
        self._connection.display.sync()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Hang up."""
        self._connection.close()
        self._pump.close()
