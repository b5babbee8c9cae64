"""A grammar -> a network of tokens: what may follow what, as arrays that a search can run over.

Nodes are places between tokens, arcs are tokens. There are no empty arcs: what may be left out is
entered and left by several arcs instead, so that one frame of audio is one step along the arrays.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from assistant.recognize.phrases.spelling import Speller, words_of
from assistant.recognize.ports import Ints
from assistant.values.phrases import Anything, Either, Goal, InTurn, Phrase, Words

START = 0
"""The node before the first token."""
FREE = -1
"""Token of an arc that takes whatever the model hears."""


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Arcs sorted by the node they lead to, which every node but START has at least one of."""

    sources: Ints
    """Node that each arc leaves, shape [A]."""
    targets: Ints
    """Node that each arc leads to, ascending, shape [A]."""
    tokens: Ints
    """Token id of each arc, or FREE, shape [A]."""
    words: Ints
    """Which word of `spelt` each arc belongs to, shape [A]."""
    begins: NDArray[np.bool_]
    """Whether each arc begins its word, shape [A]."""
    ends: tuple[tuple[int, ...], ...]
    """Nodes at which each goal is complete."""
    spelt: tuple[str, ...] = field(repr=False)
    names: tuple[str, ...]

    @property
    def nodes(self) -> int:
        """How many nodes there are."""
        return int(self.targets[-1]) + 1 if self.targets.size else 1

    def of(self, goal: int) -> "Network":
        """Return what leads to one goal, its nodes numbered anew."""
        wanted = np.zeros(self.nodes, bool)
        wanted[list(self.ends[goal])] = True
        mine = wanted[self.targets]
        while np.count_nonzero(mine) and not wanted[self.sources[mine]].all():
            wanted[self.sources[mine]] = True
            mine = wanted[self.targets]
        place = np.cumsum(wanted & (np.arange(self.nodes) != START))
        place[START] = START
        return Network(
            place[self.sources[mine]].astype(np.int32),
            place[self.targets[mine]].astype(np.int32),
            self.tokens[mine],
            self.words[mine],
            self.begins[mine],
            (tuple(int(place[node]) for node in self.ends[goal]),),
            self.spelt,
            (self.names[goal],),
        )


def compile_network(goals: Iterable[Goal], speller: Speller) -> Network:
    """Return the network of all `goals`; a word that the vocabulary cannot spell is left out of them."""
    weaver = _Weaver(speller)
    for goal in goals:
        weaver.add(goal)
    return weaver.network()


class _Weaver:
    """Builds arcs; a node is made by the arcs that lead to it."""

    def __init__(self, speller: Speller) -> None:
        self._speller = speller
        self._arcs: list[tuple[int, int, int, int, bool]] = []
        self._nodes = START + 1
        self._ends: list[tuple[int, ...]] = []
        self._names: list[str] = []
        self._spelt: dict[str, int] = {"": 0}
        self._shared: dict[tuple[frozenset[int], str], frozenset[int]] = {}

    def add(self, goal: Goal) -> None:
        self._names.append(goal.name)
        ends = self._weave(goal.phrase, frozenset({START}))
        self._ends.append(tuple(sorted(ends - {START})))

    def network(self) -> Network:
        """Return it, nodes numbered so that arcs sorted by target meet each node but START in turn."""
        table = np.array(self._arcs, np.int32).reshape(-1, 5)
        used, targets = np.unique(table[:, 1], return_inverse=True)
        place = np.full(self._nodes, START, np.int32)
        place[used] = np.arange(1, used.size + 1)
        order = np.argsort(targets, kind="stable")
        sources, tokens, words, begins = (table[order, column] for column in (0, 2, 3, 4))
        ends = tuple(tuple(int(place[node]) for node in nodes) for nodes in self._ends)
        spelt, names = tuple(self._spelt), tuple(self._names)
        nodes = place[sources], place[table[order, 1]]
        return Network(*nodes, tokens, words, begins.astype(bool), ends, spelt, names)

    def _weave(self, phrase: Phrase, sources: frozenset[int]) -> frozenset[int]:
        """Lead on from `sources`; return the nodes where `phrase` is complete (none: it can't be said)."""
        match phrase:
            case Words(text):
                return self._weave_words(words_of(text), sources)
            case Anything():
                return self._weave_free(sources)
            case Either(options):
                return frozenset().union(*(self._weave(option, sources) for option in options))
            case InTurn(parts):
                for part in parts:
                    sources = self._weave(part, sources)
                return sources
            case _:
                assert_never(phrase)

    def _weave_words(self, words: Sequence[str], sources: frozenset[int]) -> frozenset[int]:
        for word in words:
            if (sources, word) not in self._shared:  # phrases that begin alike share their beginning
                self._shared[sources, word] = self._weave_word(word, sources)
            sources = self._shared[sources, word]
        return sources

    def _weave_word(self, word: str, sources: frozenset[int]) -> frozenset[int]:
        spelling = self._speller.spell(word)
        if spelling is None or not sources:
            return frozenset()
        number = self._spelt.setdefault(word, len(self._spelt))
        places = {place: self._node() for place in {step.end for step in spelling.steps}}
        for step in spelling.steps:
            for source in sources if step.begin == 0 else (places[step.begin],):
                self._arcs.append((source, places[step.end], step.token, number, step.begin == 0))
        return frozenset({places[spelling.length]})

    def _weave_free(self, sources: frozenset[int]) -> frozenset[int]:
        node = self._node()
        for source in sources:
            self._arcs.append((source, node, FREE, 0, True))
        return frozenset({node}) if sources else frozenset()

    def _node(self) -> int:
        self._nodes += 1
        return self._nodes - 1
