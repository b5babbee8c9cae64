"""The checks, cheap ones first. Each is there because models do what it looks for."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from assistant.consult.doubt.tokens import FILLERS, SMALL, names, negations, numbers, scripts, symbols, tokens

SHRINKAGE = 0.25
"""Share of the words that may go, hesitation and repetition aside."""
FEW = 2
"""Small words that may come."""
SPELLING = 0.75
"""Likeness from which on a new word is another spelling of one that went."""
LEAST_ALIKE = 0.6
"""Likeness of the words in their order, from 0 to 1."""
OPENINGS = (
    *("sure", "certainly", "of course", "here is", "here's", "here are", "i'm sorry", "sorry", "as an ai"),
    *("i cannot", "i can't", "the answer", "好的", "当然", "以下是", "这是", "抱歉", "对不起", "答案"),
)
"""How models begin who answer."""


class Doubt(StrEnum):
    """What is wrong with a polished text."""

    EMPTY = "empty"
    OTHER_SCRIPT = "other_script"
    NUMBERS = "numbers"
    NEGATIONS = "negations"
    NAMES = "names"
    ANSWERED = "answered"
    GREW = "grew"
    SHRANK = "shrank"
    REWRITTEN = "rewritten"
    """Most words are others, or stand elsewhere: translated, obeyed, answered."""
    SYMBOLS = "symbols"
    """Markup, addresses or code that nobody said."""


def doubt(raw: str, polished: str) -> Doubt | None:  # noqa: PLR0911 - one line for each check
    """Return why `polished` is not to be taken for a cleaned `raw`; None where nothing speaks against it."""
    before, after = tokens(raw), tokens(polished)
    if not after:
        return Doubt.EMPTY
    if not scripts(polished) <= scripts(raw):
        return Doubt.OTHER_SCRIPT
    if not symbols(polished) <= symbols(raw):
        return Doubt.SYMBOLS
    if numbers(raw) != numbers(polished):
        return Doubt.NUMBERS
    if negations(raw) != negations(polished):
        return Doubt.NEGATIONS
    if not names(raw) <= set(tokens(polished)) | names(polished):
        return Doubt.NAMES
    if _opens_like_an_answer(raw, polished):
        return Doubt.ANSWERED
    return _unlike(before, after)


def _opens_like_an_answer(raw: str, polished: str) -> bool:
    said, written = raw.casefold().lstrip(), polished.casefold().lstrip()
    return any(written.startswith(each) and each not in said for each in OPENINGS)


def _unlike(before: Sequence[str], after: Sequence[str]) -> Doubt | None:
    had, has = _content(before), _content(after)
    lost, new = Counter(had) - Counter(after), Counter(has) - Counter(before)
    if len(after) > len(before) + FEW:
        return Doubt.GREW
    for word in new.elements():
        if word not in SMALL and not _respells(word, lost):
            return Doubt.REWRITTEN
    if lost.total() > SHRINKAGE * len(had):
        return Doubt.SHRANK
    alike = SequenceMatcher(None, had or before, has or after, autojunk=False).ratio()
    return Doubt.REWRITTEN if alike < LEAST_ALIKE else None


def _respells(word: str, lost: Counter[str]) -> bool:
    """Tell whether `word` is another spelling of a word that went, which then counts as kept."""
    for each in lost:
        if len(word) > 1 and SequenceMatcher(None, word, each, autojunk=False).ratio() >= SPELLING:
            lost.subtract([each])
            lost += Counter()
            return True
    return False


def _content(words: Sequence[str]) -> list[str]:
    """Return the words that count: no hesitation, and what was said twice in a row once."""
    kept = [word for word in words if word not in FILLERS]
    return [word for index, word in enumerate(kept) if index == 0 or word != kept[index - 1]]
