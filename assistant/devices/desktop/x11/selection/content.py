"""What a selection holds: one piece of data for each format it can be had in."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

Atom = Callable[[str], int]

UTF8_TARGETS = ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "TEXT")
"""Formats in which text is UTF-8. (TEXT lets the owner choose; its answer names UTF8_STRING.)"""
HINT = "x-kde-passwordManagerHint"
"""Clipboard histories leave alone what carries this hint with the value `secret`."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The data of one format, as properties hold it."""

    type: int
    """Atom of the type."""
    bits: int
    """Size of an item: 8, 16 or 32."""
    value: bytes = field(repr=False)


Content = Mapping[int, Piece]
"""Target atom -> data; empty for an empty selection."""


def text_content(text: str, atom: Atom) -> Content:
    """Return `text` in every format that can hold all of it, hidden from clipboard histories."""
    utf8 = text.encode("utf-8", "replace")  # only lone surrogates are replaced; no encoding has them
    content = {}
    for target in UTF8_TARGETS:
        kind = "UTF8_STRING" if target == "TEXT" else target
        content[atom(target)] = Piece(atom(kind), 8, utf8)
    with suppress(UnicodeEncodeError):  # STRING is Latin-1; a mangled one would invite its use
        content[atom("STRING")] = Piece(atom("STRING"), 8, text.encode("latin-1"))
    content[atom(HINT)] = Piece(atom(HINT), 8, b"secret")
    return content


def text_targets(content: Content, atom: Atom) -> frozenset[int]:
    """Return the targets of `text_content` that carry the text itself."""
    return frozenset(content) - {atom(HINT)}
