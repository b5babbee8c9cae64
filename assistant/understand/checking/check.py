"""Everything that can be wrong with commands once their files could be read, in one sentence each.

Law 4: no two commands match one sentence; every example routes to its command.
"""

from collections.abc import Iterator

from assistant.understand.checking.recipes import recipe_problems
from assistant.understand.checking.samples import samples
from assistant.understand.command_set import CommandSet, Saying
from assistant.understand.grammar.canonical import canonical, without_courtesy
from assistant.understand.grammar.compiled import known_of, parsed_rules, spoken_lists
from assistant.understand.grammar.grammar import Grammar
from assistant.understand.grammar.match import Match
from assistant.understand.grammar.template import (
    TemplateError,
    always_filled,
    lint,
    lint_rule,
    list_of_slots,
    parse,
)
from assistant.values.commands.definition import Definition, Place, Problem

MOST_TOLD = 5
"""Sentences that are told of one pair of commands."""


def check(commands: CommandSet, file: str | None = None) -> Iterator[Problem]:
    """Yield every problem of `commands`, or of those in one `file`; none where all is well."""
    for definition in commands.definitions():
        if definition.recipe is None and _is_asked(definition.place, file):
            message = f'command "{definition.name}": it has no action, and no other pack has one'
            yield Problem(definition.place, message)
    for language in commands.languages():
        grammar = Grammar(language, commands)
        for saying in commands.sayings(language):
            if _is_asked(saying.place, file):
                yield from _saying_problems(saying, commands)
                yield from _example_problems(saying, grammar)
        yield from _clashes(grammar, file)


def _saying_problems(saying: Saying, commands: CommandSet) -> Iterator[Problem]:
    definition, language = saying.definition, saying.phrasing.language
    lists = spoken_lists(commands.lists(saying.pack), language)
    written = commands.rules(saying.pack, language)
    rules = parsed_rules(written)
    for name in written.keys() - rules.keys():
        yield _problem(saying, f"rule <{name}> can't be used; {_why(written[name])}")
    for template in saying.phrasing.templates:
        try:
            sentence = parse(template)
        except TemplateError as error:
            yield _problem(saying, str(error))
            continue
        faults = [*lint(sentence, known_of(lists, rules))]
        if not faults:
            slots = list_of_slots(sentence, lists)
            filled = always_filled(sentence.expression)
            for recipe in (definition.recipe, definition.undo):
                faults += [*recipe_problems(recipe, slots, filled)] if recipe else []
        yield from (_problem(saying, f"{template!r}: {fault}") for fault in dict.fromkeys(faults))


def _example_problems(saying: Saying, grammar: Grammar) -> Iterator[Problem]:
    definition = saying.definition
    if not saying.phrasing.examples:
        yield _problem(saying, f"it has no examples; write examples = {{ {grammar.language} = ['...'] }}")
    for example in saying.phrasing.examples:
        matches = grammar.matches(without_courtesy(canonical(example)))
        if definition.name not in {match.name for match in matches}:
            meant = f"; it matches {matches[0].name}" if matches else ""
            yield _problem(saying, f"the example {example!r} does not match it{meant}")
            continue
        rival = _rival(matches, definition)
        if rival is not None:
            yield _problem(saying, f"the example {example!r} matches {rival.name} as well ({rival.place})")


def _clashes(grammar: Grammar, file: str | None) -> Iterator[Problem]:
    told: dict[tuple[str, str], int] = {}
    for text, definition in samples(grammar, file):
        matches = grammar.matches(canonical(text))
        rival = _rival(matches, definition)
        if rival is None:
            continue
        pair = (min(definition.name, rival.name), max(definition.name, rival.name))
        told[pair] = told.get(pair, 0) + 1
        if told[pair] <= MOST_TOLD:
            own = f'command "{definition.name}" ({grammar.language})'
            also = f"{text!r} matches {rival.name} as well ({rival.place}); change one of them"
            yield Problem(definition.place, f"{own}: {also}")


def _is_asked(place: Place, file: str | None) -> bool:
    return file in {None, place.file}


def _rival(matches: tuple[Match, ...], definition: Definition) -> Definition | None:
    """Return another command that fits at least as well, where both can be meant."""
    own = next((match.literal for match in matches if match.name == definition.name), 0)
    for match in matches:
        if match.name != definition.name and match.literal >= own and _meet(match.definition, definition):
            return match.definition
    return None


def _meet(one: Definition, other: Definition) -> bool:
    """Tell whether there is a window and a mode in which either could be meant."""
    if not set(one.scopes) & set(other.scopes):
        return False
    if bool(one.when.apps) != bool(other.when.apps):
        return False  # what is made for this application comes first
    apart = one.when.apps and other.when.apps and not set(one.when.apps) & set(other.when.apps)
    tongues = one.when.languages and other.when.languages
    return not apart and not (tongues and not set(one.when.languages) & set(other.when.languages))


def _problem(saying: Saying, message: str) -> Problem:
    name, language = saying.definition.name, saying.phrasing.language
    return Problem(saying.place, f'command "{name}" ({language}): {message}')


def _why(template: str) -> str:
    try:
        return next(lint_rule(parse(template)), "")
    except TemplateError as error:
        return str(error)
