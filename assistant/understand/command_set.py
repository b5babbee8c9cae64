"""All commands together: the built-in packs and the user's, as one set that never changes.

A later pack may add phrasings to a command, or put its own in its place. Lists and rules of the built-in
packs are there for everybody; those of a user's pack for itself, so that a broken file takes nothing along.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.values.commands.definition import Definition, Pack, Phrasing, Place, SlotList, Wake

_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")


RESERVED = frozenset({"assistant.confirm"})
"""Commands that no pack of a user's can change: what confirms has to stay rarely said."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A command, one language it is said in, and the pack whose lists that phrasing may use."""

    definition: Definition
    phrasing: Phrasing
    pack: Pack
    place: Place


class CommandSet:
    """What can be said, and what is done then."""

    def __init__(self, builtin: Sequence[Pack] = (), own: Sequence[Pack] = ()) -> None:
        """Join the `builtin` packs and the user's `own`; later ones have the last word."""
        self.packs = (*builtin, *own)
        self._shared_by = tuple(builtin)
        extensions = (each for pack in (*own, *builtin) for each in pack.lists if each.is_extension)
        self._extensions = tuple(extensions)  # the user's own come first: they hold where both say the same
        self._definitions: dict[str, Definition] = {}
        self._sayings: dict[str, list[Saying]] = {}
        for pack in self.packs:
            for command in pack.commands:
                if pack in self._shared_by or command.name not in RESERVED:
                    self._take(pack, command)

    def find(self, name: str) -> Definition | None:
        """Return the command with this id."""
        return self._definitions.get(name)

    def definitions(self) -> tuple[Definition, ...]:
        """Return every command."""
        return tuple(self._definitions.values())

    def sayings(self, language: str) -> Iterator[Saying]:
        """Yield every phrasing in `language`."""
        for sayings in self._sayings.values():
            for saying in sayings:
                if saying.phrasing.language == language:
                    yield replace(saying, definition=self._definitions[saying.definition.name])

    def languages(self) -> tuple[str, ...]:
        """Return the languages that anything can be said in."""
        spoken = {saying.phrasing.language for each in self._sayings.values() for saying in each}
        return tuple(sorted(spoken))

    def lists(self, pack: Pack) -> dict[str, SlotList]:
        """Return the lists that the templates of `pack` may use, by name."""
        every = (each for other in self._shared_by for each in other.lists if not each.is_extension)
        shared = {each.name: each for each in every}
        for more in self._extensions:
            if more.name in shared:
                whole = shared[more.name]
                shared[more.name] = replace(whole, choices=(*more.choices, *whole.choices))
        own = {each.name: each for each in pack.lists if not each.is_extension}
        return shared if pack in self._shared_by else shared | own

    def slots(self, name: str) -> dict[str, SlotList]:
        """Return the list behind each slot of a command, in whatever language it is said."""
        found: dict[str, SlotList] = {}
        for saying in self._sayings.get(name, ()):
            lists = self.lists(saying.pack)
            for each, slot in _SLOT.findall(" ".join(saying.phrasing.templates)):
                if each in lists:
                    found.setdefault(slot or each, lists[each])
        return found

    def rules(self, pack: Pack, language: str) -> dict[str, str]:
        """Return the expansion rules that the templates of `pack` may use in `language`, by name."""
        every = (rule for other in (*self._shared_by, pack) for rule in other.rules)
        return {name: template for spoken, name, template in every if spoken in {language, "*"}}

    def wakes(self, chosen: Sequence[str] = ()) -> tuple[Wake, ...]:
        """Return the wake phrases: those that the user has `chosen`, or those of the packs."""
        known = {wake.phrase: wake for pack in self.packs for wake in pack.wakes}
        return tuple(known.get(phrase, Wake(phrase, "")) for phrase in chosen or known)

    def extended(self, more: Iterable[SlotList]) -> "CommandSet":
        """Return the set with more choices for some of its shared lists: the applications of this desktop."""
        added = Pack("here", self.packs[0].place, lists=tuple(more)) if self.packs else None
        own = tuple(pack for pack in self.packs if pack not in self._shared_by)
        return CommandSet(self._shared_by, (*own, added) if added else own)

    def _take(self, pack: Pack, command: Definition) -> None:
        name = command.name
        known = self._definitions.get(name)
        fresh = [Saying(command, phrasing, pack, command.place) for phrasing in command.phrasings]
        if command.recipe is not None:
            # An extension that was read before its command keeps its phrasings.
            before = self._sayings.get(name, []) if known is not None and known.recipe is None else []
            self._sayings[name] = [*before, *fresh]
            self._definitions[name] = replace(command, phrasings=_joined(self._sayings[name]))
        else:
            self._sayings[name] = [*self._sayings.get(name, []), *fresh]
            self._definitions[name] = replace(known or command, phrasings=_joined(self._sayings[name]))


def _joined(sayings: Sequence[Saying]) -> tuple[Phrasing, ...]:
    """Return one phrasing for each language."""
    joined: dict[str, Phrasing] = {}
    for one in (saying.phrasing for saying in sayings):
        before = joined.get(one.language, Phrasing(one.language, ()))
        joined[one.language] = Phrasing(
            one.language,
            (*before.templates, *one.templates),
            (*before.examples, *one.examples),
            one.say or before.say,
        )
    return tuple(joined.values())
