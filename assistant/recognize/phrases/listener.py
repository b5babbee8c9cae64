"""Emissions -> the phrase of a grammar that fits best, and how well it fits.

What the model hears freely is the yardstick: on every frame the best token of all is at least as
probable as the grammar's. What a word of the grammar loses against it, in log-probability, is the
doubt about that word; near 0 means that the model would have written the same.
"""

from collections.abc import Iterable

import numpy as np

from assistant.recognize import detokenize
from assistant.recognize.features import Floats
from assistant.recognize.phrases.narrowing import Narrowing
from assistant.recognize.phrases.network import compile_network
from assistant.recognize.phrases.rival import rival_score
from assistant.recognize.phrases.search import NEVER, Frames, Searcher
from assistant.recognize.phrases.spans import Span, free_text, spans
from assistant.recognize.phrases.spelling import Speller
from assistant.recognize.ports import Emissions, Ints
from assistant.recognize.vocabulary import Vocabulary
from assistant.values.phrases import Candidate, Goal

FREE_COST = np.float32(0.5)
"""Log-probability that a frame of free text costs: words of the grammar are the likelier ones to be said."""
FAR = 8.0
"""A word that loses more than this was not said: commands are taken for heard with less."""


class PhraseListener:
    """Finds phrases of one grammar in what a model of one vocabulary gave."""

    def __init__(self, goals: Iterable[Goal], vocabulary: Vocabulary, blank: int = 0) -> None:
        """Compile the grammar: some tens of milliseconds for hundreds of commands."""
        self._network = compile_network(goals, Speller(vocabulary.pieces))
        self._searcher, self._narrowing = Searcher(self._network), Narrowing(self._network)
        self._vocabulary, self._blank = vocabulary, blank

    @property
    def tokens(self) -> Ints:
        """The columns it needs of the model's log-probabilities: its tokens, then the blank, shape [C]."""
        return np.append(self._searcher.tokens, np.int32(self._blank)).astype(np.int32)

    def hear(self, emissions: Emissions, columns: Floats) -> Candidate | None:
        """Return what fits best; `columns` are log-probabilities of `tokens`, shape [T, C].

        None where nothing of the grammar can be aligned with so little audio, or there is no grammar.
        """
        if not self._network.tokens.size or not len(columns):
            return None
        best = np.maximum(emissions.score, columns.max(axis=1))
        free = best - FREE_COST * (emissions.best != self._blank).astype(np.float32)
        frames = Frames(np.concatenate([columns[:, :-1], free[:, None]], axis=1), columns[:, -1].copy(), best)
        searcher = self._narrowed(frames)
        if searcher is None:
            return None
        trellis = searcher.run(frames)
        scores = np.array([trellis.score(goal) for goal in range(len(self._network.names))])
        goal = int(scores.argmax())
        if scores[goal] <= NEVER / 2:
            return None
        path = searcher.trace(trellis, goal)
        words = {int(searcher.network.words[arc]) for arc in path.arcs if arc >= 0}
        alone = Searcher(searcher.network.of(goal), self._searcher.tokens)
        rivals = [rival_score(alone, frames, words), *np.delete(scores, goal)]
        said = spans(searcher, path, frames)
        return self._judge(said, emissions, (goal, float(scores[goal]) - float(max(rivals))))

    def _narrowed(self, frames: Frames) -> Searcher | None:
        """Return a search of what may have been said at all: most words of a large grammar may not."""
        least = (frames.best[:, None] - frames.columns[:, :-1]).min(axis=0)
        loss = np.append(least, np.float32(0.0))[self._searcher.column]
        arcs = self._narrowing.arcs(loss, FAR)
        return self._searcher.only(arcs) if arcs.size else None

    def _judge(self, words: list[Span], emissions: Emissions, choice: tuple[int, float]) -> Candidate | None:
        for word in words:
            if word.is_free:
                word.text = free_text(word, emissions, self._vocabulary, self._blank)
        if not all(word.text for word in words):
            return None  # free text without a word in it
        losses = [word.loss for word in words if not word.is_free] or [0.0]
        return Candidate(
            goal=self._network.names[choice[0]],
            text=detokenize.join(word.text for word in words),
            doubt=sum(losses) / len(losses),
            worst=max(losses),
            margin=choice[1],
        )
