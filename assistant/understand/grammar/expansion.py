"""Templates spelt out: as texts, to compare how they sound, and as phrases, for decoding with a grammar."""

from collections.abc import Iterator
from functools import cache
from itertools import islice, product

from hassil.expression import (
    Alternative,
    Expression,
    Group,
    ListReference,
    RuleReference,
    TextChunk,
)
from hassil.numbers import get_rbnf_engine

from assistant.understand.grammar.canonical import canonical
from assistant.understand.grammar.compiled import Compiled
from assistant.values.commands.definition import Definition, Filling, SlotList
from assistant.values.phrases import Anything, Either, Goal, InTurn, Phrase, Words

_ODD = ("financial", "days", "year", "ordinal")
"""Ways to write numbers that nobody says in a command: 壹佰, 初一."""
MOST_PHRASES = 4000
"""Of one template."""


class Expander:
    """Spells out the templates of one language."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._known: dict[tuple[str, str], Phrase] = {}

    def phrases(self) -> Iterator[tuple[str, Definition]]:
        """Yield each text that can be said without numbers and free words, with its command."""
        gap = "" if self._compiled.intents.settings.ignore_whitespace else " "
        for (pack, _), commands in self._compiled.sentences.items():
            definition, sentence = commands[0]
            for text in islice(self._texts(sentence.expression, pack, gap), MOST_PHRASES):
                spelt = canonical(text).text
                if spelt:
                    yield spelt, definition

    def goals(self) -> Iterator[tuple[Goal, Definition]]:
        """Yield each template as one phrase, with its command."""
        for (pack, _), commands in self._compiled.sentences.items():
            for definition, sentence in commands:
                yield Goal(definition.name, self._phrase(sentence.expression, pack)), definition

    def _texts(self, expression: Expression, pack: str, gap: str) -> Iterator[str]:
        """Yield the texts of an expression; none where numbers or free words are in it."""
        match expression:
            case TextChunk():
                yield expression.text
            case ListReference(list_name=name):
                each = self._compiled.lists[pack][name]
                if each.filling is Filling.CHOICE:
                    yield from (f"{gap}{said}{gap}" for said in _spoken(each, self._compiled.language))
            case RuleReference(rule_name=name):
                yield from self._texts(self._compiled.rules[pack][name].expression, pack, gap)
            case Alternative(items=items):
                for item in items:
                    yield from self._texts(item, pack, gap)
            case Group(items=items):
                parts = [list(islice(self._texts(each, pack, gap), MOST_PHRASES)) for each in items]
                yield from ("".join(each) for each in product(*parts))

    def _phrase(self, expression: Expression, pack: str) -> Phrase:
        match expression:
            case TextChunk():
                return Words(canonical(expression.text).text)
            case ListReference(list_name=name):
                if (pack, name) not in self._known:
                    self._known[pack, name] = _list_phrase(
                        self._compiled.lists[pack][name], self._compiled.language
                    )
                return self._known[pack, name]
            case RuleReference(rule_name=name):
                return self._phrase(self._compiled.rules[pack][name].expression, pack)
            case Alternative(items=items):
                return Either(tuple(self._phrase(each, pack) for each in items))
            case Group(items=items):
                parts = tuple(self._phrase(each, pack) for each in items)
                return InTurn(tuple(part for part in parts if part != Words("")))
            case _:
                return Words("")


def _spoken(each: SlotList, language: str) -> Iterator[str]:
    for choice in each.choices:
        yield from choice.spoken(language)


def _list_phrase(each: SlotList, language: str) -> Phrase:
    match each.filling:
        case Filling.FREE:
            return Anything()
        case Filling.NUMBER:
            numbers = range(each.low, each.high + 1, each.step)
            return Either(tuple(Words(word) for number in numbers for word in number_words(number, language)))
        case Filling.CHOICE:
            return Either(tuple(Words(canonical(text).text) for text in _spoken(each, language)))


@cache
def number_words(number: int, language: str) -> tuple[str, ...]:
    """Return how a number is said, in words, without hyphens: `twenty three`, 二十三."""
    spoken = get_rbnf_engine(language).format_number(number)
    return tuple(
        sorted(
            {
                text.replace("-", " ").replace("\u00ad", "")
                for ruleset, text in spoken.text_by_ruleset.items()
                if not any(odd in ruleset for odd in _ODD)
            }
        )
    )
