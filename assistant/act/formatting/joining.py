"""Spaces and capitals that fit what stands before the caret.

Where nobody knows what stands there, nothing is changed: a guess would be wrong half of the time.
"""

import re

from assistant.act.formatting.about import About

_OPEN = "([{<“‘「『（【《/\\@#$£€¥_—"
"""After these the next word stands close."""
_SENTENCE_END = re.compile(r"(?:[.!?…。！？][\"'”’)\]」』）]*|\n)\s*$")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")
"""Chinese and Japanese characters and their marks; Korean is spaced like Latin."""
_BEGINS = re.compile(r"(\s*[\"'“‘(\[]*)(\w[\w'’]*)")

SMALL_WORDS = frozenset(
    """the a an and but or so if it it's its this that these those there here they we you he she my your our
    their his her is are was were be do does did can could will would should may might must have has had not
    no yes in on at to from with without for of by as because when where which who what how why then than
    also just even only very too more most some any all each every both such like about into over under
    after before while until since through during between let make take get go come see please""".split()
)
"""These carry a capital only because a sentence began with them; a name is never among them."""


def join_caret(text: str, about: About) -> str:
    """Return `text` as it has to go on from `about.before`."""
    before = about.before
    if not about.style.joining or before is None or not text or about.is_plain:
        return text if not _wants_plain_space(text, about) else f" {text}"
    if not before.strip() or _SENTENCE_END.search(before):
        text = _BEGINS.sub(_raised, text, count=1)
    elif not _WIDE.match(before.rstrip()[-1]):
        text = _BEGINS.sub(_lowered, text, count=1)
    return f" {text}" if _needs_space(before, text, cjk=about.style.cjk_spacing) else text


def _wants_plain_space(text: str, about: About) -> bool:
    """In a terminal words are kept apart, and that is all."""
    knows = about.is_plain and about.style.joining and about.before is not None
    return knows and bool(text) and _needs_space(about.before or "", text, cjk=False)


def _needs_space(before: str, text: str, *, cjk: bool) -> bool:
    if not before or not text or before[-1].isspace() or text[0].isspace() or before[-1] in _OPEN:
        return False
    first, last = text[0], before[-1]
    if first in ".,;:!?)]}”’…%":
        return False
    is_wide = bool(_WIDE.match(last)), bool(_WIDE.match(first))
    if any(is_wide):  # 中文 with Latin words: as within a text
        return cjk and not all(is_wide) and (last.isalnum() and first.isalnum())
    return True


def _raised(found: re.Match[str]) -> str:
    head, word = found.groups()
    is_plain_word = word.islower() or not word.isalpha()
    return head + (word[0].upper() + word[1:] if is_plain_word else word)


def _lowered(found: re.Match[str]) -> str:
    head, word = found.groups()
    is_small = word[0].isupper() and word.lower().replace("’", "'") in SMALL_WORDS
    return head + (word.lower() if is_small else word)
