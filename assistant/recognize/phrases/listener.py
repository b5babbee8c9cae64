"""Emissions -> the phrase of a grammar that fits best, and how well it fits.

What the model hears freely is the yardstick: on every frame the best token of all is at least as
probable as the grammar's. What a word of the grammar loses against it, in log-probability, is the
doubt about that word; near 0 means that the model would have written the same.
"""

from collections.abc import Iterable

import numpy as np

from assistant.recognize import detokenize
from assistant.recognize.features import Floats
from assistant.recognize.phrases.network import compile_network
from assistant.recognize.phrases.rival import rival_score
from assistant.recognize.phrases.search import NEVER, Frames, Path, Searcher
from assistant.recognize.phrases.spans import free_text, spans
from assistant.recognize.phrases.spelling import Speller
from assistant.recognize.ports import Emissions, Ints
from assistant.recognize.vocabulary import Vocabulary
from assistant.values.phrases import Candidate, Goal

FREE_COST = np.float32(0.5)
"""Log-probability that a frame of free text costs: words of the grammar are the likelier ones to be said."""


class PhraseListener:
    """Finds phrases of one grammar in what a model of one vocabulary gave."""

    def __init__(self, goals: Iterable[Goal], vocabulary: Vocabulary, blank: int = 0) -> None:
        """Compile the grammar: some tens of milliseconds for hundreds of commands."""
        self._network = compile_network(goals, Speller(vocabulary.pieces))
        self._searcher = Searcher(self._network)
        self._vocabulary, self._blank = vocabulary, blank
        self._alones: dict[int, Searcher] = {}

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
        trellis = self._searcher.run(frames)
        scores = np.array([trellis.score(goal) for goal in range(len(self._network.names))])
        goal = int(scores.argmax())
        if scores[goal] <= NEVER / 2:
            return None
        path = self._searcher.trace(trellis, goal)
        rivals = [rival_score(self._alone(goal), frames, self._words(path)), *np.delete(scores, goal)]
        return self._judge(path, frames, emissions, (goal, float(scores[goal]) - float(max(rivals))))

    def _judge(
        self, path: Path, frames: Frames, emissions: Emissions, choice: tuple[int, float]
    ) -> Candidate | None:
        words = spans(self._searcher, path, frames)
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

    def _alone(self, goal: int) -> Searcher:
        """Return the search for one goal only."""
        if goal not in self._alones:
            self._alones[goal] = Searcher(self._network.of(goal), self._searcher.tokens)
        return self._alones[goal]

    def _words(self, path: Path) -> set[int]:
        return {int(self._network.words[arc]) for arc in path.arcs if arc >= 0}
