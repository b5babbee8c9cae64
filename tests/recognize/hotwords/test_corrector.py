"""Hotwords are put where they were said, and nowhere else."""

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.recognize.detokenize import text_of
from assistant.recognize.hotwords.corrector import HotwordCorrector
from assistant.recognize.hotwords.network import Node, compile_network
from assistant.recognize.hotwords.word_list import Hotword, parse
from assistant.recognize.hotwords.writing import Swap
from assistant.recognize.phrases.spelling import Speller
from assistant.recognize.reading.piece import Piece
from tests.recognize.hotwords.lattice import BLANK, PIECES, Frame, W, emissions, greedy

Frames = Sequence[Frame | str]

TORN: Frames = [
    f"{W}the",
    BLANK,
    {f"{W}call": 0.5, f"{W}Kal": 0.3, f"{W}kal": 0.1},
    {"ed": 0.6, "di": 0.3},
    BLANK,
    f"{W}to",
]
"""`called`, where `Kaldi` is half as probable."""


def corrected(frames: Frames, text: str) -> tuple[str, tuple[Swap, ...]]:
    listed = parse(text)
    assert not listed.problems
    given_ = emissions(frames)
    pieces, swaps = HotwordCorrector(listed.hotwords, PIECES).correct(given_, greedy(given_))
    return text_of(piece.text for piece in pieces), swaps


def test_a_word_that_was_nearly_written_is_found_in_the_lattice() -> None:
    assert text_of(piece.text for piece in greedy(emissions(TORN))) == "the called to"
    text, swaps = corrected(TORN, "Kaldi")
    assert text == "the Kaldi to"
    assert swaps == (Swap("called", "Kaldi", 2, 3, "lattice"),)


def test_a_weight_says_how_much_it_may_lose() -> None:
    assert corrected(TORN, "Kaldi :0.2") == ("the called to", ())
    assert corrected(TORN, "Kaldi :0") == ("the called to", ())
    assert corrected(TORN, "Kaldi :1")[0] == "the Kaldi to"


def test_a_word_that_the_model_is_sure_of_stays() -> None:
    sure: Frames = [f"{W}the", {f"{W}called": 0.99, f"{W}Kal": 0.005}, {BLANK: 0.99, "di": 0.005}]
    assert corrected(sure, "Kaldi") == ("the called", ())


def test_every_spelling_and_every_case_is_listened_for() -> None:
    letters: Frames = [{f"{W}call": 0.5, f"{W}kal": 0.4}, {BLANK: 0.5, "d": 0.4}, {"ed": 0.5, "i": 0.4}]
    assert corrected(letters, "KALDI")[0] == "KALDI"


def test_words_are_replaced_whole() -> None:
    """Half of `talking` is no place for `talk`: what follows would be left hanging."""
    frames: Frames = [{f"{W}to": 0.5, f"{W}talk": 0.4}, {"ing": 0.9, BLANK: 0.001}]
    assert corrected(frames, "talk :1") == ("toing", ())
    assert corrected([frames[0], {"ing": 0.5, BLANK: 0.4}], "talk :2")[0] == "talk"


def test_nothing_is_added_where_nothing_was_written() -> None:
    frames: Frames = [f"{W}the", {BLANK: 0.5, f"{W}Kal": 0.4}, {BLANK: 0.5, "di": 0.4}, f"{W}to"]
    assert corrected(frames, "Kaldi :5") == ("the to", ())


def test_a_short_word_does_not_swell_into_a_long_one() -> None:
    frames: Frames = [{f"{W}so": 0.5, f"{W}some": 0.4}, {BLANK: 0.5, "one": 0.4}]
    assert corrected(frames, "someone :3") == ("so", ())


def test_of_two_that_overlap_the_more_probable_is_taken() -> None:
    frames: Frames = [
        {f"{W}call": 0.5, f"{W}Kal": 0.3, f"{W}talk": 0.01},
        {"ed": 0.5, "di": 0.3, "ing": 0.01},
    ]
    assert corrected(frames, "talking :3\nKaldi :3")[0] == "Kaldi"


@pytest.mark.parametrize(
    ("said", "listed", "text"),
    [
        (["去", "定", "太", "峰"], "鼎泰丰", "去鼎泰丰"),
        (["我", "去", "定", "太", "丰"], "鼎泰丰 ~~~ 我", "我去定太丰"),
    ],
)
def test_chinese_that_sounds_the_same_is_put_right_where_the_model_was_unsure(
    said: list[str], listed: str, text: str
) -> None:
    unsure: Frames = [{piece: 0.7} for piece in said]
    assert corrected(unsure, listed)[0] == text
    assert corrected(list(said), "鼎泰丰")[1] == ()


