"""Where in a TOML file something stands: the parser of the standard library does not tell."""

import re

_COMMAND = re.compile(r"^\s*\[\[\s*command\s*\]\]", re.MULTILINE)


class Lines:
    """Finds lines for messages; a guess that is right in every file a person writes."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._commands = [found.start() for found in _COMMAND.finditer(text)]

    def command(self, number: int) -> int:
        """Return the line of the command with this index."""
        if number >= len(self._commands):
            return 1
        return self._line(self._text.index("[", self._commands[number]))

    def table(self, name: str) -> int:
        """Return the line of a table: `lists.site`."""
        found = re.search(rf"^\s*\[\s*{re.escape(name)}\s*\]", self._text, re.MULTILINE)
        return self._line(self._text.index("[", found.start())) if found else 1

    def key(self, name: str) -> int:
        """Return the line of a key before the first table."""
        found = re.search(rf"^\s*{re.escape(name)}\s*=", self._text, re.MULTILINE)
        return self._line(self._text.index(name, found.start())) if found else 1

    def _line(self, position: int) -> int:
        return self._text.count("\n", 0, position) + 1
