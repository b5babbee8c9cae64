"""What becomes of a text by a command: other capitals, other words. All pure."""

import re

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LETTERS = re.compile(r"[^\W_]")
_SENTENCE = re.compile(r"[^.!?。！？\n]*[.!?。！？]*[\"'”’)]*\s*\Z")


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


def _is_spaceless(text: str) -> bool:
    return any("\u3040" <= char <= "\u9fff" for char in text)
