"""Numbers as digits or as words, where the user wants one of them and not what the model wrote.

Digits: from ten up, and rows of single digits ("five five five"); `one of them` and 万一 are no numbers.
Words: whole numbers below a hundred in English, below a hundred million in Chinese.
"""

import re

from assistant.act.formatting.about import About
from assistant.values.settings import Numbers

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_WORD = "|".join([*_SMALL, *_SCALES])
_ROW = re.compile(rf"\b(?:{_WORD})(?:(?:[ -]|\s+and\s+)(?:{_WORD}))*\b", re.IGNORECASE)
_LEAST = 10
_ROW_OF_DIGITS = 3
"""Single digits in a row, from which on they are figures and not a way of counting."""
_HUNDRED = 100

_HAN_DIGITS = {each: value for value, each in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_D = "[一二两三四五六七八九]"
_SECTION = rf"(?:{_D}千)?(?:零?{_D}百)?(?:零?{_D}?十)?(?:零?{_D})?"
_HAN_NUMBER = re.compile(
    rf"(?<![零〇一二两三四五六七八九十百千万亿点第])(?P<per>百分之)?"
    rf"(?P<number>(?:{_SECTION}亿)?(?:{_SECTION}万)?{_SECTION})(?![零〇一二两三四五六七八九十百千万亿点几])"
)
_HAN_ROW = re.compile(
    r"(?<![零〇一二三四五六七八九十百千万])[一二三四五六七八九][零〇一二三四五六七八九]{3,}(?![十百千万亿零〇一二三四五六七八九])"
)
_FIGURES = re.compile(r"(?<![\w.,:/$€£¥-])(\d{1,8})(?![\w.,:/%°℃-]*[\d%°℃])(?!\w)", re.ASCII)
_CJK = re.compile("[㐀-鿿]")


def write_numbers(text: str, about: About) -> str:
    """Return `text` with its numbers as the style wants them."""
    match about.style.numbers:
        case Numbers.AS_HEARD:
            return text
        case Numbers.DIGITS:
            text = _ROW.sub(_english_figure, text)
            text = _HAN_ROW.sub(lambda found: "".join(str(_HAN_DIGITS[each]) for each in found[0]), text)
            return _HAN_NUMBER.sub(_chinese_figure, text)
        case Numbers.WORDS:
            return _FIGURES.sub(_words, text)


def _english_figure(found: re.Match[str]) -> str:
    words = [word for word in re.split(r"[\s-]+", found[0].lower()) if word != "and"]
    if all(_SMALL.get(word, _LEAST) < _LEAST for word in words):
        return "".join(str(_SMALL[word]) for word in words) if len(words) >= _ROW_OF_DIGITS else found[0]
    value = english_value(words)
    return found[0] if value is None or value < _LEAST else str(value)


def english_value(words: list[str]) -> int | None:
    """Return the number that English `words` name; None where they name none, or several."""
    total, part, limit = 0, 0, 10**12
    room = _HUNDRED
    for word in words:
        if word in _SMALL:
            value = _SMALL[word]
            if value >= room:
                return None
            part += value
            room = _LEAST if value >= 2 * _LEAST else 0
        elif word == "hundred":
            if not 0 < part < _HUNDRED:
                return None
            part, room = part * _HUNDRED, _HUNDRED
        else:
            if not part or _SCALES[word] >= limit:
                return None
            total, part, limit, room = total + part * _SCALES[word], 0, _SCALES[word], _HUNDRED
    return total + part


def _chinese_figure(found: re.Match[str]) -> str:
    number = found["number"]
    if not number:
        return found[0]
    value = chinese_value(number)
    if found["per"]:
        return f"{value}%"
    is_number = len(number) > 1 and value >= _LEAST and any(each in number for each in "十百千万亿")
    return str(value) if is_number and number[0] not in "百千万亿" else found[0]


def chinese_value(number: str) -> int:
    """Return the value of a number in Chinese characters (二十三, 一万零五)."""
    total, section, digit = 0, 0, 0
    for each in number:
        if each in _HAN_DIGITS:
            digit = _HAN_DIGITS[each]
        elif each in "十百千":
            section += (digit or 1) * 10 ** ("十百千".index(each) + 1)
            digit = 0
        else:
            total = (total + section + digit) * (10**8 if each == "亿" else 10**4)
            section = digit = 0
    return total + section + digit


def _words(found: re.Match[str]) -> str:
    value, text = int(found[1]), found.string
    around = text[max(0, found.start() - 2) : found.end() + 2]
    if found[1] != str(value):
        return found[0]  # 007 is a name
    if _CJK.search(around):
        if text[found.end() : found.end() + 1] == "年":
            return "".join("零一二三四五六七八九"[int(each)] for each in found[1])
        return chinese_words(value)
    if value >= _HUNDRED:
        return found[0]
    tens, ones = divmod(value, _LEAST)
    if value < len(_ONES):
        return _ONES[value]
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


def chinese_words(value: int) -> str:
    """Return `value` (0...99,999,999) in Chinese characters."""
    high, low = divmod(value, 10**4)
    if not high:
        return _chinese_section(low) or "零"
    gap = "零" if low and low < 1000 else ""  # noqa: PLR2004 -- four places to a section
    return _chinese_section(high) + "万" + gap + (_chinese_section(low, leading=True) if low else "")


def _chinese_section(value: int, *, leading: bool = False) -> str:
    out, is_gap = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if not digit:
            is_gap = bool(out)
            continue
        out += ("零" if is_gap else "") + "零一二三四五六七八九"[digit] + ["", "十", "百", "千"][power]
        is_gap = False
    return out[1:] if out.startswith("一十") and not leading else out
