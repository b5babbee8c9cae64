"""Which script is whose: so that nothing is written in the script of a language that nobody speaks here."""

import unicodedata
from collections.abc import Iterable, Sequence

from assistant.recognize.detokenize import is_unspaced
from assistant.recognize.reading.piece import Piece, grouped

SCRIPTS = {
    "zh": frozenset({"Han"}),
    "yue": frozenset({"Han"}),
    "ja": frozenset({"Han", "kana"}),
    "ko": frozenset({"Hangul"}),
    "en": frozenset({"Latin"}),
}
"""What each language of SenseVoice is written in."""

_HANGUL = ((0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF))
_KANA = ((0x3041, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9F))


def script_of(char: str) -> str:
    """Return the script of a letter: Han, kana, Hangul, Latin or other; nothing for what is no letter."""
    code = ord(char)
    if any(low <= code <= high for low, high in _HANGUL):
        return "Hangul"
    if any(low <= code <= high for low, high in _KANA):
        return "" if char in "・ー" else "kana"
    if is_unspaced(char):
        return "Han"
    if not char.isalpha():
        return ""
    return "Latin" if unicodedata.name(char, "").startswith(("LATIN", "FULLWIDTH LATIN")) else "other"


def scripts_of(text: str) -> set[str]:
    """Return the scripts that `text` is written in."""
    return {script for char in text if (script := script_of(char))}


def native(pieces: Sequence[Piece], languages: Iterable[str]) -> tuple[Piece, ...]:
    """Return what of `pieces` is written as one of `languages` is; the rest has to be withheld.

    Chinese, Japanese and Korean borrow Latin words: they are native while they are no more than the
    words around them. Where most is foreign, nothing is left: crumbs of a sentence help nobody.
    """
    own = frozenset().union(*(SCRIPTS.get(language, frozenset()) for language in languages))
    groups = [(group, scripts_of("".join(piece.text for piece in group))) for group in grouped(pieces)]
    at_home = sum(1 for _, scripts in groups if scripts and scripts <= own)
    borrowed = sum(
        1 for _, scripts in groups if scripts and not scripts <= own and scripts <= own | {"Latin"}
    )
    foreign = sum(1 for _, scripts in groups if not scripts <= own | {"Latin"})
    if borrowed <= at_home:
        own |= {"Latin"}
    else:
        foreign += borrowed
    if foreign > sum(1 for _, scripts in groups if scripts) / 2:
        return ()
    return tuple(piece for group, scripts in groups if scripts <= own for piece in group)
