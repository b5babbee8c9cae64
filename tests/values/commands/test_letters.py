"""Letters, however they are spelt."""

import pytest

from assistant.values.commands.letters import spelt


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("k u b e", "kube"),
        ("K U B E.", "kube"),
        ("ABC", "abc"),
        ("capital k u b e", "Kube"),
        ("alpha bravo seven", "ab7"),
        ("double u see dash two", "wc-2"),
        ("a at b dot c", "a@b.c"),
        ("大写 a 零 b", "A0b"),
        ("hello", None),
        ("it out for me please", None),
        ("我", None),
        ("...", None),
        ("", None),
    ],
)
def test_letters_are_put_together_and_words_are_none(said: str, word: str | None) -> None:
    assert spelt(said) == word
