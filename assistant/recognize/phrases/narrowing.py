"""What of a large grammar may have been said at all: most words lose too much at their first tokens."""

import numpy as np
from numpy.typing import NDArray

from assistant.recognize.features import Floats
from assistant.recognize.phrases.network import START, Network


class Narrowing:
    """Follows a network from its start over tokens that were nearly heard, in any order of time."""

    def __init__(self, network: Network) -> None:
        """Sort the arcs by the node they leave."""
        self._network = network
        self._order = np.argsort(network.sources, kind="stable")
        self._first = np.searchsorted(network.sources[self._order], np.arange(network.nodes + 1))

    def arcs(self, loss: Floats, most: float) -> NDArray[np.intp]:
        """Return the arcs on whose words no more than `most` is lost so far; `loss` is each arc's least."""
        network = self._network
        cost = np.full(network.nodes, np.inf, np.float32)
        cost[START] = 0.0
        kept = np.zeros(network.tokens.size, bool)
        fresh = np.array([START])
        while fresh.size:
            out = self._leaving(fresh)
            so_far = np.where(network.begins[out], np.float32(0.0), cost[network.sources[out]]) + loss[out]
            is_near = so_far <= most
            out, so_far = out[is_near], so_far[is_near]
            kept[out] = True
            before = cost[network.targets[out]]
            np.minimum.at(cost, network.targets[out], so_far)
            fresh = np.unique(network.targets[out[cost[network.targets[out]] < before]])
        return np.flatnonzero(kept)

    def _leaving(self, nodes: NDArray[np.intp]) -> NDArray[np.intp]:
        """Return the arcs that leave these nodes."""
        starts, counts = self._first[nodes], self._first[nodes + 1] - self._first[nodes]
        before = np.cumsum(counts) - counts
        return self._order[np.repeat(starts - before, counts) + np.arange(int(counts.sum()))]
