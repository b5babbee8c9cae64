"""The lists and rules of a pack: what a `{slot}` may hold."""

from collections.abc import Collection

from assistant.devices.packs.fields import FieldError, Table, flag, number, only, tables, text, texts
from assistant.values.commands.deed import Plain
from assistant.values.commands.definition import Choice, Filling, SlotList

LANGUAGES = ("en", "zh", "yue", "ja", "ko")
"""What SenseVoice hears."""
EVERY = "*"
_KINDS = ("values", "range", "words")
_MOST_NUMBERS = 1001
_LONGEST_FREE = 100


def slot_list(name: str, table: Table) -> SlotList:
    """Return the list `[lists.name]`. Raises FieldError."""
    only(table, (*_KINDS, "extend", "spelt"))
    kinds = [kind for kind in _KINDS if kind in table]
    if len(kinds) != 1:
        raise FieldError("a list has either values, or a range = { from = 1, to = 9 }, or words = 20")
    if kinds == ["words"]:
        longest, is_spelt = (
            number(table, "words", 20, (1, _LONGEST_FREE)),
            flag(table, "spelt", default=False),
        )
        return SlotList(name, Filling.FREE, longest=longest, is_spelt=is_spelt)
    if kinds == ["range"]:
        return _range(name, tables(table, "range"))
    values = table["values"]
    if not isinstance(values, list) or not values:
        raise FieldError("values has to be a list with something in it")
    choices = tuple(_choice(value) for value in values)
    return SlotList(name, Filling.CHOICE, choices, is_extension=flag(table, "extend", default=False))


def rules(table: Table) -> tuple[tuple[str, str, str], ...]:
    """Return `[rules.en]`: language, name and template of each. Raises FieldError."""
    only(table, (*LANGUAGES, EVERY))
    found = []
    for language in table:
        names = tables(table, language)
        found += [(language, name, text(names, name)) for name in names]
    return tuple(found)


def languages_of(table: Table, keys: Collection[str] = LANGUAGES) -> dict[str, tuple[str, ...]]:
    """Return the texts of each language in a table. Raises FieldError."""
    return {key: texts(table, key) for key in table if key in keys}


def _range(name: str, table: Table) -> SlotList:
    only(table, ("from", "to", "step"))
    low, high = number(table, "from", 0, (0, 10**6)), number(table, "to", 0, (0, 10**6))
    step = number(table, "step", 1, (1, 10**6))
    if low >= high or (high - low) // step >= _MOST_NUMBERS:
        raise FieldError(f"range has to go upwards, over at most {_MOST_NUMBERS} numbers")
    return SlotList(name, Filling.NUMBER, low=low, high=high, step=step)


def _choice(value: object) -> Choice:
    if isinstance(value, str) and value.strip():
        return Choice(value, ((EVERY, (value,)),))
    if not isinstance(value, dict):
        raise FieldError("each of the values is a text, or { en = '...', zh = '...', out = '...' }")
    only(value, (*LANGUAGES, EVERY, "out"))
    said = languages_of(value, (*LANGUAGES, EVERY))
    first = next((spoken for each in said.values() for spoken in each), None)
    if first is None:
        raise FieldError("each of the values says how it is spoken: { en = '...', out = '...' }")
    return Choice(_plain(value.get("out", first)), tuple(said.items()))


def _plain(value: object) -> Plain:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise FieldError("out has to be a text or a number")
    return value
