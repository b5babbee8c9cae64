"""Other readings of the same audio: a beam search over the frames' best candidates.

Best alignments only, no sums over them: what is wanted is what the greedy reading nearly was.
"""

from collections.abc import Iterator

from assistant.recognize.ports import Emissions

WIDTH = 5
"""Readings carried along."""
REACH = 3.0
"""How far below the best of its frame a candidate may be, as log-probability."""
_NEVER = float("-inf")
_Candidates = list[tuple[int, float]]


class _Path:
    """A sequence of tokens: the one before it, and one token more."""

    __slots__ = ("before", "kids", "next_open", "next_shut", "open", "shut", "token")

    def __init__(self, before: "_Path | None", token: int) -> None:
        self.before = before
        self.token = token
        self.kids: dict[int, _Path] = {}
        self.open = self.next_open = _NEVER
        """What the best alignment that ends in the token itself loses to the best of all."""
        self.shut = self.next_shut = _NEVER
        """The same, where it ends in a blank."""

    def turn(self) -> float:
        """Go on to the next frame; return the lesser loss."""
        self.open, self.shut = self.next_open, self.next_shut
        self.next_open = self.next_shut = _NEVER
        return max(self.open, self.shut)

    def tokens(self) -> tuple[int, ...]:
        path: _Path | None = self
        found = []
        while path is not None and path.before is not None:
            found.append(path.token)
            path = path.before
        return tuple(reversed(found))


def readings(emissions: Emissions, blank: int = 0, width: int = WIDTH) -> list[tuple[float, tuple[int, ...]]]:
    """Return token sequences with what they lose to the best reading (0 or less), best first.

    The first is the greedy one.
    """
    root = _Path(None, -1)
    root.shut = 0.0
    active = [root]
    for candidates in _candidates(emissions):
        touched = dict.fromkeys(
            path for before in active for path in _extend(before, candidates, blank)
        )  # a dict keeps their order, so that equals are always decided alike
        turned = [(path.turn(), path) for path in touched]
        scored = sorted((pair for pair in turned if pair[0] > _NEVER), key=lambda pair: -pair[0])
        for _, path in scored[width:]:
            path.open = path.shut = _NEVER
        active = [path for _, path in scored[:width]]
    return [(max(path.open, path.shut), path.tokens()) for path in active]


def _candidates(emissions: Emissions) -> Iterator[_Candidates]:
    """Yield for each frame the tokens worth a thought, each with what it loses to the best."""
    losses = emissions.top_score - emissions.top_score[:, :1]
    counts = (losses >= -REACH).sum(axis=1).tolist()
    for ids, row, count in zip(emissions.top.tolist(), losses.tolist(), counts, strict=True):
        yield list(zip(ids[:count], row[:count], strict=True))


def _extend(path: _Path, candidates: _Candidates, blank: int) -> Iterator[_Path]:
    """Take one more frame; yield every path that this leads to."""
    either = max(path.open, path.shut)
    for token, loss in candidates:
        if token == blank:
            path.next_shut = max(path.next_shut, either + loss)
            yield path
            continue
        before = either
        if token == path.token:
            path.next_open = max(path.next_open, path.open + loss)
            yield path
            before = path.shut  # only a blank parts two of the same
        if before > _NEVER:
            kid = path.kids.get(token)
            if kid is None:
                kid = path.kids[token] = _Path(path, token)
            kid.next_open = max(kid.next_open, before + loss)
            yield kid
