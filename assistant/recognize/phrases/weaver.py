"""Phrases -> arcs. What begins alike is woven once, and the choices of an Either meet again behind it."""

from collections.abc import Sequence
from typing import NamedTuple, assert_never

from assistant.recognize.phrases.spelling import Speller, words_of
from assistant.values.phrases import Anything, Either, Goal, InTurn, Phrase, Words

START = 0
"""The node before the first token."""
FREE = -1
"""Token of an arc that takes whatever the model hears."""

Nodes = frozenset[int]


class Arc(NamedTuple):
    """One token between two nodes."""

    source: int
    target: int
    token: int
    word: int
    begins: bool
    """Whether it begins its word."""


class Weaver:
    """Builds arcs; a node is made by the arcs that lead to it."""

    def __init__(self, speller: Speller) -> None:
        self._speller = speller
        self._nodes = START + 1
        self._woven: dict[tuple[Nodes, Phrase | str, int | None], Nodes] = {}
        self.arcs: list[Arc] = []
        self.ends: list[Nodes] = []
        """Where each goal is complete."""
        self.names: list[str] = []
        self.spelt: dict[str, int] = {"": 0}
        """Word -> its number; 0 is free text."""

    def add(self, goal: Goal) -> None:
        """Weave one goal."""
        self.names.append(goal.name)
        self.ends.append(self._weave(goal.phrase, Nodes({START}), None) - {START})

    def _weave(self, phrase: Phrase, sources: Nodes, join: int | None) -> Nodes:
        """Lead on from `sources`; return the nodes where `phrase` is complete (none: it can't be said).

        With `join` what it says ends there. What may be left out leaves some of the sources in the answer.
        """
        key = (sources, phrase, join)
        if key not in self._woven:
            self._woven[key] = self._lead(phrase, sources, join)
        return self._woven[key]

    def _lead(self, phrase: Phrase, sources: Nodes, join: int | None) -> Nodes:
        match phrase:
            case Words(text):
                return self._words(words_of(text), sources, join)
            case Anything():
                return self._free(sources, join)
            case Either(options):
                meet = self._node() if join is None else join
                return Nodes().union(*(self._weave(option, sources, meet) for option in options))
            case InTurn(parts):
                for number, part in enumerate(parts):
                    sources = self._weave(part, sources, join if number == len(parts) - 1 else None)
                return sources
            case _:
                assert_never(phrase)

    def _words(self, words: Sequence[str], sources: Nodes, join: int | None) -> Nodes:
        for number, word in enumerate(words):
            last = join if number == len(words) - 1 else None
            key = (sources, word, last)
            if key not in self._woven:
                self._woven[key] = self._word(word, sources, last)
            sources = self._woven[key]
        return sources

    def _word(self, word: str, sources: Nodes, join: int | None) -> Nodes:
        spelling = self._speller.spell(word)
        if spelling is None or not sources:
            return Nodes()
        number = self.spelt.setdefault(word, len(self.spelt))
        places = {place: self._node() for place in {step.end for step in spelling.steps}}
        if join is not None:
            places[spelling.length] = join
        for step in spelling.steps:
            for source in sources if step.begin == 0 else (places[step.begin],):
                self.arcs.append(Arc(source, places[step.end], step.token, number, step.begin == 0))
        return Nodes({places[spelling.length]})

    def _free(self, sources: Nodes, join: int | None) -> Nodes:
        node = self._node() if join is None else join
        self.arcs += [Arc(source, node, FREE, 0, begins=True) for source in sources]
        return Nodes({node}) if sources else Nodes()

    def _node(self) -> int:
        self._nodes += 1
        return self._nodes - 1
