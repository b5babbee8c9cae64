"""How words sound, as keys that compare equal: for commands misheard and for names written wrong.

English by Metaphone, Chinese by pinyin without its tones. The only way to the libraries that know.
"""

import re
from functools import lru_cache

_MERGED = (
    (re.compile(r"^([zcs])h"), r"\1"),  # zh z, ch c, sh s
    (re.compile(r"^n(?=[aeiouüv])"), "l"),
    (re.compile(r"(?<=[aeiouü])ng$"), "n"),
)
"""What many speakers, and so the recogniser, do not tell apart."""


@lru_cache(maxsize=4096)
def metaphone(words: str) -> str:
    """Return the sound of English `words` as Metaphone writes it; empty where it knows none."""
    import jellyfish

    return str(jellyfish.metaphone(words)).replace(" ", "")


def edits(one: str, other: str) -> int:
    """Return how many letters part two texts: added, dropped, changed or swapped."""
    import jellyfish

    return int(jellyfish.damerau_levenshtein_distance(one, other))


def pinyin(text: str) -> tuple[str, ...]:
    """Return the toneless syllable of every character, read in its context; others as they are.

    The first call takes 0.15 s: it reads the dictionary.
    """
    from pypinyin import Style, lazy_pinyin

    # Its types do not say that `errors` may give lists, one item for each character.
    syllables = lazy_pinyin(text, style=Style.NORMAL, errors=list)  # type: ignore[arg-type]  # see above
    return tuple(syllables)


def merged(syllable: str) -> str:
    """Return a syllable of pinyin without the differences that are easily misheard."""
    for pattern, plain in _MERGED:
        syllable = pattern.sub(plain, syllable)
    return syllable
