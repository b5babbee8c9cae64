"""Hotwords in the lattice: where the model found one nearly as probable as what it would rather write.

Tokens are passed through the network frame by frame (the CTC word spotter of Andrusenko et al.,
arXiv:2406.07096): a path may only begin and end at the edge of a word of the greedy reading, so that
whole words are replaced, and what it loses against the best token of each frame is its price. The
hotword's weight times its pieces is what it may cost.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.recognize.hotwords.network import Network, Node
from assistant.recognize.ports import Emissions
from assistant.recognize.reading.piece import Piece, grouped

REACH = 8.0
"""How far below the best of its frame a token may be, as log-probability."""
_NEVER = float("-inf")
_Path = tuple[float, int]
"""What it has lost so far, and the frame where it began."""
_Paths = dict[int, tuple[Node, _Path]]
"""The best path into each node, by the node's identity."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A phrase on frames [first, last]."""

    phrase: int
    first: int
    last: int
    loss: float
    """0 or less."""
    gain: float
    """What is left of its budget, more than 0."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Where words of the greedy reading begin and end."""

    inside: frozenset[int]
    """Frames that go on with the word of the frame before."""

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> "Edges":
        """Find them; punctuation is part of no word."""
        inside: set[int] = set()
        for group in grouped(pieces):
            spoken = [piece for piece in group if not piece.is_silent]
            if spoken:
                inside.update(range(spoken[0].first + 1, spoken[-1].last + 1))
        return cls(frozenset(inside))


class Spotter:
    """Passes tokens through a network."""

    def __init__(self, network: Network, blank: int = 0) -> None:
        self._network = network
        self._blank = blank

    def sightings(self, emissions: Emissions, pieces: Sequence[Piece]) -> list[Sighting]:
        """Return the phrases found, best first; they may overlap. `pieces` are the greedy reading."""
        edges = Edges.of(pieces).inside
        losses = emissions.top_score - emissions.top_score[:, :1]
        counts = (losses >= -REACH).sum(axis=1).tolist()
        best: dict[tuple[int, int], Sighting] = {}
        root: _Path = (0.0, 0)
        open_: _Paths = {}
        shut: _Paths = {}
        rows = zip(emissions.top.tolist(), losses.tolist(), counts, strict=True)
        for frame, (ids, row, count) in enumerate(rows):
            if frame not in edges:
                root = (0.0, frame)
            offered = dict(zip(ids[:count], row[:count], strict=True))
            open_, shut = self._pass((open_, shut), root, offered)
            root = (root[0] + offered.get(self._blank, _NEVER), root[1])
            if frame + 1 not in edges:
                self._note(open_, frame, best)
                self._note(shut, frame, best)
        return sorted(best.values(), key=lambda found: (-found.gain, found.first, found.phrase))

    def _pass(
        self, before: tuple[_Paths, _Paths], root: _Path, offered: dict[int, float]
    ) -> tuple[_Paths, _Paths]:
        """Take one frame: repeat, fall silent, or go on to the next token."""
        opened: _Paths = {}
        silent: _Paths = {}
        open_, shut = before
        quiet = offered.get(self._blank, _NEVER)
        for node, (lost, first) in open_.values():
            if node.token in offered:
                _arrive(opened, node, (lost + offered[node.token], first))
            _arrive(silent, node, (lost + quiet, first))
        for node, (lost, first) in shut.values():
            _arrive(silent, node, (lost + quiet, first))
        for token in offered.keys() & self._network.root.kids.keys():
            _arrive(opened, self._network.root.kids[token], (root[0] + offered[token], root[1]))
        for paths in before:
            for node, (lost, first) in paths.values():
                for token in offered.keys() & node.kids.keys():
                    if paths is shut or token != node.token:
                        _arrive(opened, node.kids[token], (lost + offered[token], first))
        return opened, silent

    def _note(self, paths: _Paths, frame: int, best: dict[tuple[int, int], Sighting]) -> None:
        for node, (loss, first) in paths.values():
            for number in node.ends:
                gain = self._network.phrases[number].budget + loss
                known = best.get((number, first))
                if known is None or known.gain < gain:
                    best[number, first] = Sighting(number, first, frame, loss, gain)


def _arrive(paths: _Paths, node: Node, path: _Path) -> None:
    """Keep the better of two paths into a node, and none that has lost all that it may."""
    if path[0] <= -node.budget:
        return
    known = paths.get(id(node))
    if known is None or known[1][0] < path[0]:
        paths[id(node)] = (node, path)
