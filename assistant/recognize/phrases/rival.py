"""How good the best path is that says something else: what makes a choice sure.

Forward scores say how well an arc can be reached, backward scores how well one can go on from it;
together they are the best whole path through the arc. Of the arcs whose words the winner does not
have, the best is the rival.
"""

import numpy as np

from assistant.recognize.features import Floats
from assistant.recognize.phrases.search import NEVER, Frames, Searcher


def rival_score(searcher: Searcher, frames: Frames, words: set[int]) -> float:
    """Return the score of the best path of goal 0 with a word that is not in `words`.

    That a token may not follow itself without a blank is not looked at on the way back, so a rival
    may look a little better than it is: that errs on the safe side.
    """
    network = searcher.network
    foreign = ~np.isin(network.words, list(words | {0}))
    if not foreign.any():
        return float(NEVER)
    trellis = searcher.run(frames)
    rest = _backward(searcher, frames)
    return float((trellis.arcs + rest)[:, foreign].max())


def _backward(searcher: Searcher, frames: Frames) -> Floats:
    """Return for every arc and frame the best score of what can follow, shape [T, A]."""
    network = searcher.network
    order = np.argsort(network.sources, kind="stable")
    sources = network.sources[order]
    first = np.flatnonzero(np.diff(sources, prepend=-1))
    rest = np.empty((len(frames.blank), network.tokens.size), np.float32)
    node = np.full(network.nodes, NEVER, np.float32)
    node[list(network.ends[0])] = 0.0
    arc = node[network.targets]
    for time in range(len(frames.blank) - 1, -1, -1):
        rest[time] = arc
        heard = frames.columns[time, searcher.column] + arc
        node = node + frames.blank[time]
        reached = np.maximum.reduceat((heard + searcher.gains)[order], first)
        node[sources[first]] = np.maximum(node[sources[first]], reached)
        arc = np.maximum(heard, node[network.targets])
    return rest
