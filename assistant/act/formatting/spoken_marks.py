"""Spoken punctuation: `comma`, 句号, `new line`.

By default a name of a mark becomes the mark only where it stands alone: said between pauses, fenced in by
marks of the model's own, or last. `the period of time` and 画上句号 keep their words. Where the model has
already written a mark in that place the two become one: the spoken one, since it was meant.
"""

import re
from collections import Counter
from dataclasses import dataclass

from assistant.act.formatting.about import About
from assistant.values.audio import SAMPLE_RATE
from assistant.values.settings import SpokenMarks

PAUSE = 0.2
"""Seconds of silence before and after a word that is said as a mark."""

ENGLISH = {
    "comma": ",",
    "period": ".",
    "full stop": ".",
    "question mark": "?",
    "exclamation mark": "!",
    "exclamation point": "!",
    "colon": ":",
    "semicolon": ";",
    "ellipsis": "…",
    "dash": " —",
    "new line": "\n",
    "new paragraph": "\n\n",
    "open quote": "“",
    "close quote": "”",
    "open paren": "(",
    "close paren": ")",
    "open parenthesis": "(",
    "close parenthesis": ")",
    "open bracket": "[",
    "close bracket": "]",
}
CHINESE = {
    "逗号": "，",
    "句号": "。",
    "问号": "？",
    "感叹号": "！",
    "叹号": "！",
    "冒号": "：",
    "分号": "；",
    "顿号": "、",
    "省略号": "……",
    "破折号": "——",
    "左引号": "“",
    "右引号": "”",
    "左括号": "（",
    "右括号": "）",
    "换行": "\n",
    "另起一行": "\n",
    "另起一段": "\n\n",
}
OPENING = frozenset("“([（")
"""What the next word is written close to."""
_MARK = r"[,.;:!?，。；：！？、]"
NEEDS_PAUSE = frozenset({"period", "colon", "dash", "ellipsis"})
"""Being last is not enough for these: "well, that was a bad period"."""
_NOT_A_NAME = re.compile(
    r"(?:\b(?:a|an|the|this|that|no|one|each|every|any|my|your|his|her|our|their|long|short|time|same|trial"
    r"|first|last|second|in|of|with|without|another|dot)|['’]s|[个上的了叫是用加])$",
    re.IGNORECASE,
)
"""Before these names stand as words: "a long period", 画上句号."""

_ONE_OF_THEM = re.compile(r"\b(?:an?|the)\s+\w+$", re.IGNORECASE)
"""Before these single words too: "the oxford comma"."""


@dataclass(frozen=True, slots=True)
class _Names:
    pattern: re.Pattern[str]
    marks: dict[str, str]


def _names(marks: dict[str, str], edge: str) -> _Names:
    longest_first = sorted(marks, key=len, reverse=True)
    body = "|".join(name.replace(" ", r"\s+") for name in longest_first)
    before = rf"(?P<before>{_MARK}*)[ \t]*"
    return _Names(
        re.compile(rf"{before}{edge}(?P<name>{body}){edge}(?P<after>[ \t]*{_MARK}*)", re.IGNORECASE), marks
    )


_LANGUAGES = (_names(ENGLISH, r"\b"), _names(CHINESE, ""))
_STRAY = re.compile(rf"(?<!\d){_MARK}+|{_MARK}+(?!\d)")


def write_spoken_marks(text: str, about: About) -> str:
    """Return `text` with the marks that were spoken."""
    mode = about.style.spoken_marks
    if mode is SpokenMarks.NEVER:
        return text
    if mode is SpokenMarks.ALWAYS:
        text = _STRAY.sub("", text)
    for names in _LANGUAGES:
        text = _written(text, names, about)
    return text


def _written(text: str, names: _Names, about: About) -> str:
    seen: Counter[str] = Counter()
    pauses = _pauses(about)
    pieces, cursor = [], 0
    for found in names.pattern.finditer(text):
        name = " ".join(found["name"].lower().split())
        seen[name] += 1
        head = text[cursor : found.start()]
        is_alone = _is_alone(found, text) or (name, seen[name]) in pauses
        if about.style.spoken_marks is not SpokenMarks.ALWAYS and not is_alone:
            pieces.append(text[cursor : found.end()])
        else:
            pieces.append(_joined(head, names.marks[name], text[found.end() :]))
        cursor = found.end()
    pieces.append(text[cursor:].lstrip(" \t") if pieces and pieces[-1][-1:].isspace() else text[cursor:])
    return _capitalised("".join(pieces)) if seen else text


def _is_alone(found: re.Match[str], text: str) -> bool:
    """Return whether the name is fenced in, or last; never where the words before make it a word."""
    head = text[: found.start("name")].rstrip()
    if not head.strip(",.;:!?，。；：！？、 "):
        return False  # all that was said: a word, not the mark of nothing
    is_last = not text[found.end() :].strip()
    if found["before"]:
        return is_last or bool(found["after"].strip())
    name = found["name"].lower()
    is_word = name in NEEDS_PAUSE or _NOT_A_NAME.search(head) is not None
    if name in {"comma", "semicolon"} and _ONE_OF_THEM.search(head):
        return False
    return is_last and not is_word


def _joined(head: str, mark: str, tail: str) -> str:
    """Return `head` with `mark`, and the space that belongs between them and before `tail`."""
    if mark in OPENING:
        gap = " " if head and head[-1].isascii() and not head[-1].isspace() else ""
        return head + gap + mark
    space = "" if not tail or not mark.isascii() or mark.isspace() else " "
    return head.rstrip(" \t") + mark + ("" if tail[:1].isspace() else space)


def _capitalised(text: str) -> str:
    """Let a sentence begin with a capital after a spoken mark that ended one; close up after openings."""
    text = re.sub(r"([“(\[（])[ \t]+", r"\1", text)
    text = re.sub(r"\n[ \t]+", "\n", text)
    return re.sub(r"([.?!]\s+|\n)([a-z])", lambda found: found[1] + found[2].upper(), text)


def _pauses(about: About) -> set[tuple[str, int]]:
    """Return the names said between two pauses, each with which of its kind it is: (`comma`, 2)."""
    seen: Counter[str] = Counter()
    found = set()
    words = about.words
    for index in range(1, len(words)):
        for length in (1, 2, 3):
            last = index + length - 1
            if last >= len(words):
                break
            glue = " " if words[index].text.isascii() else ""
            name = glue.join(word.text.lower().strip(".,?!") for word in words[index : last + 1])
            if name not in ENGLISH and name not in CHINESE:
                continue
            seen[name] += 1
            before = words[index].start - words[index - 1].stop
            after = words[last + 1].start - words[last].stop if last + 1 < len(words) else SAMPLE_RATE
            if min(before, after) >= PAUSE * SAMPLE_RATE:
                found.add((name, seen[name]))
    return found
