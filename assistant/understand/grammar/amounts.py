"""Amounts that no number grammar knows: a hundred, 1.5 hours, two and a half minutes, 一百五, 一个半小时.

They are rewritten as whole numbers of the next smaller unit and tried a second time, after the words
as they were said have matched nothing.
"""

import re

from assistant.understand.grammar.canonical import Canonical

_SMALLER = {"hour": "minutes", "minute": "seconds", "小时": "分钟", "钟头": "分钟", "分钟": "秒"}
_DIGITS = dict(zip("一二三四五六七八九两", (1, 2, 3, 4, 5, 6, 7, 8, 9, 2), strict=True))
_WORDS = dict(zip("one two three four five six seven eight nine ten".split(), range(1, 11), strict=True))

_NUMBER = rf"\d+|{'|'.join(_WORDS)}"
_A_HUNDRED = re.compile(r"\ban? (?=hundred|thousand)")
_DECIMAL = re.compile(r"\b(\d+)\.(\d) ?(hour|minute)s?\b")
_AND_A_HALF = re.compile(rf"\b({_NUMBER}|an?)(?: (hour|minute)s?)? and a half(?: (hour|minute)s?)?\b")
_HALF_AN = re.compile(r"\bhalf an? (hour|minute)\b")
_AN = re.compile(r"\ban? (?=hour|minute|second)")
_HAN_DECIMAL = re.compile(r"(\d+)\.(\d)个?(小时|钟头|分钟)")
_HAN_HALF = re.compile(r"([一二三四五六七八九两]|\d+)个?半(小时|钟头|分钟)")
_HAN_ALONE = re.compile(r"半个?(小时|钟头|分钟)")
_HAN_MINUTE = re.compile(r"([一二三四五六七八九两]|\d+)分半钟?")
_HAN_SHORT = re.compile(r"([一二三四五六七八九]百[二三四五六七八九])(?![十百千])")


def with_whole_amounts(text: Canonical) -> Canonical:
    """Return `text` with such amounts as whole numbers; the same where there are none."""
    text = text.edited(_A_HUNDRED, lambda _: "one ")
    text = text.edited(_DECIMAL, lambda found: _smaller(int(found[1]) * 60 + int(found[2]) * 6, found[3]))
    text = text.edited(_AND_A_HALF, _english_half)
    text = text.edited(_HALF_AN, lambda found: _smaller(30, found[1]))
    text = text.edited(_AN, lambda _: "one ")
    text = text.edited(_HAN_DECIMAL, lambda found: _smaller(int(found[1]) * 60 + int(found[2]) * 6, found[3]))
    text = text.edited(_HAN_HALF, lambda found: _smaller(_value(found[1]) * 60 + 30, found[2]))
    text = text.edited(_HAN_ALONE, lambda found: _smaller(30, found[1]))
    text = text.edited(_HAN_MINUTE, lambda found: _smaller(_value(found[1]) * 60 + 30, "分钟"))
    return text.edited(_HAN_SHORT, lambda found: f"{found[1]}十")


def _english_half(found: re.Match[str]) -> str:
    unit = found[2] or found[3]
    return _smaller(_value(found[1]) * 60 + 30, unit) if unit else found[0]


def _smaller(amount: int, unit: str) -> str:
    gap = " " if unit.isascii() else ""
    return f"{amount}{gap}{_SMALLER[unit]}"


def _value(text: str) -> int:
    if text.isdigit():
        return int(text)
    return _DIGITS.get(text) or _WORDS.get(text, 1)
