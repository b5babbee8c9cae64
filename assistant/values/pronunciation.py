"""How words sound, as keys that compare equal: for commands misheard and for names written wrong.

English by Metaphone, from the only library that is asked here; Chinese by pinyin without its tones, from a
table that was made of one (D124).
"""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path

_TABLE = Path(__file__).with_name("mandarin.txt")
_END, _SOUND = _MARKS = (" ", "=")
"""What comes after a phrase in the table: the next one, or how it is read."""
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

    The first call takes 10 ms: it reads the table.
    """
    place, syllables = 0, list[str]()
    while place < len(text):
        length, sound = _longest_phrase(text, place)
        syllables += sound or map(_syllable, text[place : place + length])
        place += length
    return tuple(syllables)


def merged(syllable: str) -> str:
    """Return a syllable of pinyin without the differences that are easily misheard."""
    for pattern, plain in _MERGED:
        syllable = pattern.sub(plain, syllable)
    return syllable


@lru_cache(maxsize=4096)
def _syllable(character: str) -> str:
    """Return how a character sounds by itself; what has no sound, as it is."""
    characters, begins, syllables = _sounds()
    place = characters.find(character)
    return character if place < 0 else syllables[bisect_right(begins, place) - 1]


def _longest_phrase(text: str, begin: int) -> tuple[int, list[str]]:
    """Return the length of the longest phrase that begins there; its syllables, where they are its own.

    Phrases stand in order, so that every one comes behind its own beginning.
    """
    line, at = _phrases().get(text[begin], ""), 0
    length, sound = 1, list[str]()
    for end in range(begin + 2, len(text) + 1):
        at = -1 if text[end - 1] in _MARKS else line.find(f"{_END}{text[begin + 1 : end]}", at)
        if at < 0:
            break
        behind = at + end - begin
        if line[behind] in _MARKS:
            length = end - begin
            is_own = line[behind] == _SOUND
            sound = line[behind + 1 : line.index(_END, behind + 1)].split(",") if is_own else []
    return length, sound


@cache
def _sounds() -> tuple[str, list[int], list[str]]:
    """Return all characters, where those of each syllable begin among them, and the syllables."""
    lines = _table()
    read = [line.split(_END) for line in lines[: lines.index("")]]
    begins = [0, *accumulate(len(characters) for _, characters in read)]
    return "".join(characters for _, characters in read), begins, [syllable for syllable, _ in read]


@cache
def _phrases() -> dict[str, str]:
    """Return the phrases by their first character, in one line each: as many strings would take 6 MB."""
    lines = _table()
    return {line[0]: f"{line[1:]}{_END}" for line in lines[lines.index("") + 1 :] if line}


def _table() -> list[str]:
    return [line for line in _TABLE.read_text(encoding="utf-8").split("\n") if not line.startswith("#")]
