"""Sentences of other rooms in the user's language: each is known again by the template that it was made of.

What engine, devices and child processes say is English, `There is no key F99 here.`; translated is its
template, `There is no key {name} here.`. What stands in the holes is looked up in turn: a sentence may hold
the reason that another gave. `{name!r}` is in quotes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from string import Formatter

_BREAK = re.compile(r"(?<=[.?!])[ ]|\n")
"""Between two sentences."""
_LABEL = re.compile(r"(?<=:) ")
"""Between where something is wrong and what."""
_BEFORE_SENTENCE = re.compile(r"\{(\w+)\} [A-Z]")
_QUOTED = r"(?:'.*?'|\".*?\"|b['\"].*?|\d.*?|\w+\(.*?\)|None|True|False|\[.*?\])"
"""What repr says of a text, a number, a path."""
LONGEST = 600
"""Letters; what is longer is no sentence of ours, and reading it would hold up the windows."""
FEW = 11
"""Fixed letters; `It is {now}.` has fewer, so that other people's sentences look like it."""
_NO_WORD = re.compile(r"[^A-Za-z ]")
_MARKS = "。？！，；：）.?!,;:)…"
_DOUBLE = re.compile(r"。(?=[。；，）])|(?<=[？！])。")


class Phrase:
    """One template and its translation."""

    def __init__(self, template: str, translation: str) -> None:
        self._template = template
        self.translation = translation.replace("!r}", "}")
        self._pieces = [literal for literal, *_ in Formatter().parse(template) if literal]
        sentence = _BEFORE_SENTENCE.match(template)
        self._sentence = sentence[1] if sentence else ""
        self.weight = sum(map(len, self._pieces))
        """How many letters are fixed."""

    def read(self, sentence: str) -> dict[str, str] | None:
        """Return what stands in the holes; None where the sentence was not made of this template."""
        if not all(piece in sentence for piece in self._pieces):
            return None
        match = self._pattern.fullmatch(sentence)
        return None if match is None else match.groupdict()

    def filling(self, hole: str, told: str) -> str:
        """Return what goes into a hole: a whole sentence, with another after it, ends with its mark."""
        is_open = hole == self._sentence and not told.endswith(tuple(_MARKS))
        return f"{told}。" if is_open else told

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        known: set[str] = set()
        parts = []
        for literal, hole, _, conversion in Formatter().parse(self._template):
            parts.append(re.escape(literal))
            if hole is not None:
                inside = _QUOTED if conversion == "r" else ".*?"
                parts.append(f"(?P={hole})" if hole in known else f"(?P<{hole}>{inside})")
                known.add(hole)
        return re.compile("".join(parts), re.DOTALL)


class Phrasebook:
    """Translates sentences by a table of templates."""

    def __init__(self, table: dict[str, str]) -> None:
        self._phrases = [Phrase(template, translation) for template, translation in table.items()]

    def translate(self, sentence: str) -> str | None:
        """Return the sentence in the language of the table; None where nothing of it is known."""
        if len(sentence) > LONGEST:
            return None
        found = _Reader(self._phrases).read(sentence)
        return found.told if found.known else None


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to understand a sentence."""

    known: int
    """Letters of it that belong to templates; of several readings the one that explains most is right."""
    told: str = field(repr=False)


class _Reader:
    """Reads one sentence; each part of it once."""

    def __init__(self, phrases: list[Phrase]) -> None:
        self._phrases = phrases
        self._read: dict[str, _Reading] = {}

    def read(self, sentence: str) -> _Reading:
        """Return the best reading; the sentence as it is where nothing of it is known."""
        if sentence not in self._read:
            self._read[sentence] = _Reading(0, sentence)
            readings = (*self._by_templates(sentence), *self._in_parts(sentence))
            self._read[sentence] = max((self._read[sentence], *readings), key=lambda one: one.known)
        return self._read[sentence]

    def _by_templates(self, sentence: str) -> Iterator[_Reading]:
        for phrase in self._phrases:
            holes = phrase.read(sentence)
            if holes is not None:
                inner = {name: self.read(value) for name, value in holes.items()}
                if phrase.weight < FEW and not all(map(_is_made, holes.values(), inner.values())):
                    continue
                told = {name: phrase.filling(name, one.told) for name, one in inner.items()}
                known = phrase.weight + sum(one.known for one in inner.values())
                yield _Reading(known, _DOUBLE.sub("", phrase.translation.format(**told)))

    def _in_parts(self, sentence: str) -> Iterator[_Reading]:
        """Read what is several sentences, or a sentence behind the name of a place."""
        for cut in (*_BREAK.finditer(sentence), *_LABEL.finditer(sentence)):
            head, rest = self.read(sentence[: cut.start()]), self.read(sentence[cut.end() :])
            is_closed = cut[0] == " " and head.told.endswith(("。", "？", "！"))
            yield _Reading(head.known + rest.known, head.told + ("" if is_closed else cut[0]) + rest.told)


def _is_made(value: str, reading: _Reading) -> bool:
    """Tell whether a value looks like one of a program's: a time, an address, a sentence we know."""
    return not value or reading.known > 0 or _NO_WORD.search(value) is not None
