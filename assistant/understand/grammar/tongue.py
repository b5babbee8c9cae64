"""All there is to understand one language with. Loads hassil, so it is imported when the first text comes."""

from assistant.understand.command_set import CommandSet
from assistant.understand.grammar.canonical import canonical
from assistant.understand.grammar.grammar import Grammar
from assistant.understand.sounds.misheard import Misheard


class Tongue:
    """The grammar of a language, and how its phrases sound."""

    def __init__(self, language: str, commands: CommandSet) -> None:
        self.grammar = Grammar(language, commands)
        self.misheard = Misheard(self.grammar)
        self._sayings = tuple(commands.sayings(language))

    def warm(self) -> None:
        """Work out now what is else worked out when it is first needed."""
        for saying in self._sayings:
            for example in saying.phrasing.examples[:1]:
                self.grammar.matches(canonical(example))
        self.misheard.warm()
