"""Commands as tools for the model: closed choices only, and what it asks for is checked to the letter.

A model's call is text. It names a tool that was offered, with exactly the arguments that its schema has,
each one of a list or a number of a range; anything else is no call. Even then it goes through the same
gate as speech.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.values.commands.deed import Plain, Slot
from assistant.values.commands.definition import UNDOABLE, Definition, Filling, SlotList
from assistant.values.consult import Called, Tool

LONGEST = 2000
"""Characters that the arguments of a call may have."""
MOST_CHOICES = 200
"""A list longer than this is no closed choice but a dictionary."""


@dataclass(frozen=True, slots=True)
class Capability:
    """A command that may be offered, with the list behind each of its slots."""

    definition: Definition
    slots: Mapping[str, SlotList]


class Offer:
    """The tools of one request."""

    def __init__(self, capabilities: Iterable[Capability]) -> None:
        """Offer those that are harmless or can be taken back, and leave nothing to be written freely."""
        fit = [each for each in capabilities if _is_fit(each)]
        self._by_name = {_name(each.definition.name): each for each in fit}

    @property
    def names(self) -> tuple[str, ...]:
        """What the tools are called."""
        return tuple(self._by_name)

    @property
    def tools(self) -> tuple[Tool, ...]:
        """Return them as the model gets them."""
        return tuple(
            Tool(name, _description(each.definition), json.dumps(_schema(each), ensure_ascii=False))
            for name, each in self._by_name.items()
        )

    def read(self, called: Called) -> tuple[str, tuple[Slot, ...]] | None:
        """Return the command that a call is for, with its slots; None for anything that was not offered."""
        capability = self._by_name.get(called.tool)
        if capability is None or len(called.arguments) > LONGEST:
            return None
        try:
            given = json.loads(called.arguments or "{}")
        except (ValueError, RecursionError):
            return None
        if not isinstance(given, dict) or set(given) != set(capability.slots):
            return None
        if not all(_holds(capability.slots[name], value) for name, value in given.items()):
            return None
        slots = (Slot(name, _out(capability.slots[name], value)) for name, value in given.items())
        return capability.definition.name, tuple(slots)


def _is_fit(each: Capability) -> bool:
    command = each.definition
    is_closed = all(
        slot.filling is Filling.NUMBER
        or (slot.filling is Filling.CHOICE and 0 < len(slot.choices) <= MOST_CHOICES)
        for slot in each.slots.values()
    )
    return command.is_tool and command.danger <= UNDOABLE and command.recipe is not None and is_closed


def _name(command: str) -> str:
    return command.replace(".", "__")


def _description(definition: Definition) -> str:
    phrasing = definition.phrasing("en") or definition.phrasings[0]
    said = (phrasing.examples or phrasing.templates)[:2]
    return "; ".join(each.rstrip(".") for each in said)


def _schema(each: Capability) -> dict[str, object]:
    return {
        "type": "object",
        "properties": {name: _values(slot) for name, slot in each.slots.items()},
        "required": list(each.slots),
        "additionalProperties": False,
    }


def _values(slot: SlotList) -> dict[str, object]:
    if slot.filling is Filling.NUMBER:
        return {"type": "integer", "minimum": slot.low, "maximum": slot.high}
    return {"enum": list(_choices(slot))}


def _choices(slot: SlotList) -> dict[str, Plain]:
    """Return what the model may say for a choice, and what it is: 60 is `minutes` to a model."""
    words: dict[Plain, str] = {}
    for choice in slot.choices:
        spoken = choice.spoken("en")
        if choice.out not in words or spoken:  # other languages name the same choices once more
            words[choice.out] = str(choice.out) if isinstance(choice.out, str) or not spoken else spoken[-1]
    return {word: out for out, word in words.items()}


def _holds(slot: SlotList, value: object) -> bool:
    """Tell whether the schema allows `value`: `true` is no 1, and 1.0 is no 1 either."""
    if slot.filling is Filling.NUMBER:
        return type(value) is int and slot.low <= value <= slot.high
    return isinstance(value, str) and value in _choices(slot)


def _out(slot: SlotList, value: Plain) -> Plain:
    return value if slot.filling is Filling.NUMBER else _choices(slot)[str(value)]
