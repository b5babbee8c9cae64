import random
import re
from pathlib import Path

import pytest

from models.recipe.corpus.phrases import (
    Prompt,
    cardinal,
    commands,
    digits,
    excerpts,
    expand,
    fixed_commands,
    numbers,
    ordinary,
    product_examples,
    sentences,
    written,
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


def test_the_assistant_s_own_examples_are_known_as_the_model_writes_them() -> None:
    found = product_examples()
    assert len(found) > 150
    assert {"undo that", "set a timer for ten minutes", "switch to firefox"} <= set(found)
    assert all(re.fullmatch(r"[a-z']+( [a-z']+)*", text) for text in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What time is it?", "what time is it"),
        ("go to tab 4", "go to tab four"),
        ("50%", None),
        ("naïve", None),
    ],
)
def test_references_are_written_as_the_model_writes_or_not_at_all(text: str, expected: str | None) -> None:
    assert written(text) == expected


def test_excerpts_are_runs_of_words_of_their_texts() -> None:
    texts = ["one two three four five six seven eight nine ten eleven", "a b c d"]
    for prompt in excerpts(random.Random(1), texts, 50):
        assert 3 <= len(prompt.text.split()) <= 9
        assert any(prompt.text in text for text in texts)


def test_every_digit_is_said_as_often_as_any_other() -> None:
    said = [prompt.text for prompt in digits(3)]
    assert len(said) == 30
    assert all(said.count(digit) == 3 for digit in set(said))
    assert len(set(said)) == 10


def test_ordinary_sentences_are_what_wordnet_quotes(tmp_path: Path) -> None:
    lines = {
        "adj": '00001740 00 a 01 able 0 005 | having means; "able to swim"; "she was able to program"',
        "adv": "00001837 02 r 01 a_cappella 0 000 | without musical accompaniment",
        "noun": '00002137 03 n 01 x 0 000 | a thing; "too short"; "it cost \xa3 20 there"; "She had 7 cats."',
        "verb": '00001740 29 v 01 breathe 0 000 | draw air; "I can breathe better"; "I can breathe better"',
    }
    for part, line in lines.items():
        (tmp_path / f"data.{part}").write_text(f"{line}\n", encoding="latin-1")
    found = ordinary(random.Random(1), 10, tmp_path)
    assert sorted(prompt.text for prompt in found) == [
        "able to swim", "i can breathe better", "she had seven cats", "she was able to program"
    ]  # fmt: skip
    assert ordinary(random.Random(1), 2, tmp_path) == ordinary(random.Random(1), 2, tmp_path)
    assert len(ordinary(random.Random(1), 2, tmp_path)) == 2
