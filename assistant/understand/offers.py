"""What can be said here: in this window, this mode, these languages."""

from collections.abc import Iterator, Sequence

from assistant.understand.command_set import CommandSet
from assistant.understand.selection import Surroundings, applies
from assistant.values.commands.definition import OFF, Definition, Scope
from assistant.values.commands.offer import Offer
from assistant.values.control import Mode

FEW = 3
"""Ways to say it that are shown."""
SCOPES = {Mode.ASLEEP: Scope.SLEEP}
"""Modes in which not every command is heard; elsewhere all are, by a key or the wake phrase at least."""


def offered(
    commands: CommandSet, mode: Mode, around: Surroundings, *, dangerous: bool = False
) -> Iterator[tuple[Definition, Offer]]:
    """Yield what is understood in `mode`, as it is said; commands of danger 3 only where they are allowed."""
    scope = SCOPES.get(mode, Scope.COMMAND)
    for definition in commands.definitions():
        if definition.recipe is None or scope not in definition.scopes or not applies(definition, around):
            continue
        if definition.danger >= OFF and not dangerous:
            continue
        phrases = tuple(
            (each.language, _ways(each.examples, each.templates))
            for each in definition.phrasings
            if each.examples or each.templates
        )
        if phrases:
            is_always = Scope.DICTATION in definition.scopes
            yield definition, Offer(definition.name, phrases, definition.danger, is_always)


def _ways(examples: Sequence[str], templates: Sequence[str]) -> tuple[str, ...]:
    """Return sentences where the pack has any: they are easier to read than templates."""
    return tuple(examples or templates)[:FEW]
