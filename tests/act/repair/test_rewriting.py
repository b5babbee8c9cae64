"""What becomes of texts by commands."""

import pytest

from assistant.act.repair.rewriting import cased, find_last, last_sentence, replaced


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("upper", "GOOD MORNING, O'NEIL"),
        ("lower", "good morning, o'neil"),
        ("capital", "Good Morning, O'Neil"),
    ],
)
def test_capitals(style: str, text: str) -> None:
    assert cased("good Morning, o'Neil", style) == text


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("tea, and tea again", "tea", "tea"),
        ("One, two. Three", "two three", "two. Three"),
        ("teatime", "tea", None),
        ("今天下午三点开会。", "三点开会", "三点开会"),
        ("今天，下午", "今天下午", "今天，下午"),
        ("anything", "...", None),
        ("a (b) c", "b", "b"),
    ],
)
def test_the_last_place_of_words_is_found(text: str, words: str, found: str | None) -> None:
    place = find_last(text, words)
    assert (text[place[0] : place[1]] if place else None) == found
    if place and words == "tea":
        assert place[0] == text.rindex("tea")


@pytest.mark.parametrize(
    ("text", "old", "new", "after"),
    [
        ("See you on Monday.", "monday", "tuesday", "See you on Tuesday."),
        ("buy tea and tea", "tea", "milk", "buy tea and milk"),
        ("the NASA file", "nasa", "the agency", "the the agency file"),
        ("星期一见", "星期一", "星期二", "星期二见"),
        ("nothing here", "tea", "milk", None),
    ],
)
def test_words_are_replaced_once_and_keep_the_capital_of_their_place(
    text: str, old: str, new: str, after: str | None
) -> None:
    assert replaced(text, old, new) == after


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. Two three.", "Two three."),
        ("One. Two three", "Two three"),
        ("only this ", "only this"),
        ("他来了。我走了！", "我走了！"),
        ("first line\nsecond line", "second line"),
        ("", None),
        ("  ", None),
    ],
)
def test_the_last_sentence(text: str, sentence: str | None) -> None:
    place = last_sentence(text)
    assert (text[place[0] : place[1]] if place else None) == sentence
