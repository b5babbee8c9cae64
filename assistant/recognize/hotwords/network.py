"""Hotwords -> a network of a model's tokens: every likely spelling of each, begins shared by all."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.recognize.hotwords.word_list import Hotword
from assistant.recognize.phrases.spelling import Speller, Spelling, words_of
from assistant.recognize.vocabulary import WORD_START


@dataclass(slots=True)
class Node:
    """A token of a spelling; what may follow it."""

    token: int
    kids: dict[int, "Node"] = field(default_factory=dict)
    ends: list[int] = field(default_factory=list)
    """Phrases of which this is the last token."""
    depth: int = 0
    """Tokens on the longest way here, this one included."""
    budget: float = 0.0
    """The most that a phrase beyond this may lose: whoever has lost more is given up."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A hotword as it is listened for."""

    hotword: Hotword
    words: tuple[str, ...] = field(repr=False)
    budget: float
    """What it may lose against what the model would rather write."""


@dataclass(frozen=True, slots=True)
class Network:
    """All that is listened for."""

    root: Node = field(repr=False)
    phrases: tuple[Phrase, ...] = field(repr=False)


def compile_network(hotwords: Iterable[Hotword], speller: Speller) -> Network:
    """Compile hotwords; one with a letter that the vocabulary lacks is not listened for.

    Spellings that have come equally far with the same token go on as one: there are thousands of ways
    to spell a long word with pieces in either case, but few places in it.
    """
    builder = _Builder()
    for hotword in hotwords:
        words = words_of(hotword.text)
        spellings = [spelling for word in words if (spelling := speller.spell(word)) is not None]
        if words and hotword.weight and len(spellings) == len(words):
            builder.add(hotword, words, spellings)
    return builder.finish()


class _Builder:
    def __init__(self) -> None:
        self._root = Node(-1)
        self._nodes: dict[tuple[str, int], Node] = {}
        self._phrases: list[Phrase] = []

    def add(self, hotword: Hotword, words: tuple[str, ...], spellings: list[Spelling]) -> None:
        """Add every spelling of a phrase of `words`."""
        ends, said, shortest = {id(self._root): self._root}, "", 0
        for word, spelling in zip(words, spellings, strict=True):
            letters = word if spelling.length == len(word) else WORD_START + word
            reached: dict[int, dict[int, Node]] = {0: ends}
            counts = {0: 0}
            for step in spelling.steps:
                if step.begin not in reached:
                    continue
                kid = self._node(f"{said} {letters[: step.end]}", step.token)
                for node in reached[step.begin].values():
                    node.kids[step.token] = kid
                    kid.depth = max(kid.depth, node.depth + 1)
                reached.setdefault(step.end, {})[id(kid)] = kid
                counts[step.end] = min(counts.get(step.end, counts[step.begin] + 1), counts[step.begin] + 1)
            ends, said = reached[spelling.length], f"{said} {word}"
            shortest += counts[spelling.length]
        for node in ends.values():
            node.ends.append(len(self._phrases))
        self._phrases.append(Phrase(hotword, words, hotword.weight * shortest))

    def finish(self) -> Network:
        """Return the network with its budgets."""
        _spread(self._root, self._phrases, {})
        return Network(self._root, tuple(self._phrases))

    def _node(self, place: str, token: int) -> Node:
        return self._nodes.setdefault((place, token), Node(token))


def _spread(node: Node, phrases: list[Phrase], known: dict[int, tuple[float, float]]) -> tuple[float, float]:
    """Set the budgets of `node` and all beyond it; return the highest budget and weight among them.

    Nothing that is lost is won back, so an early loss is held to what the pieces so far may lose, and
    one piece more.
    """
    if id(node) not in known:
        below = [_spread(kid, phrases, known) for kid in node.kids.values()]
        own = [(phrases[number].budget, phrases[number].hotword.weight) for number in node.ends]
        budget, weight = (max((pair[part] for pair in own + below), default=0.0) for part in (0, 1))
        node.budget = min(budget, weight * (node.depth + 1))
        known[id(node)] = budget, weight
    return known[id(node)]
