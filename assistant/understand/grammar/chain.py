"""Several commands in one breath: "bold that, new line". Every part has to match literally."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.understand.grammar.canonical import Canonical, canonical
from assistant.understand.selection import Selection

MOST_PARTS = 6
_BETWEEN = re.compile(
    r"\s*(?:[,.;，。；、]\s*)?(?:\b(?:and then|then|and)\b|然后|接着|再)\s*"
    r"|\s*[,;，；、]\s*|\s*[.。]\s+|。\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Link:
    """One part of a chain and what it means."""

    text: Canonical
    selection: Selection


def chain(text: Canonical, read: Callable[[Canonical], Selection]) -> tuple[Link, ...]:
    """Return the parts of `text` with what each means by `read`; nothing where any part means nothing."""
    parts = [canonical(part) for part in _BETWEEN.split(text.raw) if canonical(part).text]
    if not 1 < len(parts) <= MOST_PARTS:
        return ()
    links = []
    for part in parts:
        selection = read(part)
        if selection.match is None:
            return ()
        links.append(Link(part, selection))
    return tuple(links)
