"""Hotwords -> a network of a model's tokens: every likely spelling of each, begins shared by all."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.recognize.hotwords.word_list import Hotword
from assistant.recognize.phrases.spelling import Speller, words_of


@dataclass(slots=True)
class Node:
    """A token of a spelling; what may follow it."""

    token: int
    kids: dict[int, "Node"] = field(default_factory=dict)
    ends: list[int] = field(default_factory=list)
    """Phrases of which this is the last token."""
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
    """Compile hotwords; one with a letter that the vocabulary lacks is not listened for."""
    root = Node(-1)
    phrases: list[Phrase] = []
    for hotword in hotwords:
        words = words_of(hotword.text)
        spellings = [speller.spell(word) for word in words]
        if not words or not hotword.weight or None in spellings:
            continue
        ends, shortest = [root], 0
        for spelling in spellings:
            if spelling is None:  # told above; the type checker wants it here
                continue
            reached: dict[int, list[tuple[Node, int]]] = {0: [(node, 0) for node in ends]}
            for step in spelling.steps:
                for node, count in reached.get(step.begin, ()):
                    kid = node.kids.setdefault(step.token, Node(step.token))
                    reached.setdefault(step.end, []).append((kid, count + 1))
            ends = list({id(node): node for node, _ in reached[spelling.length]}.values())
            shortest += min(count for _, count in reached[spelling.length])
        for node in ends:
            node.ends.append(len(phrases))
        phrases.append(Phrase(hotword, words, hotword.weight * shortest))
    _spread(root, phrases, 0)
    return Network(root, tuple(phrases))


def _spread(node: Node, phrases: list[Phrase], depth: int) -> tuple[float, float]:
    """Set the budgets of `node` and all beyond it; return the highest budget and weight among them.

    Nothing that is lost is won back, so an early loss is held to what the pieces so far may lose, and
    one piece more.
    """
    below = [_spread(kid, phrases, depth + 1) for kid in node.kids.values()]
    own = [(phrases[number].budget, phrases[number].hotword.weight) for number in node.ends]
    budget, weight = (max((pair[part] for pair in own + below), default=0.0) for part in (0, 1))
    node.budget = min(budget, weight * (depth + 1))
    return budget, weight
