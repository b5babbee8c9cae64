import pytest

from assistant.act.repair.likeness import difference, is_second_attempt
from assistant.act.repair.phrases import spoken_repair
from assistant.values.action import OfferCorrection, PickCorrection, RememberCorrection, Repair, TakeBack


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Scratch that.", TakeBack(1)),
        ("delete that", TakeBack(1)),
        ("删掉这句。", TakeBack(1)),
        ("undo the last three", TakeBack(3)),
        ("scratch the last two sentences", TakeBack(2)),
        ("删掉最后三句", TakeBack(3)),
        ("Correct that", OfferCorrection()),
        ("更正这句", OfferCorrection()),
        ("记住这个词", RememberCorrection()),
        *(
            (text, None)
            for text in (
                *(
                    "scratch that idea",
                    "please scratch that",
                    "choose two",
                    "选第二个",
                    "",
                    "删掉这句话里的词",
                ),
                *("correct that mistake", "undo the last hundred", "delete"),
            )
        ),
    ],
)
def test_only_a_whole_utterance_is_a_phrase_of_repair(said: str, meant: Repair | None) -> None:
    assert spoken_repair(said) == meant


@pytest.mark.parametrize(
    ("said", "number"),
    [("Choose two.", 2), ("take the first", None), ("option 1", 1), ("选第三个", 3), ("第二个", 2)],
)
def test_a_choice_is_understood_while_something_is_offered(said: str, number: int | None) -> None:
    assert spoken_repair(said, is_offered=True) == (None if number is None else PickCorrection(number))


@pytest.mark.parametrize(
    ("before", "after", "is_again"),
    [
        ("We meet at the cafe on Friday.", "We meet at the café on Friday", True),
        ("send it to bob by monday", "send it to Rob by Monday", True),
        ("明天上午我们去开会", "明天上午我们去开惠", True),
        ("Send it to Bob.", "send it to Bob", False),  # the same words
        ("yes", "yes please", False),
        ("open the window please", "close the door tomorrow", False),
        ("I went to the market this morning.", "Then I came home and had lunch.", False),
    ],
)
def test_a_second_attempt_is_nearly_the_same(before: str, after: str, is_again: bool) -> None:
    assert is_second_attempt(before, after) is is_again


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("send it to bob now", "send it to Rob now", ("bob", "Rob")),
        ("use cooper netties here", "use Kubernetes here", ("cooper netties", "Kubernetes")),
        ("我喜欢派森语言", "我喜欢拍森语言", ("派", "拍")),
        ("one two three", "one three", None),  # a word is missing: nothing about words
        ("a b c d", "x b c y", None),  # two places
        ("same", "Same", None),
    ],
)
def test_what_was_corrected(before: str, after: str, words: tuple[str, str] | None) -> None:
    assert difference(before, after) == words
