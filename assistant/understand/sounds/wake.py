"""The wake phrase, in text, at the very beginning of what was said, and the time it holds good for.

The greeting has to be exact, the name may be loose by sound, and a word has to end where the phrase does:
"hey computer" is also heard as "hey commuter", but "hey computers are great" is about computers.
Positions are sample indexes; nothing here knows the time.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.understand.grammar.canonical import Canonical, canonical, is_chinese
from assistant.understand.sounds.chinese import sound_of_chinese
from assistant.values.audio import SAMPLE_RATE
from assistant.values.commands.definition import Wake
from assistant.values.pronunciation import edits, metaphone

WINDOW = 6 * SAMPLE_RATE
"""How long after the bare phrase the assistant listens."""
FEWEST_SYLLABLES = 3
_VOWELS = re.compile(r"[aeiouy]+")
_SUFFIX = re.compile(r"(?:s|es|ed|er|ers|ing|ize|ized)\Z")


@dataclass(frozen=True, slots=True)
class Addressed:
    """What follows the wake phrase; nothing at all, where it was said alone."""

    rest: Canonical = field(repr=False)


class WakePhrases:
    """Finds any of the phrases at the beginning of a text."""

    def __init__(self, wakes: Sequence[Wake]) -> None:
        self._chinese = [canonical(each.phrase).text for each in wakes if is_chinese(each.phrase)]
        self._english = [canonical(each.phrase).text.split() for each in wakes if not is_chinese(each.phrase)]
        self._literal = sorted(
            {canonical(text).text for each in wakes for text in (each.phrase, *each.variants)},
            key=len,
            reverse=True,
        )

    def addressed(self, text: Canonical) -> Addressed | None:
        """Return what comes after the phrase; None where `text` does not begin with one."""
        length = self._length(text.text)
        return Addressed(text.part(length, len(text.text))) if length else None

    def without(self, text: str) -> str:
        """Return `text` without the phrases, wherever they stand."""
        for phrase in self._literal:
            spaced = r"[\s,，]*".join(map(re.escape, phrase.split()))
            text = re.sub(spaced, "", text, flags=re.IGNORECASE)
        return text

    def _length(self, text: str) -> int:
        """Return how many characters of `text` are the wake phrase."""
        for phrase in self._literal:
            if text.startswith(phrase) and _ends_word(text, len(phrase)):
                return len(phrase)
        for phrase in self._chinese:
            size = len(phrase)
            if is_chinese(text[:size]) and sound_of_chinese(text[:size]) == sound_of_chinese(phrase):
                return size
        return max((_english_length(text, words) for words in self._english), default=0)


def wake_problem(wake: Wake) -> str | None:
    """Return why a wake phrase would fire by accident; None where it is long enough."""
    text = canonical(wake.phrase).text
    if is_chinese(text):
        return None if len(text) > FEWEST_SYLLABLES else "use four characters or more: 你好小助"
    syllables = sum(len(_VOWELS.findall(word)) for word in text.split())
    if len(text.split()) > 1 and syllables >= FEWEST_SYLLABLES:
        return None
    return "use two words or more, of three syllables or more: hey computer"


def _english_length(text: str, phrase: list[str]) -> int:
    if len(phrase) < 2:  # noqa: PLR2004 - without a greeting only the literal phrase counts
        return 0
    greeting, name = phrase[0], "".join(phrase[1:])
    words = text.split(" ")
    if words[0] != greeting:
        return 0
    for count in sorted(range(1, len(phrase) + 2), key=lambda count: abs(count - len(phrase) + 1)):
        heard = words[1 : 1 + count]
        if len(heard) == count and _sounds_like("".join(heard), name):
            return len(" ".join((greeting, *heard)))
    return 0


def _sounds_like(heard: str, name: str) -> bool:
    if heard.startswith(name) and _SUFFIX.match(heard[len(name) :]):
        return False
    key, own = metaphone(heard), metaphone(name)
    is_short = len(own) < 3  # noqa: PLR2004 - one letter of two is too much
    alike = key == own if is_short else edits(key, own) <= 1 and key[:1] == own[:1]
    return alike and edits(heard, name) <= max(2, 0.35 * len(name))


def _ends_word(text: str, at: int) -> bool:
    return at == len(text) or is_chinese(text[at - 1]) or text[at] == " " or is_chinese(text[at])
