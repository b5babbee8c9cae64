import random
import re

import pytest

from models.recipe.corpus.phrases import (
    Prompt,
    cardinal,
    commands,
    expand,
    fixed_commands,
    numbers,
    sentences,
)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (40, "forty"),
        (99, "ninety nine"),
        (512, "five hundred twelve"),
        (20_019, "twenty thousand nineteen"),
    ],
)
def test_cardinals(number: int, words: str) -> None:
    assert cardinal(number) == words


def test_every_reading_of_a_template_is_reached() -> None:
    pick = random.Random(1)
    readings = {expand("close [the|this] (window|tab)", {}, pick) for _ in range(200)}
    assert readings == {f"close {a}{b}" for a in ("", "the ", "this ") for b in ("window", "tab")}


def test_prompts_hold_nothing_but_lower_case_words() -> None:
    pick = random.Random(1)
    for prompt in commands(pick, 2) + numbers(pick, 300) + sentences(pick, 300):
        assert re.fullmatch(r"[a-z']+( [a-z']+)*", prompt.text), prompt


def test_single_letters_are_given_to_synthesisers_as_capitals() -> None:
    assert Prompt("spell a b", "letters").spoken == "spell, A, B"
    assert Prompt("press control c", "command").spoken == "press control C"
    assert Prompt("take a note", "command").spoken == "take a note"


def test_the_product_s_plainest_commands_are_on_the_closed_list() -> None:
    assert {"new line", "undo that", "close the window", "stop listening"} <= set(fixed_commands())
