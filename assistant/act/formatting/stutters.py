"""The same small word three times or more becomes one.

Only words that nobody repeats for emphasis: "no no no", 哈哈哈 and "five five five" are meant. Twice is
meant as well ("that that is"). Long words are left alone: nobody stutters them three times.
"""

import re

from assistant.act.formatting.about import About

_SHORT = """a an am as at be by do he i if in is it me my of on or so to up us we
the and but for that this with was are you your they them she her his not can will would have has had like
what when where which who then than from just it's i'm there their""".split()
_LATIN = re.compile(rf"\b({'|'.join(_SHORT)})(?:[,，]?\s+\1\b){{2,}}", re.IGNORECASE)
_BROKEN = re.compile(r"\b(\w{1,3})-(?:\s*\1-)+\s*(?=\1)", re.IGNORECASE)
"""`w- w- what`: the beginning of a word, broken off."""
_HAN = re.compile(r"([我你他她它这那的就在有要会能可把被给跟和])(?:[,，、]?\1){2,}")


def collapse_stutters(text: str, about: About) -> str:
    """Return `text` with stutters taken out."""
    if not about.style.stutters:
        return text
    text = _BROKEN.sub("", text)
    text = _LATIN.sub(r"\1", text)
    return _HAN.sub(r"\1", text)
