"""Sets aside at once what a sentence can't be: templates of whose words none is in it.

hassil looks at every template for every sentence, three milliseconds for a thousand. One look-up for each
word that any template needs leaves it the few that may match.
"""

from collections import defaultdict
from dataclasses import replace

from hassil.expression import Sentence
from hassil.intents import Intent, IntentData, Intents


class Prefilter:
    """Narrows a set of templates down to those that share words with a sentence."""

    def __init__(self, intents: Intents) -> None:
        self._intents = intents
        self._blocks = [block for intent in intents.intents.values() for block in intent.data]
        self._by_fragment: defaultdict[str, list[tuple[int, Sentence]]] = defaultdict(list)
        self._always: list[tuple[int, Sentence]] = []
        for index, block in enumerate(self._blocks):
            for sentence in block.sentences:
                self._add(index, sentence, block)

    def narrowed(self, text: str) -> Intents:
        """Return the templates that may match `text`, which has to be canonical."""
        found: defaultdict[int, dict[int, Sentence]] = defaultdict(dict)
        for index, sentence in self._always:
            found[index][id(sentence)] = sentence
        for fragment, sentences in self._by_fragment.items():
            if fragment in text:
                for index, sentence in sentences:
                    found[index][id(sentence)] = sentence
        blocks = [self._block(index, list(chosen.values())) for index, chosen in sorted(found.items())]
        return replace(self._intents, intents={"commands": Intent("commands", blocks)})

    def _add(self, index: int, sentence: Sentence, block: IntentData) -> None:
        clauses = sentence.get_required_clauses(block.expansion_rules)
        if not clauses:
            self._always.append((index, sentence))
            return
        # Of the words that have to be there, those that are rarest: the longest.
        telling = max(clauses, key=lambda clause: min(len(fragment) for fragment in clause))
        for fragment in telling:
            self._by_fragment[fragment].append((index, sentence))

    def _block(self, index: int, sentences: list[Sentence]) -> IntentData:
        block = replace(self._blocks[index])
        vars(block)["sentences"] = sentences  # where hassil keeps what it has parsed
        return block
