"""Text -> what has to survive when it is cleaned: words, numbers, names, negations, scripts."""

import re
import unicodedata
from collections import Counter

_TOKEN = re.compile(r"[㐀-鿿豈-﫿]|[぀-ヿ]|[가-힯]+|\d+|[^\W\d_㐀-鿿豈-﫿぀-ヿ가-힯]+(?:['’][^\W\d_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_DENIED = re.compile(r"n't\b", re.IGNORECASE)
_CANNOT = re.compile(r"\bcannot\b", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w'’-]*|\w*[a-z][A-Z]\w*|\b[A-Z]{2,}\b")
_SENTENCE = re.compile(r"(?:\A|[.!?。！？\n])\s*[\"“‘(]*")
_LATIN = re.compile(r"[A-Za-z][\w.+#-]*")
_HAN = re.compile(r"[㐀-鿿豈-﫿]")

FILLERS = frozenset(
    "um uh uhm erm er ah eh oh hmm mm like well so okay ok yeah actually basically you know i mean "
    "嗯 呃 啊 哦 额 诶 唉 呀 那 个 这 就 是 说 然 后 吧 嘛 呢 的 了".split()
)
"""Words and characters that cleaning may take away."""
SMALL = frozenset(
    "a an the to of and or is are was were be am do does did have has had will would that this in on at for "
    "with i you he she it we they 的 了 是 在 和 也 就 都 而 地 得".split()
)
"""Words that cleaning may add."""
_NEGATIONS = frozenset(
    "not no never none nothing nobody neither nor without cannot unless nowhere hardly "
    "不 没 沒 无 無 别 別 勿 未 非 否 莫 休".split()
)
NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand "
    "million billion half quarter first second third "
    "零 一 二 两 三 四 五 六 七 八 九 十 百 千 万 亿 半".split()
)


def tokens(text: str) -> list[str]:
    """Return the words of `text`, and each of its Chinese and Japanese characters, without case."""
    plain = _CANNOT.sub("can not", _DENIED.sub(" not", text.replace("’", "'")))
    return [found.casefold() for found in _TOKEN.findall(plain)]


def numbers(text: str) -> Counter[str]:
    """Return every number, in digits and in words."""
    digits = Counter(re.sub(r"[,:/]", "", found) for found in _NUMBER.findall(text))
    return digits + Counter(each for each in tokens(text) if each in NUMBER_WORDS)


def negations(text: str) -> Counter[str]:
    """Return how often something is denied; `do not` and `don't` are the same."""
    return Counter({"not": sum(each in _NEGATIONS for each in tokens(text))})


def names(text: str) -> frozenset[str]:
    """Return what is spelt like a name, in any place but the first of a sentence, and Latin among Chinese."""
    starts = {found.end() for found in _SENTENCE.finditer(text)}
    found = {each[0].casefold() for each in _NAME.finditer(text) if each.start() not in starts}
    found |= {each[0].casefold() for each in _NAME.finditer(text) if not each[0].istitle()}
    if _HAN.search(text):
        found |= {each[0].casefold() for each in _LATIN.finditer(text)}
    return frozenset(found - {"i", "i'm", "i'll", "i've", "i'd"} - FILLERS)


def scripts(text: str) -> frozenset[str]:
    """Return the scripts of the letters: `LATIN`, `CJK`, `HIRAGANA`."""
    return frozenset(
        unicodedata.name(char, "UNKNOWN").split()[0] for char in text if char.isalpha() and not _is_mark(char)
    )


def symbols(text: str) -> frozenset[str]:
    """Return every character that no plain sentence has."""
    return frozenset(
        char for char in text if unicodedata.category(char)[0] == "S" or char in "{}[]<>\\*_#@|/"
    )


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) == "Lm"
