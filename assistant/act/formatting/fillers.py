"""Takes out what is said while thinking, in the language in which it means nothing.

"Um" is a word in German and Portuguese, so nothing goes without evidence for a language. A text that is
nothing but fillers stays: 嗯 alone is an answer.
"""

import re

from assistant.act.formatting.about import About

_LATIN = r"(?<![\w'’-])(?:{})(?![\w'’-])"
_ENGLISH = _LATIN.format(r"u+h+m*|u+m+|e+r+m+|hm{2,}")
_CHINESE = r"[嗯呃]+(?![啊嗯呃])"
_REPEATED = r"(那个|这个|就是|然后)(?:[,，、]?\1)+"
"""Words that mean something once and nothing twice."""
_HESITANT = r"(?:(?<=[。！？；])|^)(?:那个|就是说?)[,，、]\s*"
_JAPANESE = (
    r"(?<![぀-ヿ一-鿿])"
    r"(?:え(?:っと|え+っ?と|ー+(?:っ?と)?)|あの(?:ー+(?=[、,\s])|(?=、))|う+ー+ん(?=、))"
)
_KOREAN = r"(?:(?<=[.,!?]\s)|^)(?:음+|어+)(?=[,.…])"

FILLERS: dict[str, tuple[re.Pattern[str], ...]] = {
    "en": (re.compile(_ENGLISH, re.IGNORECASE),),
    "zh": (re.compile(_CHINESE), re.compile(_HESITANT)),
    "yue": (re.compile(_CHINESE),),
    "ja": (re.compile(_JAPANESE),),
    "ko": (re.compile(_KOREAN),),
}
"""Language -> what means nothing in it."""
_COLLAPSED = {"zh": re.compile(_REPEATED), "yue": re.compile(_REPEATED)}

_GAP, _CAPITAL = "\x00", "\x01"
"""Where a filler was; the second where it had a capital, which the next word then gets."""
_AROUND = re.compile(
    rf"(?P<left>[,，、…]?)[ \t]*(?:[{_GAP}{_CAPITAL}][ \t]*(?P<right>[,，、…]*|[.。](?!\.))[ \t]*)+"
)
_NEXT = re.compile(rf"{_CAPITAL}(\s*)(\w?)")
_OPENERS = frozenset("well so yes yeah no okay ok now oh right 好 对 那 是".split())
"""After these a comma was meant, filler or not."""


def remove_fillers(text: str, about: About) -> str:
    """Return `text` without fillers; the marks that only fenced them in go too."""
    patterns = FILLERS.get(about.known_language, ()) if about.style.fillers else ()
    if not patterns:
        return text
    collapsed = _COLLAPSED.get(about.known_language)
    marked = collapsed.sub(r"\1", text) if collapsed else text
    for pattern in patterns:
        marked = pattern.sub(lambda found: _CAPITAL if found[0][0].isupper() else _GAP, marked)
    if not any(each.isalnum() for each in marked):
        return text
    mended = _AROUND.sub(lambda found: _mend(found) + _CAPITAL * (_CAPITAL in found[0]), marked)
    return _NEXT.sub(lambda found: found[1] + found[2].upper(), mended)


def _mend(found: re.Match[str]) -> str:
    """Return what is left between the words around a filler."""
    whole, (start, stop) = found.string, found.span()
    head, tail = whole[:start], whole[stop:]
    if not head.strip() or head.rstrip()[-1] in ".!?。！？":  # it began a sentence
        space = " " if head and head[-1].isascii() and not head[-1].isspace() else ""
        return space if tail else ""
    last = found["right"] if found["right"] and found["right"] in ".。" else ""
    if not tail.strip():
        return last
    if tail[0] in ".!?,。！？，、":
        return ""
    mark = found["left"] if found["left"] and _is_meant(head) else ""
    is_latin = head[-1].isascii() or tail[0].isascii()
    return (mark or last) + (" " if is_latin else "")


def _is_meant(head: str) -> bool:
    """Return whether a comma after `head` belongs there for its own sake."""
    clause = re.split(r"[.!?,。！？，、]", head)[-1].strip()
    return clause.lower() in _OPENERS or len(clause.split()) > 2 or not clause.isascii()  # noqa: PLR2004 -- words
