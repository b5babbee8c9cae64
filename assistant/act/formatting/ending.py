"""The mark at the very end: kept, or dropped from what is no sentence."""

import re

from assistant.act.formatting.about import About
from assistant.values.settings import Ending

SHORT = 8
"""Words, or Chinese and Japanese characters, from which a text is a sentence."""
_STOP = re.compile(r"(?<![.。])[.。]\s*$")
_WORD = re.compile(r"[㐀-䶿一-鿿぀-ヿ가-힣]|[^\W_]+(?:['’.-][^\W_]+)*")
_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]\.)+[A-Za-z]\.$|\b(?:etc|Mr|Mrs|Ms|Dr|vs|Inc|Ltd|Jr|St)\.$")


def end_text(text: str, about: About) -> str:
    """Return `text`, where the style says so without its full stop; `?` and `!` say something and stay."""
    ending = Ending.DROP if about.is_plain else about.style.ending
    if ending is Ending.KEEP or _ABBREVIATION.search(text):
        return text
    if ending is Ending.DROP_SHORT and len(_WORD.findall(text)) >= SHORT:
        return text
    return _STOP.sub("", text)
