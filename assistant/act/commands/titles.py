"""What a command is called in each language: the first thing that its pack lets people say."""

import re

from assistant.values.commands.definition import Definition

_LEFT_OUT = re.compile(r"\[[^\[\]()]*\]")
_EITHER = re.compile(r"\(([^\[\]()|]*)[^\[\]()]*\)")
_SLOT = re.compile(r"\{[^{}]*\}")
_GAP = "…"


def titles(definition: Definition) -> tuple[tuple[str, str], ...]:
    """Return language -> title: `set volume to …`; what a template takes from a rule has none."""
    found = ((each.language, _title(each.templates)) for each in definition.phrasings)
    return tuple((language, title) for language, title in found if title)


def _title(templates: tuple[str, ...]) -> str:
    plain = (_plain(template) for template in templates)
    return next((text for text in plain if text and not set(text) & set("<>[]()|")), "")


def _plain(template: str) -> str:
    """Return a template with the first of each choice, nothing that may be left out, and gaps for slots."""
    before = ""
    while before != template:
        before, template = template, _EITHER.sub(r"\1", _LEFT_OUT.sub("", template))
    return re.sub(f"{_GAP}[ {_GAP}]*(?={_GAP})", "", " ".join(_SLOT.sub(_GAP, template).split()))
