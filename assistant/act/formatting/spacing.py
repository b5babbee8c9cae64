"""A space between Chinese and Latin words, as print has it; none in dates and times."""

import re

from assistant.act.formatting.about import About

_HAN = "[㐀-䶿一-鿿豈-﫿]"
_KANA = re.compile("[぀-ヿ]")
_LATIN = r"[A-Za-zÀ-ÖØ-öø-ɏ]"
_UNITS = "年月日号號时時点點分秒岁歲楼樓层層度折届屆期版页頁集章"
"""After these a figure is part of a word: 2024年, 3月."""
_NUMBER = r"\d+(?:[.,:/-]\d+)*"
_LETTERS = (
    re.compile(rf"({_HAN})({_LATIN})"),
    re.compile(rf"({_LATIN}[A-Za-zÀ-ɏ0-9_+#.%'’-]*(?<![.'’-]))({_HAN})"),
)
_FIGURES = re.compile(
    rf"(?P<left>(?<={_HAN}))?(?<![\w.,:/-])(?P<number>{_NUMBER}[%℃°]?)(?P<right>(?={_HAN}))?", re.ASCII
)


def space_cjk(text: str, about: About) -> str:
    """Return `text` with those spaces; Japanese is written without them."""
    if not about.style.cjk_spacing or about.is_plain or _KANA.search(text):
        return text
    for pattern in _LETTERS:
        text = pattern.sub(r"\1 \2", text)
    return _FIGURES.sub(_spaced, text)


def _spaced(found: re.Match[str]) -> str:
    after = found.string[found.end() : found.end() + 1]
    if after and after in _UNITS:
        return found[0]
    left = " " if found["left"] is not None else ""
    right = " " if found["right"] is not None else ""
    return f"{left}{found['number']}{right}"
