"""Where one window of an utterance is left for the next: at a word that both of them hear."""

from assistant.recognize import ctc
from assistant.recognize.ctc import Token
from assistant.recognize.detokenize import is_unspaced
from assistant.recognize.eager.window import Window
from assistant.recognize.ports import Emissions
from assistant.recognize.vocabulary import WORD_START, Vocabulary

ALIKE = 2
"""Text frames by which two windows may differ about when a token was said (120 ms)."""


class Joiner:
    """Joins windows of one model's vocabulary."""

    def __init__(self, vocabulary: Vocabulary, blank: int = 0) -> None:
        self._vocabulary = vocabulary
        self._blank = blank

    def switch(self, left: Window, right: Window, lowest: int) -> int:
        """Return the text frame of the utterance from which on `right` is taken, `lowest` or later.

        Before the word, of those that both windows hear at the same time, that is nearest to the
        middle of what both have heard: there neither is near its edge. Where they agree on no
        word, at the last frame that both leave blank, which is in the pause at the cut.
        """
        begin, end = max(lowest, right.first), max(lowest, left.last)
        middle = (begin + end) / 2
        shared = self._shared(self._tokens(left, begin, end), self._tokens(right, begin, end))
        places = [
            place
            for place, until in shared
            if self._is_blank(left, place, until) and self._is_blank(right, place, until)
        ]
        if places:
            return min(places, key=lambda place: abs(place - middle))
        quiet = (at for at in reversed(range(begin, end)) if self._rests(left, at) and self._rests(right, at))
        return next(quiet, end)

    def _tokens(self, window: Window, begin: int, end: int) -> list[Token]:
        """Return the tokens that begin a word in [begin, end), frames counted in the utterance."""
        return [
            Token(token.id, token.first + window.first, token.last + window.first, token.score)
            for token in ctc.collapse(window.emissions, self._blank)
            if begin <= token.first + window.first < end and self._begins_word(token.id)
        ]

    def _shared(self, left: list[Token], right: list[Token]) -> list[tuple[int, int]]:
        """Return (first, last) beginning of every token that both have at about the same time."""
        return [
            (min(one.first, other.first), max(one.first, other.first))
            for one in left
            for other in right
            if one.id == other.id and abs(one.first - other.first) <= ALIKE
        ]

    def _is_blank(self, window: Window, place: int, until: int) -> bool:
        """Tell whether, from `place` on, only the token that begins by `until` is heard until then."""
        heard = window.emissions.best[place - window.first : until - window.first + 1]
        spoken = heard[heard != self._blank]
        return len(set(spoken.tolist())) <= 1 and not self._goes_on(window.emissions, place - window.first)

    def _goes_on(self, emissions: Emissions, at: int) -> bool:
        """Tell whether the token of the frame before goes on at frame `at`."""
        best = emissions.best
        return 0 < at < len(best) and best[at] == best[at - 1] != self._blank

    def _rests(self, window: Window, at: int) -> bool:
        index = at - window.first
        return 0 <= index < len(window.emissions.best) and window.emissions.best[index] == self._blank

    def _begins_word(self, token: int) -> bool:
        if token in self._vocabulary.marks:
            return False
        piece = self._vocabulary.pieces[token]
        return piece.startswith(WORD_START) or is_unspaced(piece[0])
