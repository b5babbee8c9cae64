r"""How the user's own words stand in a file: a line each, `what is said => what is written`.

`#` begins a comment where it begins a line, `\n` in the right half is a line break, `\t` a tab. In rules.txt
the left half is a regular expression between slashes: `/(\d+) by (\d+)/ => \1×\2`.
"""

import re
from collections.abc import Iterator

from assistant.values.glossary import Rule, Wording

ARROW = "=>"
_ESCAPES = {"\\n": "\n", "\\t": "\t", "\\\\": "\\"}
_ESCAPE = re.compile(r"\\[nt\\]")


class BadLineError(ValueError):
    """A line that cannot be read; the message says what it should be."""


def numbered(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that say something, with their numbers."""
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip().lstrip("\ufeff")
        if stripped and not stripped.startswith("#"):
            yield number, stripped


def wording(line: str) -> Wording:
    """Return the words of a line. Raises BadLineError."""
    before, after = _halves(line)
    return Wording(before, _ESCAPE.sub(lambda found: _ESCAPES[found[0]], after))


def rule(line: str) -> Rule:
    """Return the rule of a line, tried once so that it cannot fail later. Raises BadLineError."""
    before, after = _halves(line)
    if len(before) < 3 or before[0] != "/" or before[-1] != "/":  # noqa: PLR2004 - two slashes and something
        raise BadLineError(f"a rule is /regular expression/ {ARROW} text")
    try:
        pattern = re.compile(before[1:-1])
        re.sub(f"{before[1:-1]}|", after, "")
    except (re.error, IndexError) as error:
        raise BadLineError(f"the regular expression is wrong: {error}") from error
    return Rule(pattern, after)


def written(before: str, after: str) -> str:
    """Return the line that says `after` for `before`."""
    escaped = after.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
    return f"{' '.join(before.split())} {ARROW} {escaped}\n"


def _halves(line: str) -> tuple[str, str]:
    before, arrow, after = line.partition(ARROW)
    before, after = before.strip(), after.strip()
    if not arrow or not before:
        raise BadLineError(f"what is said {ARROW} what is written")
    return before, after
