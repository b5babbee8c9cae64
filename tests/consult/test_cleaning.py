import pytest

from assistant.consult.cleaning import one_field, visible, without_invisible
from assistant.consult.sentences import Sentences


@pytest.mark.parametrize(
    ("reply", "text"),
    [
        ("<think>hm</think>Yes.", "Yes."),
        ("<THINKING>\nhm\n</thinking>\n\nYes.", "Yes."),
        ("hm, let me see</think> Yes.", "Yes."),
        ("<think>still at it", ""),
        ("Yes, 1 < 2.", "Yes, 1 < 2."),
        ("Yes. <thi", "Yes."),
        ("a\u200bb\u202ec\ufeff\U000e0041d", "abcd"),
        ("👩\u200d💻 and a\u200db", "👩\u200d💻 and ab"),
        ("two\nlines\tand\x07a bell", "two\nlines\tanda bell"),
    ],
)
def test_only_what_is_for_people_is_shown(reply: str, text: str) -> None:
    assert visible(reply) == text


def test_marks_of_direction_and_tags_are_taken_out() -> None:
    assert without_invisible("safe\u2066 \U000e0072\U000e006dtext\u2069") == "safe text"


@pytest.mark.parametrize(
    ("reply", "text"),
    [
        ('{"text": "Hello."}', "Hello."),
        ('<think>{"text": "no"}</think>{"text": "Hello."}', "Hello."),
        ('```json\n{"text": "Hello."}\n```', "Hello."),
        ('{"text": "Hel\\u200blo."}', "Hello."),
        ('{"text": "Hello."', None),
        ('{"text": "Hello.", "run": "rm"}', None),
        ('{"run": "rm"}', None),
        ('["text"]', None),
        ("Hello.", None),
        ("", None),
    ],
)
def test_a_reply_is_one_field_or_nothing(reply: str, text: str | None) -> None:
    assert one_field(reply) == text


def test_sentences_are_said_once_each_while_the_answer_grows() -> None:
    answer = "This is a film. It is **old**, see [here](http://x.y). 它很旧，也很有名，很多人看过。再见"
    sentences, said = Sentences(), list[str]()
    for stop in range(len(answer) + 1):
        said += sentences.grown(answer[:stop])
    said += sentences.rest(answer)
    assert said == ["This is a film.", "It is old, see here.", "它很旧，也很有名，很多人看过。", "再见"]
    assert list(sentences.rest(answer)) == []
