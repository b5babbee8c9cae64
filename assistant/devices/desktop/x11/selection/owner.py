"""Owns selections and answers those who ask for them, by the rules of the ICCCM."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from Xlib import X, Xatom
from Xlib.error import XError
from Xlib.protocol.event import SelectionNotify
from Xlib.protocol.request import SetSelectionOwner

from assistant.devices.desktop.x11.connection import Connection, XEvent, XWindow
from assistant.devices.desktop.x11.selection.content import Content, Piece
from assistant.devices.desktop.x11.selection.transfers import Transfers


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody asked for a format of a selection and was given it."""

    selection: int
    target: int
    requestor: int
    """Window id."""


@dataclass(slots=True)
class _Held:
    content: Content
    since: int
    """Server time of the taking."""


class SelectionOwner:
    """Holds contents for CLIPBOARD, PRIMARY or any other selection."""

    def __init__(
        self, connection: Connection, window: XWindow, transfers: Transfers, told: Callable[[Asked], None]
    ) -> None:
        """Own through `window`; tell `told` of each format that was handed over."""
        self._connection = connection
        self._window = window
        self._transfers = transfers
        self._told = told
        self._held: dict[int, _Held] = {}
        self.refuses: Callable[[int], bool] = lambda _requestor: False
        """Is asked before the content itself (no list of formats) is handed to a window."""
        atom = connection.atom
        self._targets, self._multiple, self._timestamp = atom("TARGETS"), atom("MULTIPLE"), atom("TIMESTAMP")

    def own(self, selection: int, content: Content, time: int) -> bool:
        """Take a selection at the server time `time`; False where somebody else keeps it."""
        self._held[selection] = _Held(content, time)
        self._window.set_selection_owner(selection, time)
        owner = self._connection.display.get_selection_owner(selection)
        if owner == X.NONE or owner.id != self._window.id:
            del self._held[selection]
            return False
        return True

    def give_up(self, selection: int) -> None:
        """Leave a selection without an owner, unless it is somebody else's by now."""
        held = self._held.pop(selection, None)
        if held is not None:
            # With the time of our own taking the server ignores this if another client took it since.
            display = self._connection.display.display
            SetSelectionOwner(display=display, window=X.NONE, selection=selection, time=held.since)

    def content(self, selection: int) -> Content | None:
        """Return what we hold there; None where the selection is not ours."""
        held = self._held.get(selection)
        return None if held is None else held.content

    def lose(self, event: XEvent) -> None:
        """Take note of a SelectionClear: another client owns it now."""
        owner = self._connection.display.get_selection_owner(event.atom)
        # The event of an earlier loss may arrive after we took the selection again: then it is ours still.
        if owner == X.NONE or owner.id != self._window.id:
            self._held.pop(event.atom, None)

    def answer(self, event: XEvent) -> None:
        """Answer a SelectionRequest."""
        target_property = event.property or event.target  # clients from before 1988 name none
        held = self._held.get(event.selection)
        if event.target == self._multiple and held is not None and event.property:
            is_done = self._answer_many(event, held)
        else:
            is_done = held is not None and self._give(event, held, event.target, target_property)
        reply = SelectionNotify(
            time=event.time,
            requestor=event.requestor,
            selection=event.selection,
            target=event.target,
            property=target_property if is_done else X.NONE,
        )
        event.requestor.send_event(reply, event_mask=X.NoEventMask)

    def _answer_many(self, event: XEvent, held: _Held) -> bool:
        try:
            wanted = event.requestor.get_full_property(event.property, X.AnyPropertyType)
        except XError:  # the requestor has gone
            return False
        if wanted is None or wanted.format != 32:  # noqa: PLR2004 - bits of an item
            return False
        pairs = list(wanted.value)
        for index in range(0, len(pairs) - 1, 2):
            if not self._give(event, held, pairs[index], pairs[index + 1]):
                pairs[index + 1] = X.NONE
        event.requestor.change_property(event.property, self._connection.atom("ATOM_PAIR"), 32, pairs)
        return True

    def _give(self, event: XEvent, held: _Held, target: int, target_property: int) -> bool:
        piece = self._piece(held, target)
        if piece is None or not target_property:
            return False
        if target in held.content and self.refuses(event.requestor.id):
            return False
        self._transfers.put(event.requestor.id, target_property, piece)
        self._told(Asked(event.selection, target, event.requestor.id))
        return True

    def _piece(self, held: _Held, target: int) -> Piece | None:
        if target == self._targets:
            return _numbers(Xatom.ATOM, [self._targets, self._multiple, self._timestamp, *held.content])
        if target == self._timestamp:
            return _numbers(Xatom.INTEGER, [held.since])
        return held.content.get(target)


def _numbers(kind: int, values: list[int]) -> Piece:
    return Piece(kind, 32, b"".join(value.to_bytes(4, sys.byteorder) for value in values))
