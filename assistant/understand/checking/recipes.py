"""Whether a command's recipe and its templates fit together."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from assistant.values.commands.definition import Filling, Recipe, SlotList, Verb

_MARK = re.compile(r"\{(\w+)\}")
_LISTS_ONLY = {Verb.KEYS, Verb.OPEN_APP}


def recipe_problems(recipe: Recipe, slots: Mapping[str, SlotList], filled: set[str]) -> Iterator[str]:
    """Yield a sentence where a recipe needs what is not always said, or puts free words where none may go.

    `slots` are the lists behind the slots, `filled` those that every template fills.
    """
    written = [*recipe.parts, *(str(value) for _, value in recipe.options)]
    for name in sorted({name for part in written for name in _MARK.findall(part)}):
        if name not in filled:
            yield f"its action needs {{{name}}}, which not every template has"
            continue
        is_free = name in slots and slots[name].filling is Filling.FREE
        if is_free and recipe.verb in _LISTS_ONLY:
            yield f"{{{name}}} holds any words; {recipe.verb.value} takes only what a list holds"
        if is_free and recipe.verb is Verb.OPEN_URL and not urlsplit(recipe.parts[0].split("{")[0]).hostname:
            yield f"{{{name}}} holds any words; write the address before it: https://example.org/?q={{{name}}}"
