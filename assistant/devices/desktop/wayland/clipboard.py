"""The clipboard and the primary selection of a Wayland session, by data-control: without a focus of our own.

Both protocols of that name are the same but for their names: ext-data-control-v1 and wlr-data-control-v1.
A text is offered and the asking is the receipt, as on X11. Who asks is not told here: a clipboard history
asks as soon as it hears of a new clipboard, so what comes before the keys are sent does not count.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from select import select
from threading import Event as Flag
from time import monotonic

from assistant.devices.desktop.wayland.connection import Connection
from assistant.devices.desktop.wayland.keyboard import ignore
from assistant.devices.desktop.wayland.wire import Argument
from assistant.errors import NoDesktopError

MANAGERS = ("ext_data_control_manager_v1", "zwlr_data_control_manager_v1")
DEVICE_EVENTS = ("n", "o", "", "o")
OFFER_EVENTS = ("s",)
SOURCE_EVENTS = ("sh", "")
CLIPBOARD, PRIMARY = 0, 2
"""Opcodes of the requests that set one or the other."""
TEXTS = ("text/plain;charset=utf-8", "text/plain", "UTF8_STRING", "TEXT", "STRING")
HINT = "x-kde-passwordManagerHint"
"""Clipboard histories leave alone what carries this with the value `secret`."""
LARGEST = 64 << 20
"""Bytes of old contents kept at most."""
SILENT = 0.5
"""Seconds that an owner may pause while it hands over its contents."""

SUSPICIOUS = 0.25
"""Seconds after something was put there in which a request comes from a watcher, since nobody pasted."""

Content = Mapping[str, bytes]
"""MIME type -> data."""


@dataclass(slots=True, eq=False)
class Source:
    """Something on offer, in one selection or both."""

    content: Content = field(repr=False)
    number: int
    is_ours: bool = True
    """False once another program has put something in its place."""
    asked_at: float | None = None
    """When a request for the text had been served, after the keys were sent."""
    counts_from: float | None = None
    """When the keys were sent."""
    put_at: float = field(default_factory=monotonic)
    looked: Flag = field(default_factory=Flag)
    """Set where somebody asked though no keys had been sent: who does watches the clipboard."""
    taken: Flag = field(default_factory=Flag)


@dataclass(slots=True)
class Saved:
    """What a selection held."""

    content: Content = field(repr=False)
    is_complete: bool


class DataControl:
    """Reads both selections and puts texts into them."""

    def __init__(self, connection: Connection, seat: int) -> None:
        """Take control. Raises NoDesktopError where the compositor gives none."""
        self._connection = connection
        self._types: dict[int, list[str]] = {}
        self._current = {CLIPBOARD: 0, PRIMARY: 0}
        self.is_watched = False
        """True where a program reads every new clipboard, as histories do."""
        for name in MANAGERS:
            manager = connection.bind(name, 2, (), ignore)
            if manager is not None:
                break
        else:
            raise NoDesktopError("This compositor gives no control of the clipboard (data-control).")
        self._manager = manager
        self.has_primary = connection.globals[name][1] > 1 or name == MANAGERS[0]
        with connection.lock:
            self._device = connection.make(DEVICE_EVENTS, self._told)
            connection.send(manager, 1, "no", self._device, seat)
        connection.roundtrip()

    def save(self, which: int) -> Saved:
        """Return what a selection of another program holds, in all its formats."""
        offer = self._current[which]
        content: dict[str, bytes] = {}
        left = LARGEST
        for kind in list(self._types.get(offer, ())):
            data = self._read(offer, kind, left)
            if data is None:
                return Saved(content, is_complete=False)
            content[kind] = data
            left -= len(data)
        return Saved(content, is_complete=True)

    def put(self, content: Content, which: int) -> Source:
        """Offer `content` in a selection."""
        source = Source(content, 0)
        with self._connection.lock:
            source.number = self._connection.make(
                SOURCE_EVENTS, lambda opcode, values: self._asked(source, opcode, values)
            )
            self._connection.send(self._manager, 0, "n", source.number)
        for kind in content:
            self._connection.send(source.number, 0, "s", kind)
        self._connection.send(self._device, which, "o", source.number)
        return source

    def clear(self, which: int) -> None:
        """Leave a selection empty."""
        self._connection.send(self._device, which, "o", 0)

    def _read(self, offer: int, kind: str, limit: int) -> bytes | None:
        """Return one format; None where its owner is silent, or there is too much of it."""
        reading, writing = os.pipe()
        try:
            try:
                self._connection.send(offer, 0, "sh", kind, writing)
            finally:
                os.close(writing)
            return _drain(reading, limit)
        finally:
            os.close(reading)

    def _told(self, opcode: int, arguments: list[Argument]) -> None:
        match opcode:
            case 0:  # a new offer; its formats follow
                number = int(arguments[0])
                types: list[str] = []
                self._types[number] = types
                self._connection.adopt(
                    number, OFFER_EVENTS, lambda _opcode, found: types.append(str(found[0]))
                )
            case 1 | 3:
                which = CLIPBOARD if opcode == 1 else PRIMARY
                before, self._current[which] = self._current[which], int(arguments[0])
                if before and before not in self._current.values():
                    self._types.pop(before, None)
                    self._connection.forget(before)
                    self._connection.send(before, 1)  # destroy
            case _:
                pass

    def _asked(self, source: Source, opcode: int, arguments: list[Argument]) -> None:
        if opcode == 1:  # cancelled
            source.is_ours = False
            self._connection.forget(source.number)
            self._connection.send(source.number, 1)
            return
        kind, file = str(arguments[0]), int(arguments[1])
        self._connection.pour(file, source.content.get(kind, b""), self._receipt(source, kind))

    def _receipt(self, source: Source, kind: str) -> Callable[[], None]:
        asked = monotonic()

        def served() -> None:
            if kind == HINT:
                return
            if source.counts_from is None:
                self.is_watched |= asked - source.put_at < SUSPICIOUS
                source.looked.set()
            elif asked >= source.counts_from:
                source.asked_at = monotonic()
                source.taken.set()

        return served


def text_content(text: str) -> Content:
    """Return `text` in the formats of text, hidden from clipboard histories."""
    utf8 = text.encode("utf-8", "replace")  # only lone surrogates are replaced; no encoding has them
    return {**dict.fromkeys(TEXTS, utf8), HINT: b"secret"}


def _drain(file: int, limit: int) -> bytes | None:
    parts: list[bytes] = []
    size = 0
    while size <= limit and select([file], [], [], SILENT)[0]:
        part = os.read(file, 1 << 16)
        if not part:
            return b"".join(parts)
        parts.append(part)
        size += len(part)
    return None
