"""Tokens -> words with where they were said and how sure the model was of them."""

from collections.abc import Sequence

from assistant.recognize.ctc import Token
from assistant.recognize.detokenize import is_punctuation, is_unspaced, is_wide_mark, text_of
from assistant.recognize.features import FRAME, LFR_SAMPLES
from assistant.recognize.vocabulary import WORD_START, Vocabulary
from assistant.values.transcript import Word

CENTRE = FRAME // 2
"""Samples from the start of the audio to the middle of text frame 0 (12.5 ms)."""


def words(tokens: Sequence[Token], vocabulary: Vocabulary, start: int, stop: int) -> tuple[Word, ...]:
    """Group the tokens of a piece of audio [start, stop) into words.

    A Latin or Hangul word begins where a piece says so, or after a character of a script without
    spaces; each of those is a word by itself. Punctuation belongs to the word before it, but neither
    its time nor its score counts. Tags and control tokens are no words.
    """
    groups: list[list[Token]] = []
    for token in tokens:
        if token.id in vocabulary.marks:
            continue
        piece = vocabulary.pieces[token.id]
        if groups and not _begins_word(piece, _last_text(groups[-1], vocabulary)):
            groups[-1].append(token)
        else:
            groups.append([token])
    found = (_word(group, vocabulary, (start, stop)) for group in groups)
    return tuple(word for word in found if word.text)


def span(first: int, last: int, start: int, stop: int) -> tuple[int, int]:
    """Return the samples that text frames `first` ... `last` stand for, inside [start, stop).

    Frame i is centred at 60 i + 12.5 ms and stands for 60 ms, so consecutive frames abut.
    """
    begin = start + first * LFR_SAMPLES + CENTRE - LFR_SAMPLES // 2
    end = start + last * LFR_SAMPLES + CENTRE + LFR_SAMPLES // 2
    return min(max(begin, start), stop), min(max(end, start), stop)


def _last_text(group: Sequence[Token], vocabulary: Vocabulary) -> str:
    return vocabulary.pieces[group[-1].id].lstrip(WORD_START)


def _begins_word(piece: str, before: str) -> bool:
    bare = piece.lstrip(WORD_START)
    if is_punctuation(bare):
        return False
    if piece.startswith(WORD_START) or (bare and is_unspaced(bare[0])):
        return True
    return bool(before) and (is_unspaced(before[-1]) or is_wide_mark(before))


def _word(group: Sequence[Token], vocabulary: Vocabulary, edges: tuple[int, int]) -> Word:
    spoken = [token for token in group if not _is_silent(vocabulary.pieces[token.id])] or list(group)
    start, stop = span(spoken[0].first, spoken[-1].last, *edges)
    score = sum(token.score for token in spoken) / len(spoken)
    return Word(text_of(vocabulary.pieces[token.id] for token in group), start, stop, score)


def _is_silent(piece: str) -> bool:
    bare = piece.lstrip(WORD_START)
    return not bare or is_punctuation(bare)
