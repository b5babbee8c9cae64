"""What was misheard: a command that sounds like what the recogniser wrote. The second line of defence.

Only for speech that was meant as a command, only after nothing matched literally, never for a command
that is dangerous, and shown as a correction. English: Metaphone keys at most one letter apart and letters
at most 30 % apart, five letters or more; one consonant may stand for another of its manner only (f for th,
not k for th). Chinese: the same pinyin without tones and without the
differences between z and zh, n and ng, n and l. One command has to win alone.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from assistant.understand.grammar.canonical import is_chinese
from assistant.understand.grammar.grammar import Grammar
from assistant.understand.sounds.chinese import sound_of_chinese
from assistant.values.commands.definition import CONFIRMED, Definition
from assistant.values.pronunciation import edits, metaphone

SHORTEST = 5
"""Letters of an English phrase that may be recognised by sound."""
FEWEST_SOUNDS = 4
"""Consonants of a phrase that may have one more or less: "pause" is not "paste"."""
SHORTEST_CHINESE = 2
_LETTERS = 0.3
_FEWEST = 2
_MANNERS = (set("PBTDKG"), set("F0SXVHJ"), set("MN"), set("LR"), set("WY"), set("AEIOU"))
"""Metaphone's letters by how they are spoken: plosives, fricatives (0 is th, X is sh), nasals and so on."""
MOST_SUGGESTIONS = 3
_LOOKED_AT = 30
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Correction:
    """A phrase that was probably said."""

    phrase: str = field(repr=False)
    definition: Definition


class Misheard:
    """Compares how texts of one language sound."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def correct(self, text: str, is_allowed: Callable[[Definition], bool]) -> Correction | None:
        """Return the one phrase of an allowed command that sounds like `text`, if there is one."""
        chinese = self._grammar.is_spaceless
        if is_chinese(text) is not chinese:
            return None
        found = [
            (phrase, definition)
            for phrase, definition in (self._chinese(text) if chinese else self._english(text))
            if definition.is_fuzzy and definition.danger < CONFIRMED and is_allowed(definition)
        ]
        if len({definition.name for _, definition in found}) != 1:
            return None
        phrase, definition = min(found, key=lambda each: edits(text, each[0]))
        return Correction(phrase, definition)

    def suggest(self, text: str, is_allowed: Callable[[Definition], bool]) -> tuple[str, ...]:
        """Return up to three phrases most like `text`, of different commands, most alike first."""
        near = process.extract(
            text,
            self._phrases,
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=_ALIKE,
            limit=_LOOKED_AT,
        )
        best: dict[str, str] = {}
        for phrase, _, index in near:
            definition = self._grammar.phrases[index][1]
            if is_allowed(definition):
                best.setdefault(definition.name, phrase)
        return tuple(best.values())[:MOST_SUGGESTIONS]

    def warm(self) -> None:
        """Work out how every phrase sounds, before somebody waits for it."""
        _ = self._phrases
        _ = self._keys if self._grammar.is_spaceless else self._sounds

    def _english(self, text: str) -> list[tuple[str, Definition]]:
        key = metaphone(text)
        if len(text.replace(" ", "")) < SHORTEST or not key:
            return []
        keys, phrases = self._sounds
        near = process.extract(key, keys, scorer=Levenshtein.distance, score_cutoff=1, limit=None)
        found = [each for match, _, _ in near if is_alike(key, match) for each in phrases[match]]
        return [each for each in found if _is_near(text, each[0])]

    def _chinese(self, text: str) -> list[tuple[str, Definition]]:
        if len(text) < SHORTEST_CHINESE:
            return []
        return self._keys.get(sound_of_chinese(text), [])

    @cached_property
    def _phrases(self) -> list[str]:
        return [phrase for phrase, _ in self._grammar.phrases]

    @cached_property
    def _sounds(self) -> tuple[list[str], dict[str, list[tuple[str, Definition]]]]:
        phrases: defaultdict[str, list[tuple[str, Definition]]] = defaultdict(list)
        for phrase, definition in self._grammar.phrases:
            letters = phrase.replace(" ", "")
            if len(letters) >= SHORTEST and letters.replace("'", "").isalpha() and letters.isascii():
                phrases[metaphone(phrase)].append((phrase, definition))
        return list(phrases), dict(phrases)

    @cached_property
    def _keys(self) -> dict[tuple[str, ...], list[tuple[str, Definition]]]:
        keys: defaultdict[tuple[str, ...], list[tuple[str, Definition]]] = defaultdict(list)
        for phrase, definition in self._grammar.phrases:
            keys[sound_of_chinese(phrase)].append((phrase, definition))
        return dict(keys)


def is_alike(one: str, other: str) -> bool:
    """Tell whether two Metaphone keys that are at most one letter apart may be one word heard twice."""
    apart = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    if len(one) != len(other):
        return min(len(one), len(other)) >= FEWEST_SOUNDS
    if not apart:
        return True
    return any(set(apart[0]) <= manner for manner in _MANNERS)


def _is_near(text: str, phrase: str) -> bool:
    letters = max(_FEWEST, _LETTERS * len(phrase))
    return edits(text, phrase) <= letters and len(phrase.replace(" ", "")) >= SHORTEST
