"""Reads a selection that another client owns: all formats, within bounds of size and time."""

from collections.abc import Iterable
from dataclasses import dataclass
from time import monotonic

from Xlib import X
from Xlib.error import XError

from assistant.devices.desktop.x11.connection import Connection, XEvent, XWindow
from assistant.devices.desktop.x11.pump import EventPump
from assistant.devices.desktop.x11.selection.content import Content, Piece

ANSWER = 0.5
"""Seconds an owner may take for one answer."""
NOT_CONTENT = {
    *("TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS", "DELETE", "INSERT_SELECTION", "INSERT_PROPERTY"),
    *("LENGTH", "CLIENT_WINDOW", "HOST_NAME", "USER", "PROCESS", "OWNER_OS", "CLASS", "NAME"),
}
"""Targets that tell about the owner, or make it do something."""
PROPERTIES = 16
"""Properties used in turn, so that a late answer is not taken for the next one."""

REDUNDANT = 2
"""Rank of picture formats other than PNG, which come last."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of an old selection is kept."""

    size: int = 64 << 20
    """Bytes."""
    time: float = 1.0
    """Seconds; owners make most formats only when asked, a large picture takes long in each of them."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a selection held."""

    content: Content
    is_complete: bool
    """False where formats are missing: the owner was silent, or the bounds were reached."""


EMPTY = Saved({}, is_complete=True)


class SelectionReader:
    """Asks owners for their selections, one format after the other."""

    def __init__(self, connection: Connection, window: XWindow, pump: EventPump) -> None:
        self._connection = connection
        self._window = window
        self._pump = pump
        self._turn = 0
        self._answer: XEvent = None
        self._written = 0
        self._property = X.NONE
        self._asked = (X.NONE, X.NONE)
        self._is_cut_short = False
        pump.on(X.SelectionNotify, self._notice_answer)
        pump.on(X.PropertyNotify, self._notice_property)

    def read(self, selection: int, time: int, bounds: Bounds) -> Saved:
        """Return all formats of a selection; `time` is the server's now."""
        if self._connection.display.get_selection_owner(selection) == X.NONE:
            return EMPTY
        deadline = monotonic() + bounds.time
        self._is_cut_short = False
        offered = self.convert(selection, self._connection.atom("TARGETS"), time)
        content: dict[int, Piece] = {}
        left = bounds.size
        for target in self._ordered(_atoms(offered) if offered else []):
            if monotonic() > deadline:
                self._is_cut_short |= self._matters(target, content)
                continue
            piece = self.convert(selection, target, time, left)
            if piece is not None:
                content[target] = piece
                left -= len(piece.value)
        return Saved(content, is_complete=not self._is_cut_short)

    def convert(self, selection: int, target: int, time: int, limit: int = 1 << 20) -> Piece | None:
        """Return one format, at most `limit` bytes of it; None where the owner has none or is silent."""
        self._turn = (self._turn + 1) % PROPERTIES
        self._property = self._connection.atom(f"ASSISTANT_{self._turn}")
        self._window.delete_property(self._property)
        self._asked = (selection, target)
        self._answer, self._written = None, 0
        self._window.convert_selection(selection, target, self._property, time)
        if not self._pump.wait_until(lambda: self._answer is not None, ANSWER):
            self._is_cut_short = True
            return None
        if self._answer.property == X.NONE:
            return None  # owners list formats that they do not give; nobody else would get them either
        self._written = 0
        piece = self._take()
        if piece is not None and piece.type == self._connection.atom("INCR"):
            piece = self._gather(limit)
        if piece is None or len(piece.value) > limit:
            self._is_cut_short = True
            return None
        return piece

    def hand_over(self, manager: int, targets: int, time: int, patience: float) -> bool:
        """Ask a clipboard manager to keep the formats listed in the property `targets`; True if it did."""
        save = self._connection.atom("SAVE_TARGETS")
        self._property, self._asked, self._answer = targets, (manager, save), None
        self._window.convert_selection(manager, save, targets, time)
        is_answered = self._pump.wait_until(lambda: self._answer is not None, patience)
        return is_answered and self._answer.property != X.NONE

    def _gather(self, limit: int) -> Piece | None:
        """Collect the pieces of a long transfer; the empty one is the last."""
        parts: list[bytes] = []
        kind, bits = 0, 8
        while self._pump.wait_until(lambda: self._written > 0, ANSWER):
            self._written -= 1
            piece = self._take()
            if piece is None:
                continue
            if not piece.value:
                return Piece(kind or piece.type, bits, b"".join(parts))
            kind, bits = piece.type, piece.bits
            parts.append(piece.value)
            if sum(map(len, parts)) > limit:
                return None
        return None

    def _take(self) -> Piece | None:
        """Read and delete the property; the delete asks for the next piece."""
        found = self._window.get_property(self._property, X.AnyPropertyType, 0, 1 << 28, delete=True)
        if found is None:
            return None
        value = found.value if isinstance(found.value, bytes) else bytes(memoryview(found.value))
        return Piece(found.property_type, found.format, value)

    def _matters(self, target: int, content: Content) -> bool:
        """Return whether a format is missed: a picture in one more format than PNG is not."""
        rank = _importance(self._name_of(target))
        return rank < REDUNDANT or self._connection.atom("image/png") not in content

    def _notice_answer(self, event: XEvent) -> None:
        is_ours = (event.selection, event.target) == self._asked
        if is_ours and event.property in {self._property, X.NONE}:  # a refusal names no property
            self._answer = event

    def _notice_property(self, event: XEvent) -> None:
        is_ours = event.window.id == self._window.id and event.atom == self._property
        if is_ours and event.state == X.PropertyNewValue:
            self._written += 1

    def _name_of(self, atom: int) -> str:
        try:
            return str(self._connection.display.get_atom_name(atom))
        except XError:  # the owner lists what is no atom
            return "TARGETS"

    def _ordered(self, targets: Iterable[int]) -> list[int]:
        """Return the targets that are content, those first that matter most if time runs out."""
        named = {target: self._name_of(target) for target in dict.fromkeys(targets)}
        wanted = [target for target in named if named[target] not in NOT_CONTENT]
        return sorted(wanted, key=lambda target: _importance(named[target]))


def _importance(target: str) -> int:
    if target == "image/png":
        return 1
    return REDUNDANT if target.startswith("image/") or target in {"BITMAP", "PIXMAP"} else 0


def _atoms(piece: Piece) -> list[int]:
    return list(memoryview(piece.value).cast("I")) if piece.bits == 32 else []  # noqa: PLR2004 - bits of an item
