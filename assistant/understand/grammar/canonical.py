"""Text in the one form that is compared with templates, and the way back to what was written.

hassil takes case and most punctuation for granted; what it does not is settled here: `50%`, a space
between Chinese and Latin letters, full-width letters, commas in numbers.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

_HAN = "㐀-鿿豈-﫿"
_CJK = f"{_HAN}぀-ヿ"
HAN = re.compile(f"[{_HAN}]")
_BORDER = re.compile(rf"(?<=[{_CJK}]) +| +(?=[{_CJK}])")
_SPACE = re.compile(r"\s+")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?) *%")
_BARE_PERCENT = re.compile(r" *%")
_APOSTROPHES = "'’‘ʼ`"

COURTESY = {
    "en": (
        ("please", "could you please", "could you", "can you please", "can you", "would you"),
        ("please", "thank you", "thanks"),
    ),
    "zh": (("请帮我", "麻烦你", "麻烦", "请你", "请", "帮我"), ("谢谢你", "谢谢", "吧")),
}
"""Words that a command may begin or end with and that mean nothing, longest first."""


@dataclass(frozen=True, slots=True)
class Canonical:
    """Canonical text, and where each character of it came from."""

    text: str = field(repr=False)
    raw: str = field(repr=False)
    origin: tuple[int, ...] = field(repr=False)
    """Index into `raw` of each character of `text`."""

    def cut(self, start: int, stop: int) -> str:
        """Return what was written where `text[start:stop]` stands, with its own case and punctuation."""
        if start >= stop:
            return ""
        after = self.origin[stop] if stop < len(self.origin) else len(self.raw)
        return self.raw[self.origin[start] : after].strip(" ,，、").rstrip(".。 ")

    def part(self, start: int, stop: int) -> "Canonical":
        """Return a stretch of it, without the space around it."""
        while start < stop and self.text[start] == " ":
            start += 1
        while stop > start and self.text[stop - 1] == " ":
            stop -= 1
        return Canonical(self.text[start:stop], self.raw, self.origin[start:stop])

    def edited(self, pattern: re.Pattern[str], change: Callable[[re.Match[str]], str]) -> "Canonical":
        """Return it with every match of `pattern` changed; what is new came from where the match began."""
        pieces: list[str] = []
        origin: list[int] = []
        last = 0
        for found in pattern.finditer(self.text):
            fresh = change(found)
            pieces += self.text[last : found.start()], fresh
            origin += self.origin[last : found.start()]
            origin += [self.origin[found.start()]] * len(fresh)
            last = found.end()
        pieces.append(self.text[last:])
        origin += self.origin[last:]
        return Canonical("".join(pieces), self.raw, tuple(origin))


def canonical(raw: str) -> Canonical:
    """Return `raw` lower-case, unpunctuated, with single spaces between words and none beside Chinese."""
    pairs = [
        (char, at) for at, one in enumerate(raw) for char in unicodedata.normalize("NFKC", one).casefold()
    ]
    letters = [_plain(pairs, index) for index in range(len(pairs))]
    kept = [(char, at) for char, (_, at) in zip(letters, pairs, strict=True) if char]
    found = Canonical("".join(char for char, _ in kept), raw, tuple(at for _, at in kept))
    if HAN.search(found.text):
        found = found.edited(_PERCENT, lambda match: f"百分之{match[1]}")
    found = found.edited(_BARE_PERCENT, lambda _: " percent ")
    found = found.edited(_SPACE, lambda _: " ").edited(_BORDER, lambda _: "")
    return found.part(0, len(found.text))


def without_courtesy(text: Canonical) -> Canonical:
    """Return `text` without the courtesy it begins and ends with; all of it where nothing would be left."""
    start, stop = 0, len(text.text)
    for language, (openings, endings) in COURTESY.items():
        gap = " " if language == "en" else ""
        start += next((len(each + gap) for each in openings if text.text[start:].startswith(each + gap)), 0)
        stop -= next((len(gap + each) for each in endings if text.text[:stop].endswith(gap + each)), 0)
    return text.part(start, stop) if start < stop else text


def is_chinese(text: str) -> bool:
    """Tell whether any Chinese character is in `text`."""
    return HAN.search(text) is not None


def _plain(pairs: list[tuple[str, int]], index: int) -> str:
    """Return what stands for one character: itself, a space, or nothing."""
    char = pairs[index][0]
    before = pairs[index - 1][0] if index else " "
    after = pairs[index + 1][0] if index + 1 < len(pairs) else " "
    if char in _APOSTROPHES:
        return "'" if before.isalpha() and after.isalpha() else ""
    if char in ".," and before.isdigit() and after.isdigit():
        return char if char == "." else ""
    if char != "%" and unicodedata.category(char)[0] in "PZC":
        return " "
    return char
