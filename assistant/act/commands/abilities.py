"""Which commands this desktop can carry out: what it can't is not offered."""

from assistant.act.commands.carrier import REPEAT, UNDO
from assistant.act.ports import BuiltinExecutor, Selective, Tools
from assistant.values.commands.definition import Recipe, Verb


class Abilities:
    """What the tools can do now. Looked at once: asking some of them takes calls over the message bus."""

    def __init__(self, tools: Tools, more: frozenset[str] = frozenset()) -> None:
        """Take the tools, and built-in deeds that others than they do."""
        self._has = {
            Verb.KEYS: _is_there(tools.keys),
            Verb.TEXT: True,  # whoever has a desktop can type
            Verb.OPEN_APP: _is_there(tools.apps),
            Verb.OPEN_URL: _is_there(tools.urls),
            Verb.RUN: _is_there(tools.programs),
            Verb.HTTP: _is_there(tools.http),
            Verb.HOOK: _is_there(tools.hooks),
            Verb.PYTHON: _is_there(tools.python),
        }
        self._builtins = frozenset({REPEAT, UNDO}).union(more, *map(_deeds, tools.builtins))

    def can(self, recipe: Recipe) -> bool:
        """Tell whether a command with this recipe can be carried out."""
        if recipe.verb is Verb.BUILTIN:
            return recipe.parts[0] in self._builtins
        return self._has[recipe.verb]


def _is_there(tool: object) -> bool:
    return bool(tool.available) if isinstance(tool, Selective) else tool is not None


def _deeds(tool: BuiltinExecutor) -> frozenset[str]:
    return tool.available if isinstance(tool, Selective) else tool.names
