"""Words -> the ways in which a model's vocabulary can spell them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.recognize.detokenize import is_unspaced
from assistant.recognize.vocabulary import WORD_START, is_mark

SPARE = 1
"""Spellings with this many pieces more than the shortest are listened for, too."""

_SILENT = re.compile(r"[^\w']+")


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of a spelling."""

    begin: int
    """Position in the word; 0 is its start."""
    end: int
    token: int


@dataclass(frozen=True, slots=True)
class Spelling:
    """Every way to spell one word: a lattice over its characters."""

    length: int
    """The last position."""
    steps: tuple[Step, ...]
    """In the order of their begins."""


def words_of(text: str) -> tuple[str, ...]:
    """Split `text` as it is spoken: Latin and Hangul at spaces, other scripts at every character."""
    found: list[str] = []
    for word in _SILENT.split(text.lower()):
        start = 0
        for place, letter in enumerate(word):
            if is_unspaced(letter):
                found += [word[start:place], letter]
                start = place + 1
        found.append(word[start:])
    return tuple(word for word in found if word)


class Speller:
    """Spells words with the pieces of a vocabulary, whatever their case there is."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self._ids: dict[str, list[int]] = {}
        for token, piece in enumerate(pieces):
            if not is_mark(piece):
                self._ids.setdefault(piece.lower(), []).append(token)
        self._longest = max(map(len, self._ids), default=0)
        self._known: dict[str, Spelling | None] = {}

    def spell(self, word: str) -> Spelling | None:
        """Return the spellings of one word, None where the vocabulary lacks a letter of it."""
        if word not in self._known:
            self._known[word] = self._spell(word)
        return self._known[word]

    def _spell(self, word: str) -> Spelling | None:
        if is_unspaced(word[0]):  # a character of its own; after Latin text it may carry a word start
            ids = self._ids.get(word, []) + self._ids.get(WORD_START + word, [])
            return Spelling(1, tuple(Step(0, 1, token) for token in ids)) if ids else None
        letters = WORD_START + word
        steps = [
            Step(begin, end, token)
            for begin in range(len(letters))
            for end in range(begin + 1, min(len(letters), begin + self._longest) + 1)
            for token in self._ids.get(letters[begin:end], ())
        ]
        return _short(len(letters), steps)


def _short(length: int, steps: list[Step]) -> Spelling | None:
    """Keep what lies on spellings that are nearly the shortest."""
    far = length + 1
    before = [0] + [far] * length
    for step in steps:
        before[step.end] = min(before[step.end], before[step.begin] + 1)
    after = [far] * length + [0]
    for step in reversed(steps):
        after[step.begin] = min(after[step.begin], after[step.end] + 1)
    if before[length] >= far:
        return None
    most = before[length] + SPARE
    kept = [step for step in steps if before[step.begin] + 1 + after[step.end] <= most]
    return Spelling(length, tuple(kept))
