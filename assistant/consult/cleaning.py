"""A model's reply -> text: without what it thought, without characters that nobody sees."""

import json
import re
import unicodedata

from assistant.consult.requests import FIELD

_THOUGHT = re.compile(r"<(think|thinking|reasoning)>.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
_LOOSE_END = re.compile(r"\A.*?</(?:think|thinking|reasoning)>", re.DOTALL | re.IGNORECASE)
"""Some servers keep the opening tag to themselves."""
_OPENING = re.compile(r"<[a-z]{0,9}\Z", re.IGNORECASE)
_FENCE = re.compile(r"\A```[a-z]*\n(.*?)\n?```\Z", re.DOTALL)
_JOINER = "\u200d"
"""Joins emoji, and is wanted there."""
_KEPT = "\n\t"


def visible(text: str) -> str:
    """Return what of a reply, be it still growing, is for people."""
    if "<" in text:
        text = _OPENING.sub("", _LOOSE_END.sub("", _THOUGHT.sub("", text)))
    return without_invisible(text).strip()


def without_invisible(text: str) -> str:
    """Return `text` without control characters, marks of direction and other characters of no width."""
    if all(line.isprintable() for line in text.split("\n")):  # what nearly every text is, at no cost
        return text
    return "".join(char for index, char in enumerate(text) if _is_seen(char, text[index - 1 : index]))


def one_field(reply: str) -> str | None:
    """Return the text in the one field of a JSON reply; None where the reply is anything else."""
    text = visible(reply)
    fenced = _FENCE.match(text)
    try:
        found = json.loads(fenced[1] if fenced else text)
    except ValueError:
        return None
    if not isinstance(found, dict) or set(found) != {FIELD} or not isinstance(found[FIELD], str):
        return None
    return visible(found[FIELD])


def _is_seen(char: str, before: str) -> bool:
    if char == _JOINER:
        return bool(before) and unicodedata.category(before) in {"So", "Sk", "Mn"}
    return char in _KEPT or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
