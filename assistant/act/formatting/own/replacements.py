"""The user's own words for what was heard, wherever it stands in the sentence."""

import re

from assistant.act.formatting.about import About
from assistant.act.formatting.own.variables import filled


def apply_replacements(text: str, about: About) -> str:
    """Return `text` with every replacement made: whole words, the longest first, in one pass."""
    said = _key(text)  # looking for each in the whole text is quicker than a pattern of all of them
    candidates = [each for each in about.glossary.replacements if _key(each.before) in said]
    table = {_key(each.before): each.after for each in reversed(candidates)}
    if not table:
        return text
    longest_first = sorted(table, key=len, reverse=True)
    pattern = re.compile("|".join(map(_whole, longest_first)), re.IGNORECASE)
    return pattern.sub(lambda found: filled(table.get(_key(found[0]), found[0]), about), text)


def _key(words: str) -> str:
    return " ".join(words.casefold().split())


def _whole(words: str) -> str:
    """Return a pattern for `words` that does not begin or end within a Latin word."""
    left = r"(?<![A-Za-z0-9_])" if _is_latin(words[0]) else ""
    right = r"(?![A-Za-z0-9_])" if _is_latin(words[-1]) else ""
    return left + r"\s+".join(map(re.escape, words.split())) + right


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
