"""The text of hotwords.txt -> hotwords, one a line.

Kubernetes                      a name or phrase, as it should be written
Kaldi :3.5                      how strongly to listen for it (default 1.5, at most 9; 0: not in the sound)
Claude | cloud code | Clod      what is always meant by these other writings
Claude ~~~ weather, sky         never in an utterance with one of these words in it
C#                              # a comment; the mark in a word is none
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

WEIGHT = 1.5
HEAVIEST = 9.0
LONGEST = 60
MOST = 5000
ALIAS, NOT_BESIDE = "|", "~~~"

_COMMENT = re.compile(r"(?:^|\s)#.*")
_WEIGHT = re.compile(r"\s:\s*(\S*)$")


@dataclass(frozen=True, slots=True)
class Hotword:
    """A name or a phrase, as it should be written."""

    text: str = field(repr=False)
    weight: float = WEIGHT
    """What it may lose for each piece against what the model would rather write, as log-probability."""
    aliases: tuple[str, ...] = field(repr=False, default=())
    """Other writings that always mean it."""
    not_beside: tuple[str, ...] = field(repr=False, default=())
    """Words that an utterance with it never holds."""

    def may_stand_in(self, text: str) -> bool:
        """Say whether nothing in `text` forbids it."""
        spoken = text.casefold()
        return not any(word.casefold() in spoken for word in self.not_beside)


@dataclass(frozen=True, slots=True)
class WordList:
    """What a file said."""

    hotwords: tuple[Hotword, ...] = ()
    problems: tuple[str, ...] = ()
    """Number and reason of each line that could not be taken, `3: holds no word`; never the words."""


def parse(text: str) -> WordList:
    """Read the text of a list. The lines that make sense count, whatever the others hold."""
    hotwords: dict[str, Hotword] = {}
    problems: list[str] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        wanted = _COMMENT.sub("", line)
        if not wanted.strip():
            continue
        try:
            hotword = _line(wanted)
        except ValueError as error:
            problems.append(f"{number}: {error}")
            continue
        key = hotword.text.casefold()
        if key in hotwords:
            problems.append(f"{number}: stands in the list already")
        elif len(hotwords) >= MOST:
            problems.append(f"{number}: is one too many; {MOST} at most")
        else:
            hotwords[key] = hotword
    return WordList(tuple(hotwords.values()), tuple(problems))


def _line(line: str) -> Hotword:
    """Read one line. Raises ValueError with a sentence that goes on after `hotwords.txt:3:`."""
    head, mark, rest = line.partition(NOT_BESIDE)
    not_beside = _listed(re.split(r"[,，|]", rest))
    if mark and not not_beside:
        raise ValueError(f"names no word after {NOT_BESIDE}")
    first, *others = head.split(ALIAS)
    weight = WEIGHT
    if found := _WEIGHT.search(first.rstrip()):
        first, weight = first[: found.start()], _weight(found[1])
    text = " ".join(first.split())
    if not any(char.isalnum() for char in text):
        raise ValueError("holds no word")
    if len(text) > LONGEST:
        raise ValueError(f"holds more than {LONGEST} characters; put long texts into the snippets")
    aliases = _listed(others)
    if others and not aliases:
        raise ValueError(f"names no other writing after {ALIAS}")
    return Hotword(text, weight, aliases, not_beside)


def _weight(text: str) -> float:
    try:
        weight = float(text)
    except ValueError:
        weight = -1.0
    if not 0 <= weight <= HEAVIEST:
        raise ValueError(f"has a weight that is not a number from 0 to {HEAVIEST:g}")
    return weight


def _listed(parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))
