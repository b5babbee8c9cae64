"""How alike two texts sound on paper, and where they differ."""

import re
from difflib import SequenceMatcher

ALIKE = 0.75
"""From here on a text is taken for a second attempt at the other."""
LONG_ENOUGH = 4
"""Words, or Chinese characters: shorter texts are alike by chance."""

_WORDS = re.compile(r"[㐀-䶿一-鿿぀-ヿ가-힣]|[^\W_]+(?:['’][^\W_]+)*")


def words_of(text: str) -> list[str]:
    """Return the words of a text, Chinese and Japanese by the character, without marks and capitals."""
    return [word.casefold() for word in _WORDS.findall(text)]


def is_second_attempt(before: str, after: str) -> bool:
    """Return whether `after` is nearly, but not quite, what `before` was."""
    old, new = words_of(before), words_of(after)
    if old == new or min(len(old), len(new)) < LONG_ENOUGH:
        return False
    letters = SequenceMatcher(None, " ".join(old), " ".join(new), autojunk=False).ratio()
    return letters >= ALIKE


def difference(before: str, after: str) -> tuple[str, str] | None:
    """Return the words that were replaced and those that took their place; None where that is not one change.

    Only a replacement can be learned from: words that are merely missing or new say nothing about words.
    """
    old, new = list(_WORDS.finditer(before)), list(_WORDS.finditer(after))
    matcher = SequenceMatcher(None, words_of(before), words_of(after), autojunk=False)
    changes = [each for each in matcher.get_opcodes() if each[0] != "equal"]
    if len(changes) != 1 or changes[0][0] != "replace":
        return None
    _, i, j, k, m = changes[0]
    return before[old[i].start() : old[j - 1].end()], after[new[k].start() : new[m - 1].end()]
