"""What was said, put where a command's recipe wants it. A slot is data: what could be more is refused.

A pack says what may run; words only choose among what it says. So free words never begin an option,
never name a path, never leave their place in an address, and never hold a control character.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlsplit

from assistant.errors import UnsafeSlotError
from assistant.values.commands.deed import (
    Builtin,
    CallHttp,
    CallPython,
    Deed,
    OpenApp,
    OpenUrl,
    Plain,
    PressKeys,
    RunHook,
    RunProgram,
    Slot,
    TypeText,
)
from assistant.values.commands.definition import Recipe, Verb
from assistant.values.commands.keys import canonical_chord

MARK = re.compile(r"\{([^{}]*)\}")
"""A slot in a recipe or a reply."""
LONGEST = 2000
"""Characters of one slot."""
MOST_TIMES = 100
"""How often keys are pressed at most, whatever number was heard."""
_PATHS = re.compile(r"[/\\]|^~|^\.\.?$")


def fill(recipe: Recipe, slots: Sequence[Slot]) -> Deed:
    """Return the deed that `recipe` describes for these slots. Raises UnsafeSlotError."""
    named = {slot.name: slot for slot in slots}
    for slot in slots:
        _refuse_controls(slot)
    options = dict(recipe.options)
    match recipe.verb:
        case Verb.KEYS:
            chords = tuple(_chord(part, named) for part in recipe.parts)
            return PressKeys(chords, _times(options, named))
        case Verb.RUN:
            return RunProgram(tuple(_argument(part, named) for part in recipe.parts))
        case Verb.HOOK:
            return RunHook(recipe.parts, tuple(slots))
        case Verb.BUILTIN:
            fixed = tuple(Slot(name, value) for name, value in recipe.options)
            return Builtin(recipe.parts[0], (*slots, *fixed))
        case _:
            return _fill_one(recipe, named)


def fill_text(text: str, slots: Mapping[str, Slot]) -> str:
    """Return `text` with every `{slot}` in it filled. Raises UnsafeSlotError where one is missing."""
    return MARK.sub(lambda found: str(_find(found[1], slots).value), text)


def _fill_one(recipe: Recipe, named: Mapping[str, Slot]) -> Deed:
    (part,) = recipe.parts
    match recipe.verb:
        case Verb.TEXT:
            return TypeText(fill_text(part, named))
        case Verb.OPEN_APP:
            return OpenApp(fill_text(part, named))
        case Verb.OPEN_URL:
            return OpenUrl(_address(part, named))
        case Verb.HTTP:
            method = str(dict(recipe.options).get("method", "POST"))
            return CallHttp(part, method, tuple(named.values()))
        case _:
            return CallPython(part, tuple(named.values()))


def _find(name: str, slots: Mapping[str, Slot]) -> Slot:
    if name not in slots:
        raise UnsafeSlotError(f"The command needs {{{name}}}, and nothing was said for it.")
    return slots[name]


def _refuse_controls(slot: Slot) -> None:
    text = str(slot.value)
    if len(text) > LONGEST:
        raise UnsafeSlotError(f"What was said for {{{slot.name}}} is too long.")
    if slot.is_free and any(unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co"} for char in text):
        raise UnsafeSlotError(f"What was said for {{{slot.name}}} holds control characters.")


def _chord(part: str, named: Mapping[str, Slot]) -> str:
    chord = canonical_chord(fill_text(part, named))
    if chord is None:
        raise UnsafeSlotError("There is no such key.")
    return chord


def _times(options: Mapping[str, Plain], named: Mapping[str, Slot]) -> int:
    times = options.get("times", 1)
    if isinstance(times, str):
        times = _find(times.strip("{}"), named).value
    return max(1, min(MOST_TIMES, int(times)))


def _argument(part: str, named: Mapping[str, Slot]) -> str:
    found = MARK.fullmatch(part)
    if found is None:
        return part
    slot = _find(found[1], named)
    text = str(slot.value)
    if slot.is_free and (not text.strip() or text.lstrip().startswith("-") or _PATHS.search(text)):
        raise UnsafeSlotError(f"What was said for {{{slot.name}}} looks like an option or a path.")
    if not slot.is_free and not isinstance(slot.value, str) and slot.value < 0:
        raise UnsafeSlotError(f"A negative number for {{{slot.name}}} would look like an option.")
    return text


def _address(part: str, named: Mapping[str, Slot]) -> str:
    """Fill an address; only a list's own value may be more than one quoted piece of it."""
    whole = MARK.fullmatch(part)
    if whole is not None and not _find(whole[1], named).is_free:
        address = str(named[whole[1]].value)
    else:
        address = MARK.sub(lambda found: quote(str(_find(found[1], named).value), safe=""), part)
    split = urlsplit(address)
    if split.scheme not in {"http", "https"} or not split.hostname or split.hostname != _host(part, address):
        raise UnsafeSlotError("That is not the address of a web page.")
    return address


def _host(part: str, address: str) -> str | None:
    """Return the host that the pack itself wrote down, or that of the list's value."""
    return urlsplit(address if MARK.fullmatch(part) else MARK.sub("x", part)).hostname
