"""Templates: parsed at once, so that a mistake is found when a pack is read and not when somebody speaks.

hassil parses late: one unclosed bracket would break every later sentence, and an unknown list only shows
when its template is tried. Here each template stands or falls by itself.
"""

import difflib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from hassil.expression import (
    Alternative,
    Expression,
    Group,
    ListReference,
    Permutation,
    RuleReference,
    Sentence,
    Sequence,
    TextChunk,
)
from hassil.parse_expression import ParseExpressionError, parse_sentence
from hassil.parser import ParseError

from assistant.understand.grammar.canonical import is_chinese
from assistant.values.commands.definition import SlotList

_EMPTY_LAST = re.compile(r"\(([^()]*)\|\s*\)")
_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_BEFORE_CHINESE = re.compile(r"(?<=[㐀-鿿}>\])]) +(?=[{<\[(㐀-鿿])")
LONGEST = 500
"""Characters of a template."""
MOST_CHOICES = 16
"""Alternatives and options in one template; each multiplies what has to be tried."""


class TemplateError(ValueError):
    """A template that can't be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a template may refer to."""

    lists: Collection[str]
    free: Collection[str]
    """Those of the lists that hold any words."""
    rules: Collection[str] = ()


def parse(template: str) -> Sentence:
    """Return a template as hassil's tree. Raises TemplateError."""
    if len(template) > LONGEST:
        raise TemplateError(f"the template is longer than {LONGEST} characters; write several")
    try:
        sentence = parse_sentence(_plain(template), keep_text=True)
    except (ParseError, ParseExpressionError) as error:
        raise TemplateError(f"the template {template!r} can't be read; {_advice(template)}") from error
    except (RecursionError, AssertionError, IndexError, ValueError) as error:
        raise TemplateError(f"the template {template!r} can't be read; write it more simply") from error
    if not any(
        isinstance(each, TextChunk | ListReference | RuleReference) for each in walk(sentence.expression)
    ):
        raise TemplateError("the template is empty")
    return sentence


def lint_rule(sentence: Sentence) -> Iterator[str]:
    """Yield a sentence for everything that a rule may not hold."""
    if any(isinstance(each, RuleReference | ListReference) for each in walk(sentence.expression)):
        yield "a rule holds words only; put lists and other rules into the templates"


def lint(sentence: Sentence, known: Known) -> Iterator[str]:
    """Yield a sentence for everything in a template that would not work, or not as it was meant."""
    everything = list(walk(sentence.expression))
    for each in everything:
        if isinstance(each, ListReference):
            yield from _lint_list(each, known)
        elif isinstance(each, RuleReference) and each.rule_name not in known.rules:
            yield f"rule <{each.rule_name}> is not defined{_nearest(each.rule_name, known.rules, '<>')}"
        elif isinstance(each, Permutation):
            yield "permutations (a; b) are not supported; write both orders"
    if sum(isinstance(each, Alternative) for each in everything) > MOST_CHOICES:
        yield f"more than {MOST_CHOICES} choices in one template; write several templates"
    free = [each for each in everything if isinstance(each, ListReference) and each.list_name in known.free]
    has_words = any(isinstance(each, TextChunk) and each.text.strip() for each in everything)
    if free and not has_words:
        yield f"{{{free[0].list_name}}} alone would match everything that is said; begin with words"
    if any(_adjacent(each, known.free) for each in everything if isinstance(each, Sequence)):
        yield "nothing tells where one free slot ends and the next begins; put words between them"
    if free and has_words and not _is_anchored(sentence.expression, known.free):
        yield "a template with free words has to begin with words, so that it does not swallow what is said"


def walk(expression: Expression) -> Iterator[Expression]:
    """Yield `expression` and everything in it, in order."""
    yield expression
    if isinstance(expression, Group):
        for item in expression.items:
            yield from walk(item)


def list_of_slots(sentence: Sentence, lists: Mapping[str, SlotList]) -> dict[str, SlotList]:
    """Return the list behind each slot of a template that `lint` had nothing against."""
    return {
        each.slot_name: lists[each.list_name]
        for each in walk(sentence.expression)
        if isinstance(each, ListReference)
    }


def always_filled(expression: Expression) -> set[str]:
    """Return the slots that are filled whichever way the template is said."""
    if isinstance(expression, ListReference):
        return {expression.slot_name}
    if isinstance(expression, Alternative):
        parts = [always_filled(item) for item in expression.items]
        return set.intersection(*parts) if parts and not expression.is_optional else set()
    if isinstance(expression, Group):
        return set().union(*(always_filled(item) for item in expression.items))
    return set()


def _plain(template: str) -> str:
    """Rewrite what hassil reads otherwise than people do: `(a|)`, hyphens, spaces within Chinese."""
    before = ""
    while before != template:
        before, template = template, _EMPTY_LAST.sub(r"[\1]", template)
    template = template.replace("’", "'").replace("-", " ")
    return _BEFORE_CHINESE.sub("", template) if is_chinese(template) else template


def _advice(template: str) -> str:
    for opening, closing in ("[]", "()", "{}", "<>"):
        if template.count(opening) != template.count(closing):
            missing = closing if template.count(opening) > template.count(closing) else opening
            return f"a {missing} is missing"
    return "check its brackets"


def _lint_list(reference: ListReference, known: Known) -> Iterator[str]:
    name = reference.list_name
    if reference.is_inline_range or reference.is_capture:
        yield f"{{{name}}}: define the range as a list instead"
    elif name not in known.lists:
        yield f"list {{{name}}} is not defined{_nearest(name, known.lists, '{}')}"
    elif not _NAME.match(reference.slot_name):
        yield f"{{{reference.slot_name}}} is no name for a slot; use a-z, 0-9 and _"


def _nearest(name: str, known: Collection[str], marks: str) -> str:
    near = difflib.get_close_matches(name, known, 1, 0.5)
    return f" – did you mean {marks[0]}{near[0]}{marks[1]}?" if near else ""


def _adjacent(sequence: Sequence, free: Collection[str]) -> bool:
    before = False
    for item in sequence.items:
        is_free = any(isinstance(each, ListReference) and each.list_name in free for each in walk(item))
        if is_free and before:
            return True
        is_optional = isinstance(item, Alternative) and item.is_optional
        if not is_optional and not (isinstance(item, TextChunk) and not item.text.strip()):
            before = is_free
    return False


def _is_anchored(expression: Expression, free: Collection[str]) -> bool | None:
    """Tell whether something definite comes before the first free words; None where neither comes."""
    if isinstance(expression, TextChunk):
        return True if expression.text.strip() else None
    if isinstance(expression, ListReference):
        return expression.list_name not in free
    if isinstance(expression, Alternative):
        branches = [_is_anchored(item, free) for item in expression.items]
        if False in branches:
            return False
        return None if expression.is_optional or None in branches else True
    if isinstance(expression, Group):
        found = (_is_anchored(item, free) for item in expression.items)
        return next((each for each in found if each is not None), None)
    return True
