"""The best path of a token network through CTC frames, and the second best of what it says.

Viterbi over both kinds of CTC state: an arc whose token was emitted last, and a node after a blank.
A token may follow an equal one only across a blank.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.recognize.features import Floats
from assistant.recognize.phrases.network import FREE, START, Network
from assistant.recognize.ports import Ints

NEVER = np.float32(-1e30)
"""Log-probability of what cannot be; finite, so that sums of it stay comparable."""
SILENT = np.float32(-1e-3)
"""A frame whose blank is surer than this is no token of anything: half of all frames, and half the work."""
TOKEN_GAIN = np.float32(2.0)
"""Log-probability that a token of the grammar gains for being there: CTC's blanks are so sure of themselves
that a phrase with fewer tokens looks better than it is, "stop" than "stop playback". Any value from 1 to 3 is
as good; it chooses among phrases, and has no part in how much a phrase is doubted."""


Repeats = tuple[Ints, Ints, NDArray[np.intp]]
"""Arcs that follow one with their own token, other arcs that they may follow, and whose those are."""


@dataclass(frozen=True, slots=True, eq=False)
class Frames:
    """What a model gave, as far as a network asks: log-probabilities."""

    columns: Floats
    """Of each of the network's tokens, shape [T, C]; the last column is what free text costs."""
    blank: Floats
    """Shape [T]."""
    best: Floats
    """Of the best token of all, shape [T]."""


@dataclass(frozen=True, slots=True)
class Path:
    """The best way through a network."""

    score: float
    """Log-probability of the whole, and what its tokens gain."""
    arcs: tuple[int, ...]
    """Arc of each frame, -1 for a blank, shape [T]."""


@dataclass(frozen=True, slots=True, eq=False)
class Trellis:
    """Scores of every state after every frame."""

    network: Network
    arcs: Floats
    """[T, A]: the arc's token was the last."""
    nodes: Floats
    """[T, N]: the best of all that ends at the node."""
    blanks: Floats
    """[T, N]: the same after a blank."""

    def score(self, goal: int) -> float:
        """Return the log-probability of the goal's best path, and what its tokens gain."""
        ends = self.network.ends[goal]
        return float(max(self.nodes[-1, list(ends)], default=NEVER)) if ends else float(NEVER)


