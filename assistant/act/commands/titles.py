"""What a command is called in each language: the first thing that its pack lets people say."""

import re
from collections.abc import Mapping

from assistant.values.commands.deed import Slot
from assistant.values.commands.definition import Definition

_LEFT_OUT = re.compile(r"\[[^\[\]()]*\]")
_EITHER = re.compile(r"\(([^\[\]()|]*)[^\[\]()]*\)")
_SLOT = re.compile(r"\{(?:[^{}:]*:)?([^{}]*)\}")
_SEAM = re.compile(r"(?<=[\u3400-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u3400-\u9fff])")
GAP = "…"


def titles(definition: Definition, slots: tuple[Slot, ...]) -> tuple[tuple[str, str], ...]:
    """Return language -> title, with the literal words in it: `close firefox`, and gaps for numbers.

    What takes from a rule is passed over.
    """
    words = {slot.name: slot.value for slot in slots if isinstance(slot.value, str)}
    found = ((each.language, _title(each.templates, words)) for each in definition.phrasings)
    return tuple((language, title) for language, title in found if title)


def _title(templates: tuple[str, ...], words: Mapping[str, str]) -> str:
    plain = next((text for text in map(_plain, templates) if text and not set(text) & set("<>[]()|")), "")
    filled = _SLOT.sub(lambda slot: words.get(slot[1], GAP), plain)
    return _SEAM.sub(" ", re.sub(f"{GAP}[ {GAP}]*(?={GAP})", "", filled))


def _plain(template: str) -> str:
    """Return a template with the first of each choice, and without what may be left out."""
    before = ""
    while before != template:
        before, template = template, _EITHER.sub(r"\1", _LEFT_OUT.sub("", template))
    return " ".join(template.split())
