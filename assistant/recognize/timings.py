"""Pieces -> words with where they were said and how sure the model was of them."""

from collections.abc import Iterable, Sequence

from assistant.recognize.detokenize import text_of
from assistant.recognize.features import FRAME, LFR_SAMPLES
from assistant.recognize.reading.piece import Piece, grouped
from assistant.values.transcript import Word

CENTRE = FRAME // 2
"""Samples from the start of the audio to the middle of text frame 0 (12.5 ms)."""


def words(pieces: Iterable[Piece], start: int, stop: int) -> tuple[Word, ...]:
    """Group the pieces of audio [start, stop) into words.

    Neither the time nor the score of punctuation counts.
    """
    found = (_word(group, (start, stop)) for group in grouped(pieces))
    return tuple(word for word in found if word.text)


def span(first: int, last: int, start: int, stop: int) -> tuple[int, int]:
    """Return the samples that text frames `first` ... `last` stand for, inside [start, stop).

    Frame i is centred at 60 i + 12.5 ms and stands for 60 ms, so consecutive frames abut.
    """
    begin = start + first * LFR_SAMPLES + CENTRE - LFR_SAMPLES // 2
    end = start + last * LFR_SAMPLES + CENTRE + LFR_SAMPLES // 2
    return min(max(begin, start), stop), min(max(end, start), stop)


def _word(group: Sequence[Piece], edges: tuple[int, int]) -> Word:
    spoken = [piece for piece in group if not piece.is_silent] or list(group)
    start, stop = span(spoken[0].first, spoken[-1].last, *edges)
    score = sum(piece.score for piece in spoken) / len(spoken)
    return Word(text_of(piece.text for piece in group), start, stop, score)
