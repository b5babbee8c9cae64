"""The file of hotwords: what a line may say, and what is told about one that says nonsense."""

from pathlib import Path

import pytest

from assistant.recognize.hotwords.word_list import MOST, Hotword, parse

TERMS = Path(__file__).with_name("terms.txt")


@pytest.mark.parametrize(
    ("line", "hotword"),
    [
        ("Kubernetes", Hotword("Kubernetes")),
        ("  Goldman   Sachs ", Hotword("Goldman Sachs")),
        ("Kaldi :3.5", Hotword("Kaldi", 3.5)),
        ("Kaldi : 0", Hotword("Kaldi", 0.0)),
        ("Claude | cloud code | Clod", Hotword("Claude", aliases=("cloud code", "Clod"))),
        (
            "Claude :2 | cloud ~~~ weather, sky，rain",
            Hotword("Claude", 2.0, ("cloud",), ("weather", "sky", "rain")),
        ),
        ("鼎泰丰 | 顶太峰", Hotword("鼎泰丰", aliases=("顶太峰",))),
        ("C#", Hotword("C#")),
        ("C# :2 # the language", Hotword("C#", 2.0)),
        ("12:30", Hotword("12:30")),
    ],
)
def test_a_line(line: str, hotword: Hotword) -> None:
    found = parse(f"# a comment\n\n{line}\n")
    assert (found.hotwords, found.problems) == ((hotword,), ())


def test_a_mark_of_byte_order_is_no_letter() -> None:
    assert parse("\ufeffKaldi\n").hotwords == (Hotword("Kaldi"),)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("good\nKaldi :strong", "2: has a weight that is not a number from 0 to 9"),
        ("good\nKaldi :10", "2: has a weight that is not a number from 0 to 9"),
        ("good\nKaldi :nan", "2: has a weight that is not a number from 0 to 9"),
        ("good\n---", "2: holds no word"),
        ("good\n| alias", "2: holds no word"),
        ("good\nKaldi |", "2: names no other writing after |"),
        ("good\nKaldi ~~~ ", "2: names no word after ~~~"),
        ("good\nGood", "2: stands in the list already"),
        ("good\n" + "x" * 61, "2: holds more than 60 characters; put long texts into the snippets"),
    ],
)
def test_a_line_that_says_nonsense_is_told_with_its_number_and_the_others_count(
    text: str, problem: str
) -> None:
    found = parse(text)
    assert found.problems == (problem,)
    assert found.hotwords == (Hotword("good"),)


def test_a_list_has_an_end() -> None:
    found = parse("\n".join(f"word{number}" for number in range(MOST + 1)))
    assert len(found.hotwords) == MOST
    assert found.problems == (f"{MOST + 1}: is one too many; {MOST} at most",)


def test_what_forbids_a_hotword() -> None:
    claude = Hotword("Claude", not_beside=("weather", "天气"))
    assert claude.may_stand_in("ask cloud about it")
    assert not claude.may_stand_in("the Weather and the cloud")
    assert not claude.may_stand_in("今天天气")


def test_a_list_shows_no_words() -> None:
    assert "Kaldi" not in repr(parse("Kaldi | caldy ~~~ called\nKaldi\n"))


def test_two_hundred_terms_are_read_without_a_complaint() -> None:
    found = parse(TERMS.read_text(encoding="utf-8"))
    assert found.problems == ()
    assert len(found.hotwords) >= 199