def test_english_that_sounds_the_same_is_put_right_where_the_model_was_unsure() -> None:
    torn: Frames = [{f"{W}cap": 0.7}, {"s": 0.7}, BLANK, {f"{W}right": 0.7}, {"er": 0.7}, "."]
    text, swaps = corrected(torn, "CapsWriter :0")
    assert text == "CapsWriter."
    assert [(swap.before, swap.why) for swap in swaps] == [("caps righter", "sound")]
    sure = [next(iter(frame)) if isinstance(frame, dict) else frame for frame in torn]
    assert corrected(sure, "CapsWriter :0") == ("caps righter.", ())


def test_two_that_sound_the_same_are_none() -> None:
    torn: Frames = [{f"{W}cap": 0.7}, {"s": 0.7}, {f"{W}right": 0.7}, {"er": 0.7}]
    assert corrected(torn, "CapsWriter :0\nCapsRider :0")[1] == ()


def test_another_writing_counts_however_sure_the_model_is() -> None:
    said: Frames = [f"{W}the", f"{W}call", "ed", ",", f"{W}to"]
    assert corrected(said, "Kaldi :0 | called")[0] == "the Kaldi, to"
    assert corrected(said, "Kaldi :0 | the called")[0] == "Kaldi, to"
    assert corrected(said, "Kaldi :0 | called ~~~ the") == ("the called, to", ())


def test_its_own_capitals_are_given_to_a_long_word_and_not_to_a_short_one() -> None:
    said: Frames = [f"{W}kal", "di", f"{W}to"]
    assert corrected(said, "KalDi\nTO") == ("KalDi to", (Swap("kaldi", "KalDi", 0, 1, "alias"),))
    assert corrected([f"{W}Kal", "di"], "kaldi") == ("Kaldi", ())  # it may begin a sentence


def test_words_share_the_frames_of_what_they_replace() -> None:
    given_ = emissions([f"{W}the", f"{W}call", "ed", BLANK, f"{W}to"])
    listed = parse("Kal Di :0 | called").hotwords
    pieces, _ = HotwordCorrector(listed, PIECES).correct(given_, greedy(given_))
    assert [(piece.text, piece.first, piece.last) for piece in pieces] == [
        (f"{W}the", 0, 0),
        (f"{W}Kal", 1, 1),
        (f"{W}Di", 2, 2),
        (f"{W}to", 4, 4),
    ]


def test_a_hotword_after_chinese_brings_no_space_of_its_own() -> None:
    assert corrected(["去", "定", "太", "丰", "我"], "Kaldi :0 | 定太丰")[0] == "去Kaldi我"


def test_a_word_that_the_vocabulary_cannot_spell_is_not_listened_for_and_harms_nothing() -> None:
    assert corrected(TORN, "Željko\nKaldi")[0] == "the Kaldi to"


@given(
    st.lists(
        st.dictionaries(st.sampled_from(PIECES), st.floats(0.01, 0.3), min_size=1, max_size=8), max_size=12
    ),
    st.lists(
        st.sampled_from(["Kaldi", "someone", "talking", "the call", "鼎泰丰", "CapsWriter"]), unique=True
    ),
    st.floats(0, 9),
)
def test_whatever_is_said_what_is_changed_is_told(
    frames: list[Frame], words: list[str], weight: float
) -> None:
    given_ = emissions(frames)
    before = greedy(given_)
    corrector = HotwordCorrector([Hotword(word, weight) for word in words], PIECES)
    after, swaps = corrector.correct(given_, before)
    assert (after == before) == (not swaps)
    assert all(swap.after in {*words, *(word.capitalize() for word in words)} for swap in swaps)
    _in_order(after, len(frames))


def _in_order(pieces: tuple[Piece, ...], frames: int) -> None:
    assert all(0 <= piece.first <= piece.last < frames for piece in pieces)
    assert all(one.first <= other.first for one, other in pairwise(pieces))


def test_a_long_word_has_many_spellings_and_few_places(data: Path) -> None:
    """In the real vocabulary, with pieces in either case, one by one they would never come to an end."""
    pieces = json.loads((data / "sensevoice" / "tokens.json").read_text(encoding="utf-8"))
    network = compile_network([Hotword("hydrochlorothiazide"), Hotword("Wojciechowski")], Speller(pieces))
    seen: dict[int, Node] = {}
    waiting = [network.root]
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen[id(node)] = node
            waiting += node.kids.values()
    assert len(network.phrases) == 2
    assert 20 < len(seen) < 2000
