"""Commands as tools: closed choices, and calls checked to the letter."""

import json

import pytest

from assistant.consult.offer import Capability, Offer
from assistant.values.commands.deed import Slot
from assistant.values.commands.definition import (
    Choice,
    Definition,
    Filling,
    Phrasing,
    Place,
    Recipe,
    SlotList,
    Verb,
)
from assistant.values.consult import Called
from tests.support.commands import builtin_router

NUMBER = SlotList("n", Filling.NUMBER, low=1, high=9)
CHOICE = SlotList(
    "side", Filling.CHOICE, (Choice("left", (("en", ("left",)),)), Choice(2, (("en", ("second", "2nd")),)))
)
FREE = SlotList("text", Filling.FREE)


def capability(danger: int = 0, *, is_tool: bool = True, **slots: SlotList) -> Capability:
    recipe = Recipe(Verb.BUILTIN, ("window.snap",))
    phrasing = (Phrasing("en", ("snap",), ("Snap left.",)),)
    definition = Definition(
        "window.snap", phrasing, recipe, Place("w.toml"), danger=danger, is_tool=is_tool, is_fuzzy=False
    )
    return Capability(definition, slots)


@pytest.mark.parametrize(
    "refused",
    [capability(2), capability(3), capability(is_tool=False), capability(text=FREE)],
)
def test_dangerous_commands_and_those_with_free_words_are_no_tools(refused: Capability) -> None:
    assert Offer([refused]).tools == ()


def test_a_tool_has_a_schema_with_nothing_left_open() -> None:
    (tool,) = Offer([capability(n=NUMBER, side=CHOICE)]).tools
    assert (tool.name, tool.description) == ("window__snap", "Snap left")
    assert json.loads(tool.parameters) == {
        "type": "object",
        "properties": {
            "n": {"type": "integer", "minimum": 1, "maximum": 9},
            "side": {"enum": ["left", "2nd"]},
        },
        "required": ["n", "side"],
        "additionalProperties": False,
    }


def test_a_call_that_fits_is_read() -> None:
    offer = Offer([capability(n=NUMBER, side=CHOICE)])
    found = offer.read(Called("window__snap", '{"n": 9, "side": "left"}'))
    assert found == ("window.snap", (Slot("n", 9), Slot("side", "left")))
    found = offer.read(Called("window__snap", '{"n": 1, "side": "2nd"}'))
    assert found == ("window.snap", (Slot("n", 1), Slot("side", 2)))


@pytest.mark.parametrize(
    "arguments",
    [
        '{"n": 9}',
        '{"n": 9, "side": "left", "more": 1}',
        '{"n": 0, "side": "left"}',
        '{"n": 10, "side": "left"}',
        '{"n": "9", "side": "left"}',
        '{"n": 9.0, "side": "left"}',
        '{"n": true, "side": "left"}',
        '{"n": 9, "side": "Left"}',
        '{"n": 9, "side": "2"}',
        '{"n": 9, "side": "left; rm -rf /"}',
        '{"n": 9, "side": null}',
        '{"n": 9, "side": ["left"]}',
        "[]",
        "9",
        "null",
        "",
        "{",
        '{"n": 9, "side": "' + "x" * 3000 + '"}',
    ],
)
def test_anything_else_is_no_call(arguments: str) -> None:
    assert Offer([capability(n=NUMBER, side=CHOICE)]).read(Called("window__snap", arguments)) is None


def test_of_the_built_in_commands_only_harmless_ones_are_offered() -> None:
    offered = builtin_router().offered(None)
    offer = Offer(Capability(*each) for each in offered)
    assert len(offer.names) > 5
    assert all(definition.danger < 2 for definition, _ in offered)
    for tool in offer.tools:
        assert json.loads(tool.parameters)["additionalProperties"] is False
