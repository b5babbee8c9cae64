"""Letters as they are spelt: by themselves, by what they are called, by the words of the radio alphabet."""

import re

_NAMES = {
    name: letter
    for letter, names in {
        "a": "alpha alfa ay",
        "b": "bravo bee be",
        "c": "charlie see sea",
        "d": "delta dee",
        "e": "echo",
        "f": "foxtrot ef",
        "g": "golf gee",
        "h": "hotel aitch",
        "i": "india eye",
        "j": "juliet juliett jay",
        "k": "kilo kay",
        "l": "lima el",
        "m": "mike em",
        "n": "november en",
        "o": "oscar oh",
        "p": "papa pee",
        "q": "quebec queue cue",
        "r": "romeo are",
        "s": "sierra es",
        "t": "tango tee",
        "u": "uniform you",
        "v": "victor vee",
        "w": "whiskey whisky",
        "x": "xray ex",
        "y": "yankee why",
        "z": "zulu zee zed",
        "0": "zero 零",
        "1": "one 一",
        "2": "two 二",
        "3": "three 三",
        "4": "four 四",
        "5": "five 五",
        "6": "six 六",
        "7": "seven 七",
        "8": "eight 八",
        "9": "nine 九",
        " ": "space 空格",
        "-": "dash hyphen minus 横线",
        "_": "underscore 下划线",
        ".": "dot period point 点",
        "@": "at",
        "/": "slash 斜线",
    }.items()
    for name in names.split()
}
_CAPITAL = {"capital", "cap", "uppercase", "大写"}
_TOKENS = re.compile(r"[a-z]+(?:'[a-z]+)?|\d|大写|空格|横线|下划线|斜线|[^\sa-z\d,.，。、]", re.IGNORECASE)
_SPELT = re.compile(r"double (?:u|you)\b", re.IGNORECASE)


def spelt(letters: str) -> str | None:
    """Return the word that was spelt: "capital k u b e" is "Kube"; None where anything is no letter."""
    word, is_capital = "", False
    for token in _TOKENS.findall(_SPELT.sub("w", letters)):
        plain = token.casefold()
        is_plain = plain.isascii() and (len(plain) == 1 or token.isupper())  # "ABC" is written for a b c
        letter = plain if is_plain else _NAMES.get(plain)
        if plain in _CAPITAL:
            is_capital = True
        elif letter is None:
            return None
        else:
            word += letter.upper() if is_capital else letter
            is_capital = False
    return word or None
