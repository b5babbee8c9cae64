"""Hotwords in the text: other writings of them, and words that sound as they do.

Other writings count always. Sounds count where the model was not sure of what it wrote: a word that
it is sure of is that word, however much it sounds like a name on the list. English by Metaphone,
equal or one edit apart, if the letters differ little too; Chinese by toneless pinyin, character by
character, where what many speakers do not tell apart costs half.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from assistant.recognize.detokenize import is_unspaced
from assistant.recognize.hotwords.word_list import Hotword
from assistant.recognize.hotwords.writing import Change, Unit
from assistant.recognize.phrases.spelling import words_of
from assistant.values.pronunciation import edits, merged, metaphone, pinyin

SHORTEST = 5
"""Letters that a Latin hotword needs to be found by its sound."""
SHORTEST_SOUND = 3
"""Consonants that its sound needs; one as short as that has to be equal."""
SHORTEST_WRITTEN = 4
"""Letters that a Latin hotword needs to be given its own capitals: `IT` is not meant by every `it`."""
SPAN = 3
"""Words that one hotword may have been torn into."""
EQUAL_SURE, NEAR_SURE = 0.95, 0.8
"""A reading surer than this is not put right by an equal, or a similar, sound."""
ALIKE = 0.85
"""Similarity that Chinese needs: 1 is the same syllables."""


class SoundAlikes:
    """Looks hotwords up by how they are written and how they sound."""

    def __init__(self, hotwords: Iterable[Hotword]) -> None:
        self._written: dict[str, Hotword] = {}
        self._latin: dict[str, list[tuple[str, Hotword]]] = defaultdict(list)
        self._chinese: dict[int, list[tuple[tuple[str, ...], Hotword]]] = defaultdict(list)
        self._longest = SPAN
        for hotword in hotwords:
            for writing in (hotword.text, *hotword.aliases):
                words = words_of(writing)
                if writing == hotword.text and sum(map(len, words)) < SHORTEST_WRITTEN and writing.isascii():
                    continue
                self._written.setdefault("".join(words), hotword)
                self._longest = max(self._longest, len(words))
            self._learn(hotword)

    def _learn(self, hotword: Hotword) -> None:
        words = words_of(hotword.text)
        letters = "".join(words)
        if all(is_unspaced(char) for char in letters) and len(letters) > 1:
            self._chinese[len(letters)].append((pinyin(letters), hotword))
        elif letters.isascii() and len(letters) >= SHORTEST and (key := metaphone(letters)):
            for near in _neighbours(key):
                self._latin[near].append((letters, hotword))

    def writings(self, units: Sequence[Unit]) -> Iterator[Change]:
        """Yield where a hotword stands in another writing, the longest first."""
        spelled = [unit.words for unit in units]
        for count in range(min(self._longest, len(units)), 0, -1):
            for start in range(len(units) - count + 1):
                letters = "".join(word for words in spelled[start : start + count] for word in words)
                hotword = self._written.get(letters)
                if hotword is not None:
                    yield _change(hotword, units[start : start + count], "alias")

    def sounds(self, units: Sequence[Unit]) -> Iterator[Change]:
        """Yield where something stands that sounds like a hotword, in the order of trust."""
        if self._latin:
            for count in range(min(SPAN, len(units)), 0, -1):
                for start in range(len(units) - count + 1):
                    yield from self._hear_latin(units[start : start + count])
        if self._chinese:
            yield from self._hear_chinese(units)

    def _hear_latin(self, said: Sequence[Unit]) -> Iterator[Change]:
        score = min(unit.score for unit in said)
        letters = "".join(word for unit in said for word in unit.words)
        if score >= EQUAL_SURE or len(letters) < SHORTEST - 1 or not letters.isascii():
            return
        key = metaphone(letters)
        if len(key) < SHORTEST_SOUND:
            return
        found = {
            hotword
            for near in _neighbours(key)
            for written, hotword in self._latin.get(near, ())
            if written != letters and _is_like((letters, key), written, is_sure=score >= NEAR_SURE)
        }
        if len(found) == 1:  # two that fit are none
            yield _change(found.pop(), said, "sound")

    def _hear_chinese(self, units: Sequence[Unit]) -> Iterator[Change]:
        text = "".join(unit.text if len(unit.text) == 1 else " " for unit in units)
        if not any(map(is_unspaced, text)):
            return
        said = pinyin(text)
        if len(said) != len(units):
            return  # a character that pinyin read as several
        for length, listed in self._chinese.items():
            for start in range(len(units) - length + 1):
                stop = start + length
                score = min(unit.score for unit in units[start:stop])
                written = text[start:stop]
                if score >= EQUAL_SURE or not all(map(is_unspaced, written)):
                    continue
                fits = [
                    (alike, hotword)
                    for syllables, hotword in listed
                    if written != hotword.text and (alike := _likeness(said[start:stop], syllables)) >= ALIKE
                ]
                best = max((alike for alike, _ in fits), default=0.0)
                winners = [hotword for alike, hotword in fits if alike == best]
                if len(winners) == 1 and (best == 1 or score < NEAR_SURE):
                    yield _change(winners[0], units[start:stop], "sound")


def _change(hotword: Hotword, said: Sequence[Unit], why: str) -> Change:
    score = sum(unit.score for unit in said) / len(said)
    return Change(said[0].start, said[-1].stop, hotword.text, why, score)


def _neighbours(key: str) -> set[str]:
    """Return a key and what is left of it without one letter: two keys one edit apart share one."""
    return {key, *(key[:place] + key[place + 1 :] for place in range(len(key)))}


def _is_like(said: tuple[str, str], written: str, *, is_sure: bool) -> bool:
    letters, key = said
    wanted = metaphone(written)
    if edits(key, wanted) > (0 if is_sure or len(wanted) == SHORTEST_SOUND else 1):
        return False
    return edits(letters, written) <= max(2, round(0.3 * len(written)))


def _likeness(said: Sequence[str], wanted: Sequence[str]) -> float:
    """Return the mean likeness of syllables, 0...1: a difference that is easily misheard costs a quarter."""
    each = (_same_syllable(one, other) for one, other in zip(said, wanted, strict=True))
    return sum(each) / len(wanted)


def _same_syllable(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if merged(one) == merged(other):
        return 0.75
    initials = [len(syllable) - len(syllable.lstrip("bpmfdtnlgkhjqxrzcsyw")) for syllable in (one, other)]
    is_half = one[: initials[0]] == other[: initials[1]] or one[initials[0] :] == other[initials[1] :]
    return 0.5 if is_half else 0.0
