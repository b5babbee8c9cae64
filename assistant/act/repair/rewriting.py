"""What becomes of a text by a command: other capitals, other words, letters that were spelt. All pure."""

import re

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LETTERS = re.compile(r"[^\W_]")
_SENTENCE = re.compile(r"[^.!?。！？\n]*[.!?。！？]*[\"'”’)]*\s*\Z")
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


def cased(text: str, style: str) -> str:
    """Return `text` in capitals (`upper`), without (`lower`), or each word with one (`capital`)."""
    match style:
        case "upper":
            return text.upper()
        case "lower":
            return text.lower()
        case _:
            return WORD.sub(lambda word: word[0][0].upper() + word[0][1:], text)


def find_last(text: str, words: str) -> tuple[int, int] | None:
    """Return where `words` stand last in `text`: whole words, whatever their capitals and marks."""
    words_of = _LETTERS if _is_spaceless(words) else WORD
    parts = [re.escape(part) for part in words_of.findall(words)]
    if not parts:
        return None
    gap = r"[\W_]*" if _is_spaceless(words) else r"[\W_]+"
    edge = "" if _is_spaceless(words) else r"\b"
    found = list(re.finditer(edge + gap.join(parts) + edge, text, re.IGNORECASE))
    return found[-1].span() if found else None


def replaced(text: str, old: str, new: str) -> str | None:
    """Return `text` with `new` for the last `old` in it; None where `old` is not there."""
    place = find_last(text, old)
    if place is None:
        return None
    start, stop = place
    was = text[start:stop]
    # At the beginning of a sentence a capital belongs to the place and not to the word.
    fresh = new[:1].upper() + new[1:] if was[:1].isupper() and not was.isupper() else new
    return text[:start] + fresh.strip(" .,!?。，！？") + text[stop:]


def last_sentence(text: str) -> tuple[int, int] | None:
    """Return where the last sentence of `text` begins and ends, without space around it."""
    end = len(text.rstrip())
    found = _SENTENCE.search(text[:end].rstrip(".!?。！？\"'”’)"))
    if not end or found is None:
        return None
    start = found.start() + len(text[found.start() : end]) - len(text[found.start() : end].lstrip())
    return (start, end) if start < end else None


def spelt(letters: str) -> str:
    """Return the word that was spelt: "capital k u b e" is "Kube"; what is no letter stays as it is."""
    word, is_capital = "", False
    tokens = _TOKENS.findall(letters.replace("double u", "w").replace("double you", "w"))
    for token in tokens:
        plain = token.casefold()
        if plain in _CAPITAL:
            is_capital = True
            continue
        letter = plain if len(plain) == 1 and plain.isascii() else _NAMES.get(plain, plain)
        word += letter.upper() if is_capital else letter
        is_capital = False
    return word


def _is_spaceless(text: str) -> bool:
    return any("\u3040" <= char <= "\u9fff" for char in text)
