"""A grammar -> a network of tokens: what may follow what, as arrays that a search can run over.

Nodes are places between tokens, arcs are tokens. There are no empty arcs: what may be left out is
entered and left by several arcs instead, so that one frame of audio is one step along the arrays.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from assistant.recognize.phrases.minimal import minimal
from assistant.recognize.phrases.spelling import Speller
from assistant.recognize.phrases.weaver import FREE, START, Weaver
from assistant.recognize.ports import Ints
from assistant.values.phrases import Goal

__all__ = ["FREE", "START", "Network", "compile_network"]


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

    def only(self, arcs: NDArray[np.intp]) -> "Network":
        """Return these arcs alone, ascending, each of which can be reached over others of them."""
        reached = np.zeros(self.nodes, bool)
        reached[self.targets[arcs]] = reached[START] = True
        place = np.cumsum(reached & (np.arange(self.nodes) != START))
        place[START] = START
        return Network(
            place[self.sources[arcs]].astype(np.int32),
            place[self.targets[arcs]].astype(np.int32),
            self.tokens[arcs],
            self.words[arcs],
            self.begins[arcs],
            tuple(tuple(int(place[node]) for node in nodes if reached[node]) for nodes in self.ends),
            self.spelt,
            self.names,
        )

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
    weaver = Weaver(speller)
    for goal in goals:
        weaver.add(goal)
    arcs, ends = minimal(weaver.arcs, weaver.ends)
    table = np.array([(arc.source, arc.target, arc.token, arc.word, arc.begins) for arc in arcs], np.int32)
    table = table.reshape(-1, 5)
    # Nodes are numbered so that arcs sorted by their targets meet each node but START in turn.
    used, targets = np.unique(table[:, 1], return_inverse=True)
    place = np.full(int(table[:, :2].max(initial=START)) + 1, START, np.int32)
    place[used] = np.arange(1, used.size + 1)
    order = np.argsort(targets, kind="stable")
    sources, tokens, words, begins = (table[order, column] for column in (0, 2, 3, 4))
    placed = tuple(tuple(sorted(int(place[node]) for node in nodes)) for nodes in ends)
    nodes = place[sources], place[table[order, 1]]
    names = tuple(weaver.names)
    return Network(*nodes, tokens, words, begins.astype(bool), placed, tuple(weaver.spelt), names)
