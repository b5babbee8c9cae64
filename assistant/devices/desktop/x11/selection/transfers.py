"""Hands data to whoever asked for it; what is too long for one request goes piece by piece (INCR)."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from time import monotonic

from Xlib import X

from assistant.devices.desktop.x11.connection import Connection, XEvent
from assistant.devices.desktop.x11.selection.content import Piece

CHUNK = 128 * 1024
"""Bytes in one request at most; every server takes 256 KiB."""
GIVE_UP = 5.0
"""Seconds after which a requestor that fetches nothing more is taken for dead."""


@dataclass(slots=True)
class _Transfer:
    piece: Piece
    sent: int
    last: float


class Transfers:
    """All long transfers under way."""

    def __init__(self, connection: Connection, own_window: int) -> None:
        self._connection = connection
        self._own_window = own_window
        self._running: dict[tuple[int, int], _Transfer] = {}

    def last_piece(self, requestors: AbstractSet[int]) -> float | None:
        """Return when (time.monotonic) one of these windows last fetched a piece; None if all have all."""
        now = monotonic()
        for key, transfer in list(self._running.items()):
            if now - transfer.last > GIVE_UP:
                self._finish(key)
        running = self._running.items()
        return max((transfer.last for key, transfer in running if key[0] in requestors), default=None)

    def put(self, requestor: int, target_property: int, piece: Piece) -> None:
        """Write `piece` into the requestor's property, or begin to."""
        window = self._connection.window(requestor)
        if len(piece.value) <= CHUNK:
            window.change_property(target_property, piece.type, piece.bits, piece.value)
            return
        self._watch(requestor, X.PropertyChangeMask)
        window.change_property(target_property, self._connection.atom("INCR"), 32, [len(piece.value)])
        self._running[requestor, target_property] = _Transfer(piece, 0, monotonic())

    def proceed(self, event: XEvent) -> None:
        """Send the next piece where a PropertyNotify says that the last one was fetched."""
        key = (event.window.id, event.atom)
        transfer = self._running.get(key)
        if transfer is None or event.state != X.PropertyDelete:
            return
        transfer.last = monotonic()
        chunk = transfer.piece.value[transfer.sent : transfer.sent + CHUNK]
        transfer.sent += len(chunk)
        event.window.change_property(event.atom, transfer.piece.type, transfer.piece.bits, chunk)
        if not chunk:  # the empty piece just sent says that this was all
            self._finish(key)

    def _finish(self, key: tuple[int, int]) -> None:
        del self._running[key]
        if all(requestor != key[0] for requestor, _ in self._running):
            self._watch(key[0], X.NoEventMask)

    def _watch(self, requestor: int, mask: int) -> None:
        if requestor != self._own_window:  # our own window hears of its properties anyway
            self._connection.window(requestor).change_attributes(event_mask=mask)
