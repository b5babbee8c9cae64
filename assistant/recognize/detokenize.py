"""Pieces -> text. The pieces say where spaces are; only stray ones are put right."""

import re
import unicodedata
from collections.abc import Iterable

from assistant.recognize.vocabulary import WORD_START

_BEFORE_CLOSING = re.compile(r"\s+(?=[、。，！？；：）」』】》…%)\]}])")
_BEFORE_POINT = re.compile(r"\s+(?=[,.!?;:]+(?:\s|$))")
_BEFORE_ENDING = re.compile(r"(?<=\w)\s+(?='(?:s|t|m|d|re|ve|ll)\b)", re.IGNORECASE)
_INSIDE_ENDING = re.compile(r"(?<=\w')\s+(?=(?:s|t|m|d|re|ve|ll)\b)", re.IGNORECASE)
_AFTER_OPENING = re.compile(r"(?<=[（「『【《〈“‘(\[{])\s+|(?<=[$#])\s+(?=\d)")
_SPACES = re.compile(r"\s{2,}")

_SCRIPTIO_CONTINUA = (
    (0x2E80, 0x2FDF),  # radicals
    (0x3005, 0x3007),  # iteration mark, closing mark, zero
    (0x3041, 0x30FF),  # hiragana, katakana
    (0x31F0, 0x31FF),  # small katakana
    (0x3400, 0x4DBF),  # Han, extension A
    (0x4E00, 0x9FFF),  # Han
    (0xF900, 0xFAFF),  # Han, compatibility
    (0x20000, 0x3FFFF),  # Han, further extensions
)


_UNSPACED = "".join(f"{chr(low)}-{chr(high)}" for low, high in _SCRIPTIO_CONTINUA)
_BETWEEN_UNSPACED = re.compile(rf"(?<=[{_UNSPACED}])\s+(?=[{_UNSPACED}])")
_AFTER_WIDE = re.compile(r"(?<=[、。，！？；：）」』】》])\s+")
_STRAY = (
    *(_BEFORE_CLOSING, _BEFORE_POINT, _BEFORE_ENDING, _INSIDE_ENDING),
    *(_AFTER_OPENING, _AFTER_WIDE, _BETWEEN_UNSPACED),
)


def text_of(pieces: Iterable[str]) -> str:
    """Join pieces: U+2581 is a space, none at the ends, none before closing punctuation.

    A point that begins a word (`.NET`) keeps its space. Between Chinese and Latin there is a space
    where the Latin piece says that it begins a word, and none otherwise; between two characters of
    scripts without spaces, after wide punctuation and after an opening bracket there never is one.
    """
    return tidy("".join(pieces).replace(WORD_START, " "))


def tidy(text: str) -> str:
    """Remove stray spaces from one run of text."""
    text = _SPACES.sub(" ", text)
    for stray in _STRAY:
        text = stray.sub("", text)
    return text.strip()


def join(parts: Iterable[str]) -> str:
    """Join the texts of consecutive pieces of speech: a space between words, none beside Han or kana."""
    joined = ""
    for part in parts:
        if joined and part and not (_needs_no_space(joined[-1]) or _needs_no_space(part[0])):
            joined += " "
        joined += part
    return tidy(joined)


def is_unspaced(char: str) -> bool:
    """Say whether `char` is of a script written without spaces (Han, kana): a word by itself."""
    return any(low <= ord(char) <= high for low, high in _SCRIPTIO_CONTINUA)


def is_punctuation(text: str) -> bool:
    """Say whether `text` is nothing but punctuation."""
    return bool(text) and all(unicodedata.category(char).startswith("P") for char in text)


def is_opening(text: str) -> bool:
    """Say whether `text` is nothing but brackets and quotation marks that open: part of the word after."""
    return bool(text) and all(unicodedata.category(char) in {"Ps", "Pi"} for char in text)


def is_wide_mark(text: str) -> bool:
    """Say whether `text` is Chinese or Japanese punctuation, which brings its own space."""
    return is_punctuation(text) and all(unicodedata.east_asian_width(char) in "WF" for char in text)


def _needs_no_space(char: str) -> bool:
    return is_unspaced(char) or is_wide_mark(char)
