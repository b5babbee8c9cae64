"""Greedy CTC against the definition, and the words that come of it."""

from itertools import groupby

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.recognize import ctc, timings
from assistant.recognize.ports import Emissions
from assistant.recognize.reading.piece import spell
from assistant.recognize.vocabulary import Vocabulary
from assistant.values.transcript import Word

W = "\u2581"


def emissions(best: list[int], scores: list[float] | None = None) -> Emissions:
    ids = np.array(best, np.int32)
    probabilities = np.array(scores or [0.5] * len(best), np.float32)
    log = np.log(probabilities)
    return Emissions(np.zeros((4, 9), np.float32), ids, log, ids[:, None], log[:, None])


@given(st.lists(st.integers(0, 3), max_size=30), st.integers(0, 3))
def test_collapsing_is_the_definition(best: list[int], blank: int) -> None:
    tokens = ctc.collapse(emissions(best), blank)
    assert [token.id for token in tokens] == [token for token, _ in groupby(best) if token != blank]
    assert all(set(best[token.first : token.last + 1]) == {token.id} for token in tokens)


def test_score_is_the_best_frame_of_the_run() -> None:
    tokens = ctc.collapse(emissions([0, 5, 5, 5, 0, 5], [0.9, 0.2, 0.8, 0.3, 0.9, 0.4]))
    assert [(token.id, token.first, token.last) for token in tokens] == [(5, 1, 3), (5, 5, 5)]
    assert [token.score for token in tokens] == pytest.approx([0.8, 0.4])


def words(*said: str, start: int = 0, stop: int = 10**6) -> list[str]:
    return [word.text for word in located(*said, start=start, stop=stop)]


def located(*said: str, start: int = 0, stop: int = 10**6) -> tuple[Word, ...]:
    """Words of pieces said one a frame; an empty piece is a blank frame."""
    vocabulary = Vocabulary.of(dict.fromkeys(("<unk>", *said)))
    tokens = [
        ctc.Token(vocabulary.pieces.index(piece), frame, frame, 1.0 - frame / 100)
        for frame, piece in enumerate(said)
        if piece
    ]
    return timings.words(spell(tokens, vocabulary), start, stop)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((f"{W}hel", "lo", f"{W}world"), ["hello", "world"]),
        ((f"{W}don", "'", "t"), ["don't"]),
        (("中", "文", "字"), ["中", "文", "字"]),
        (("私", "は", "カ", "ー"), ["私", "は", "カ", "ー"]),
        ((f"{W}안녕", "하세요", f"{W}세계"), ["안녕하세요", "세계"]),
        (("用", f"{W}i", "phone", "打"), ["用", "iphone", "打"]),
        (("用", "A", "I", "打"), ["用", "AI", "打"]),
        ((f"{W}yes", ",", f"{W}no", "."), ["yes,", "no."]),
        (("好", "，", "走", "。"), ["好，", "走。"]),
        (("好", "。", "O", "K"), ["好。", "OK"]),
        ((W, "A", W, "中"), ["A", "中"]),
        (("说", "「", "你", "好", "」", "。"), ["说", "「你", "好」。"]),
        ((f"{W}say", f"{W}(", "yes", ")"), ["say", "(yes)"]),
        (("2", "0", "2", "4", "年", "1", "2", "月"), ["2024", "年", "12", "月"]),
        ((f"{W}저는", f"{W}i", "phone", "을", W, "2", "개"), ["저는", "iphone을", "2개"]),
        (("カ", "メ", "ラ", W, "B", "1", "、", "買", "う"), ["カ", "メ", "ラ", "B1、", "買", "う"]),
        ((f"{W}3", ".", "5"), ["3.5"]),
        (("3", "月"), ["3", "月"]),
        (("<|en|>", f"{W}hi", "<unk>", "</s>"), ["hi"]),
        ((f"{W}", "."), ["."]),
        ((), []),
    ],
)
def test_words(said: tuple[str, ...], expected: list[str]) -> None:
    assert words(*said) == expected


def test_a_frame_is_centred_at_60_i_plus_12_5_milliseconds() -> None:
    [first, second] = located("", "中", "文")
    assert (first.start + first.stop) // 2 == 960 + 200
    assert (first.start, first.stop) == (960 + 200 - 480, 960 + 200 + 480)
    assert second.start == first.stop


def test_times_count_from_the_start_of_the_source_and_stay_inside_the_piece() -> None:
    [word] = located("中", start=5000, stop=5300)
    assert (word.start, word.stop) == (5000, 5300)


def test_punctuation_moves_neither_the_end_nor_the_score_of_its_word() -> None:
    [word] = located(f"{W}yes", "", "", ".")
    assert (word.text, word.stop, word.score) == ("yes.", 200 + 480, 1.0)


def test_score_is_the_mean_of_the_tokens() -> None:
    [word] = located(f"{W}a", "b", "c")
    assert word.score == pytest.approx((1.0 + 0.99 + 0.98) / 3)
