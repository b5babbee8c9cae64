"""A few words said alone stand for a whole text: exactly as the user wrote it, so this fold is the last."""

import re

from assistant.act.formatting.about import About
from assistant.act.formatting.own.variables import filled

_MARKS = re.compile(r"[\W_]+")


def expand_snippets(text: str, about: About) -> str:
    """Return the snippet that `text` is the name of, else `text`."""
    said = spoken(text)
    for snippet in about.glossary.snippets:
        if said and said == spoken(snippet.before):
            return _space_before(text) + filled(snippet.after, about)
    return text


def spoken(text: str) -> str:
    """Return `text` as it sounds: without marks, spaces and capitals."""
    return _MARKS.sub("", text).casefold()


def _space_before(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]
