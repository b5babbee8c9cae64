"""Sentences of a grammar: every way to say a command without numbers or free words, some of the others."""

from collections.abc import Iterator
from itertools import islice

from assistant.understand.grammar.expansion import number_words
from assistant.understand.grammar.grammar import Grammar
from assistant.values.commands.definition import Definition
from assistant.values.phrases import Anything, Either, InTurn, Phrase, Words

FREE = {"en": "quick brown fox", "zh": "敏捷的狐狸", "yue": "敏捷嘅狐狸", "ja": "速い狐", "ko": "빠른 여우"}
MOST = 300
"""Sentences of one template."""
FEW = 3
"""Of a long list, so many of its beginning and of its end."""


def samples(grammar: Grammar, file: str | None = None) -> Iterator[tuple[str, Definition]]:
    """Yield sentences with the command each belongs to, of all packs or of one file."""
    gap = "" if grammar.is_spaceless else " "
    goals = grammar.goals_with_definitions()
    for goal, definition in (each for each in goals if file in {None, each[1].place.file}):
        for text in islice(_texts(goal.phrase, gap, grammar.language), MOST):
            yield " ".join(text.split()), definition


def numbers(language: str, low: int, high: int) -> Iterator[tuple[int, str]]:
    """Yield every number of a range, in digits and in each way to say it."""
    for number in range(low, high + 1):
        yield from ((number, text) for text in (str(number), *number_words(number, language)))


def _texts(phrase: Phrase, gap: str, language: str) -> Iterator[str]:
    match phrase:
        case Words(text):
            yield text
        case Anything():
            yield FREE.get(language, FREE["en"])
        case Either(options):
            some = options if len(options) <= MOST // 4 else (*options[:FEW], *options[-FEW:])
            for option in some:
                yield from _texts(option, gap, language)
        case InTurn(parts):
            yield from _joined(parts, gap, language)


def _joined(parts: tuple[Phrase, ...], gap: str, language: str) -> Iterator[str]:
    if not parts:
        yield ""
        return
    for head in _texts(parts[0], gap, language):
        for rest in _joined(parts[1:], gap, language):
            yield f"{head}{gap}{rest}"