class Searcher:
    """Runs one network over utterances."""

    def __init__(self, network: Network, tokens: Ints | None = None, repeats: Repeats | None = None) -> None:
        """Prepare; `tokens` are the columns that frames will have, where they are more than needed.

        `repeats` are the network's, where they are known.
        """
        self.network = network
        needed = np.unique(network.tokens[network.tokens != FREE]).astype(np.int32)
        self.tokens = needed if tokens is None else tokens
        """The vocabulary columns of frames, ascending, shape [C - 1]."""
        place = np.searchsorted(self.tokens, network.tokens)
        self.column = np.where(network.tokens == FREE, self.tokens.size, place).astype(np.intp)
        """Column of each arc, shape [A]."""
        self._sources = network.sources.astype(np.intp)
        self._free = np.flatnonzero(network.tokens == FREE)
        self.gains = np.where(network.tokens == FREE, np.float32(0.0), TOKEN_GAIN)
        """What entering each arc gains, shape [A]."""
        self._first = np.flatnonzero(np.diff(network.targets, prepend=START))
        self._ends = np.append(self._first[1:], network.tokens.size)
        self._repeats, self._others, self._owners = repeats or _repeats(network)

    def only(self, arcs: NDArray[np.intp]) -> "Searcher":
        """Return a search of these arcs alone, ascending, as `Network.only` has them."""
        place = np.full(self.network.tokens.size, -1, np.int32)
        place[arcs] = np.arange(arcs.size)
        stays = place[self._repeats] >= 0
        paired = stays[self._owners] & (place[self._others] >= 0)
        owners = (np.cumsum(stays) - 1)[self._owners[paired]].astype(np.intp)
        repeats = place[self._repeats[stays]], place[self._others[paired]], owners
        return Searcher(self.network.only(arcs), self.tokens, repeats)

    def run(self, frames: Frames) -> Trellis:
        """Return the scores of all states. Frames of shape [T, ...], T >= 1."""
        network = self.network
        length = len(frames.blank)
        arcs = np.empty((length, network.tokens.size), np.float32)
        nodes = np.empty((length, network.nodes), np.float32)
        blanks = np.empty((length, network.nodes), np.float32)
        arc = np.full(network.tokens.size, NEVER, np.float32)
        node = np.full(network.nodes, NEVER, np.float32)
        node[START] = 0.0
        blank = node.copy()
        ways, heard = np.empty_like(arc), np.empty_like(arc)
        for time in range(length):
            if frames.blank[time] > SILENT:
                blank, node = self._be_silent(arc, node, frames.columns[time, -1])
                arcs[time], nodes[time], blanks[time] = arc, node, blank
                continue
            np.take(node, self._sources, out=ways, mode="clip")  # "clip" saves a copy; all are inside
            if self._repeats.size:
                ways[self._repeats] = self._around(arc, blank)
            ways += self.gains
            np.maximum(arc, ways, out=arc)
            arc += np.take(frames.columns[time], self.column, out=heard, mode="clip")
            blank = node + frames.blank[time]
            node = blank.copy()
            np.maximum(node[START + 1 :], np.maximum.reduceat(arc, self._first), out=node[START + 1 :])
            arcs[time], nodes[time], blanks[time] = arc, node, blank
        return Trellis(network, arcs, nodes, blanks)

    def trace(self, trellis: Trellis, goal: int) -> Path:
        """Return the best path of `goal`."""
        ends = list(trellis.network.ends[goal])
        node = ends[int(np.argmax(trellis.nodes[-1, ends]))]
        arcs = tuple(self._back(trellis, node))
        return Path(trellis.score(goal), arcs[::-1])

    def _be_silent(self, arc: Floats, node: Floats, score: float) -> tuple[Floats, Floats]:
        """Go on by a frame in which only blanks and free text are; return nodes after a blank, and all."""
        ways = np.maximum(arc[self._free], node[self._sources[self._free]]) + score
        arc.fill(NEVER)
        arc[self._free] = ways
        blank = node + score
        node = blank.copy()
        np.maximum.at(node, self.network.targets[self._free], ways)
        return blank, node

    def _around(self, arc: Floats, blank: Floats) -> Floats:
        """Return the scores before arcs that repeat a token: after a blank, or after another token."""
        ways = blank[self.network.sources[self._repeats]]
        np.maximum.at(ways, self._owners, arc[self._others])
        return ways

    def _back(self, trellis: Trellis, node: int) -> Iterator[int]:
        """Yield the arc of each frame (-1: blank), last frame first."""
        state = _State(node=node)
        for time in range(len(trellis.arcs) - 1, -1, -1):
            if state.arc is None and not state.is_blank:
                state = self._arrival(trellis, time, state.node)
            yield -1 if state.arc is None else state.arc
            if time:
                state = self._before(trellis, time - 1, state)

    def _arrival(self, trellis: Trellis, time: int, node: int) -> "_State":
        """Return how the best path came to be at a node after a frame."""
        if node == START or trellis.blanks[time, node] >= trellis.nodes[time, node]:
            return _State(node, is_blank=True)
        arcs = range(self._first[node - 1], self._ends[node - 1])
        return _State(node, arcs[int(np.argmax(trellis.arcs[time, arcs.start : arcs.stop]))])

    def _before(self, trellis: Trellis, time: int, state: "_State") -> "_State":
        """Return where the best path into `state` was after the frame before, number `time`."""
        arc = state.arc
        if arc is None:
            return _State(state.node)
        source = int(self.network.sources[arc])
        ways = [(trellis.arcs[time, arc] - self.gains[arc], state)]
        place = int(np.searchsorted(self._repeats, arc))
        if place < self._repeats.size and self._repeats[place] == arc:
            ways += [(trellis.blanks[time, source], _State(source, is_blank=True))]
            others = self._others[self._owners == place].tolist()
            ways += [(trellis.arcs[time, other], _State(source, other)) for other in others]
        else:
            ways += [(trellis.nodes[time, source], _State(source))]
        return max(ways, key=lambda way: float(way[0]))[1]


@dataclass(frozen=True, slots=True)
class _State:
    """Where a path is: on an arc; else at a node, after a blank or however the path came there."""

    node: int
    arc: int | None = None
    is_blank: bool = False


def _repeats(network: Network) -> Repeats:
    """Return the arcs that follow one with their own token, and the other arcs that they may follow."""
    by_target: dict[int, list[int]] = {}
    for index, node in enumerate(network.targets.tolist()):
        by_target.setdefault(node, []).append(index)
    tokens = network.tokens.tolist()
    repeats: list[int] = []
    others: list[int] = []
    owners: list[int] = []
    for index, source in enumerate(network.sources.tolist()):
        before = by_target.get(source, ())
        if tokens[index] == FREE or not any(tokens[one] == tokens[index] for one in before):
            continue
        allowed = [one for one in before if tokens[one] != tokens[index]]
        others += allowed
        owners += [len(repeats)] * len(allowed)
        repeats.append(index)
    return np.array(repeats, np.int32), np.array(others, np.int32), np.array(owners, np.intp)
