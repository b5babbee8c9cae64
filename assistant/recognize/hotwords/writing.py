"""Words of a reading, and how others are put in their place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from assistant.recognize.detokenize import is_opening, is_unspaced, is_wide_mark, text_of
from assistant.recognize.phrases.spelling import words_of
from assistant.recognize.reading.piece import Piece, grouped
from assistant.recognize.vocabulary import WORD_START


@dataclass(frozen=True, slots=True)
class Unit:
    """One word of a reading, without the punctuation around it."""

    text: str = field(repr=False)
    start: int
    """Index of its first spoken piece."""
    stop: int
    """Index after its last."""
    score: float

    @property
    def words(self) -> tuple[str, ...]:
        """In lower case; a word with a point inside is two."""
        return words_of(self.text)


@dataclass(frozen=True, slots=True)
class Change:
    """A hotword in the place of pieces [start, stop)."""

    start: int
    stop: int
    text: str = field(repr=False)
    why: str
    score: float
    """How sure it is, 0...1."""


@dataclass(frozen=True, slots=True)
class Swap:
    """What a change did, on text frames first ... last."""

    before: str = field(repr=False)
    after: str = field(repr=False)
    first: int
    last: int
    why: str


def units(pieces: Sequence[Piece]) -> list[Unit]:
    """Return the words of a reading."""
    found, index = [], 0
    for group in grouped(pieces):
        spoken = [index + place for place, piece in enumerate(group) if not piece.is_silent]
        index += len(group)
        if spoken:
            inside = pieces[spoken[0] : spoken[-1] + 1]
            score = sum(piece.score for piece in inside) / len(inside)
            found.append(Unit(text_of(piece.text for piece in inside), spoken[0], spoken[-1] + 1, score))
    return found


def choose(changes: Iterable[Change]) -> list[Change]:
    """Return changes that do not overlap, in order; where two do, the one named first stays."""
    kept: list[Change] = []
    for change in changes:
        if all(change.stop <= other.start or other.stop <= change.start for other in kept):
            kept.append(change)
    return sorted(kept, key=lambda change: change.start)


def apply(pieces: Sequence[Piece], changes: Iterable[Change]) -> tuple[tuple[Piece, ...], tuple[Swap, ...]]:
    """Put `changes` (in order, none overlapping) into a reading; what alters nothing is no swap."""
    written: list[Piece] = []
    swaps: list[Swap] = []
    at = 0
    for change in changes:
        before = pieces[change.start : change.stop]
        written += pieces[at : change.start]
        old = text_of(piece.text for piece in before)
        new = _cased(change.text, old)
        if new == old:
            written += before
        else:
            glued = bool(written) and not before[0].text.startswith(WORD_START)
            written += _pieces(replace(change, text=new), before, is_glued=glued and _is_wide(written[-1]))
            swaps.append(Swap(old, new, before[0].first, before[-1].last, change.why))
        at = change.stop
    return (*written, *pieces[at:]), tuple(swaps)


def _is_wide(piece: Piece) -> bool:
    last = piece.bare[-1:]
    return bool(last) and (is_unspaced(last) or is_wide_mark(last) or is_opening(last))


def _cased(text: str, before: str) -> str:
    """Keep a capital at the beginning of what the list has in lower case: it begins a sentence."""
    return text[0].upper() + text[1:] if text.islower() and before[:1].isupper() else text


def _pieces(change: Change, before: Sequence[Piece], *, is_glued: bool) -> list[Piece]:
    """Return `change` as pieces, a word or a character each, which share the frames by their length."""
    texts = _texts(change.text)
    if is_glued:
        texts[0] = texts[0].lstrip(WORD_START)
    first, last = before[0].first, before[-1].last
    total, done = sum(map(len, texts)), 0
    made = []
    for text in texts:
        begin = first + (last + 1 - first) * done // total
        done += len(text)
        end = max(begin, first + (last + 1 - first) * done // total - 1)
        made.append(Piece(text, begin, end, change.score))
    return made


def _texts(text: str) -> list[str]:
    """Split as a vocabulary would: characters without spaces alone, a mark where a word begins."""
    texts: list[str] = []
    for chunk in text.split():
        for place, (is_single, run) in enumerate(groupby(chunk, is_unspaced)):
            letters = "".join(run)
            texts += letters if is_single else [WORD_START * (place == 0) + letters]
    return texts
