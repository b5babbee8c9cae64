"""Text -> commands, by every way there is: word for word, in a chain, by sound."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.understand.command_set import CommandSet
from assistant.understand.grammar.canonical import HAN, Canonical, canonical, without_courtesy
from assistant.understand.grammar.chain import Link, chain
from assistant.understand.grammar.match import Match
from assistant.understand.selection import Selection, Surroundings, applies, select
from assistant.values.commands.definition import Definition, Scope
from assistant.values.phrases import Either, Goal, InTurn, Words

if TYPE_CHECKING:
    from assistant.understand.grammar.tongue import Tongue
    from assistant.understand.sounds.misheard import Correction

_SCRIPTS = (("ja", "぀", "ヿ"), ("ko", "가", "힯"))


@dataclass(frozen=True, slots=True)
class Corrected:
    """A command that was recognised by sound."""

    match: Match
    phrase: str = field(repr=False)


class Interpreter:
    """Reads texts with one set of commands, which never changes; grammars are made when first needed."""

    def __init__(self, commands: CommandSet) -> None:
        self.commands = commands
        self._tongues: dict[str, Tongue] = {}

    def literal(self, text: Canonical, scope: Scope, around: Surroundings) -> Selection:
        """Return the command that `text` is word for word, politeness aside."""
        plain = text if scope is Scope.DICTATION else without_courtesy(text)
        matches = [match for tongue in self._spoken(plain.text) for match in tongue.grammar.matches(plain)]
        return select(matches, scope, around)

    def chained(self, text: Canonical, around: Surroundings) -> tuple[Link, ...]:
        """Return the commands that follow each other in `text`; none where any part is no command."""
        return chain(text, lambda part: self.literal(part, Scope.COMMAND, around))

    def misheard(self, text: Canonical, around: Surroundings) -> Corrected | None:
        """Return the one harmless command that sounds like `text`."""
        plain = without_courtesy(text)
        for tongue in self._spoken(plain.text):
            correction = tongue.misheard.correct(plain.text, lambda each: _is_offered(each, around))
            if correction is not None:
                return self._corrected(correction, around)
        return None

    def suggestions(self, text: Canonical, around: Surroundings) -> tuple[str, ...]:
        """Return phrases like `text`, most alike first."""
        plain = without_courtesy(text)
        spoken = (each.misheard for each in self._spoken(plain.text))
        near = (each.suggest(plain.text, lambda one: _is_offered(one, around)) for each in spoken)
        return tuple(phrase for phrases in near for phrase in phrases)

    def goals(self, own_wakes: Sequence[str]) -> Iterator[Goal]:
        """Yield every command of every language as phrases, each with or without a wake phrase before it."""
        wakes = [Words(wake.phrase) for wake in self.commands.wakes(own_wakes)]
        yield Goal("wake", Either(tuple(wakes)))
        opening = Either((Words(""), *wakes))
        for language in self.commands.languages():
            for goal in self._tongue(language).grammar.goals():
                yield Goal(goal.name, InTurn((opening, goal.phrase)))

    def warm(self) -> None:
        """Make the grammars of all languages now, and not while somebody waits."""
        for language in self.commands.languages():
            self._tongue(language).warm()

    @cached_property
    def _languages(self) -> frozenset[str]:
        return frozenset(self.commands.languages())

    def _corrected(self, correction: "Correction", around: Surroundings) -> Corrected | None:
        match = self.literal(canonical(correction.phrase), Scope.COMMAND, around).match
        if match is None or match.name != correction.definition.name:
            return None
        return Corrected(match, correction.phrase)

    def _spoken(self, text: str) -> "list[Tongue]":
        """Return the grammars that `text` may belong to, by its script: tags err on short commands."""
        if HAN.search(text):
            languages = ["zh", "yue", "ja"]
        else:
            languages = [name for name, low, high in _SCRIPTS if any(low <= char <= high for char in text)]
        return [self._tongue(each) for each in languages or ["en"] if each in self._languages]

    def _tongue(self, language: str) -> "Tongue":
        if language not in self._tongues:
            from assistant.understand.grammar.tongue import Tongue  # hassil takes 0.1 s

            self._tongues[language] = Tongue(language, self.commands)
        return self._tongues[language]


def _is_offered(definition: Definition, around: Surroundings) -> bool:
    return Scope.COMMAND in definition.scopes and applies(definition, around)
