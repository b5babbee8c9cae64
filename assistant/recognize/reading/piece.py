"""Tokens -> pieces of text, which the user's own words may replace."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from assistant.recognize.ctc import Token
from assistant.recognize.detokenize import is_opening, is_punctuation, is_unspaced, is_wide_mark
from assistant.recognize.vocabulary import WORD_START, Vocabulary


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text with the text frames it was said in."""

    text: str = field(repr=False)
    """As in the vocabulary: U+2581 where a word begins after a space."""
    first: int
    last: int
    """Inclusive."""
    score: float
    """Probability, 0...1."""

    @property
    def bare(self) -> str:
        """The text without its mark of a beginning."""
        return self.text.lstrip(WORD_START)

    @property
    def is_silent(self) -> bool:
        """Whether nothing of it is spoken: a space, or punctuation."""
        return not self.bare or is_punctuation(self.bare)


def spell(tokens: Iterable[Token], vocabulary: Vocabulary) -> tuple[Piece, ...]:
    """Return the text of `tokens`; tags and control tokens are no text."""
    return tuple(
        Piece(vocabulary.pieces[token.id], token.first, token.last, token.score)
        for token in tokens
        if token.id not in vocabulary.marks
    )


def grouped(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Yield the pieces of one word after the other.

    A Latin or Hangul word begins where a piece says so, or after a character of a script without
    spaces; each of those is a word by itself. Digits that follow each other are one number.
    Punctuation belongs to the word before it, an opening bracket to the word after it.
    """
    group: list[Piece] = []
    for piece in pieces:
        if group and _begins_word(piece, group):
            yield tuple(group)
            group = []
        group.append(piece)
    if group:
        yield tuple(group)


def _begins_word(piece: Piece, group: Sequence[Piece]) -> bool:
    if all(not one.bare or is_opening(one.bare) for one in group):
        return False
    bare, before = piece.bare, group[-1].bare
    if is_opening(bare):
        return True
    if is_punctuation(bare):
        return False
    if piece.text.startswith(WORD_START) or (bare and is_unspaced(bare[0])):
        return True
    return bool(before) and (is_unspaced(before[-1]) or is_wide_mark(before))
