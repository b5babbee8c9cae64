"""The arithmetic behind the table of figures."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest
import sentencepiece

from models.recipe.decode import collapse
from models.recipe.table.closed import ClosedList, Fit, align, ctc_scores, worst_word
from models.recipe.table.counting import Score, distance, sounds_alike
from models.recipe.table.hearing import log_probabilities
from models.recipe.table.rejection import MEASURES, reject
from models.recipe.weights import Shape, grown, random_weights
from tests.recipe.numpy_encoder import NumpyEncoder

UNITS = Path(__file__).resolve().parents[2] / "models" / "recipe" / "nano.bpe.model"
CANDIDATES = [[1], [2, 2], [1, 2], [2, 1, 2], [1, 1]]


@pytest.fixture
def frames() -> np.ndarray:
    pick = np.random.default_rng(8)
    return log_probabilities(pick.normal(0, 2, (5, 3)).astype(np.float32))


def paths(frames: np.ndarray, ids: list[int]) -> list[float]:
    """Score every path that says `ids`, one by one."""
    every = product(range(frames.shape[1]), repeat=len(frames))
    rows = np.arange(len(frames))
    return [float(frames[rows, list(path)].sum()) for path in every if collapse(np.array(path)) == ids]


def test_scores_are_the_sum_over_all_paths(frames: np.ndarray) -> None:
    expected = [np.logaddexp.reduce(paths(frames, ids)) for ids in CANDIDATES]
    np.testing.assert_allclose(ctc_scores(frames, CANDIDATES), expected, atol=1e-5)


@pytest.mark.parametrize("ids", CANDIDATES)
def test_the_alignment_is_the_best_of_all_paths(frames: np.ndarray, ids: list[int]) -> None:
    states = align(frames, ids)
    labels = [ids[state // 2] if state % 2 else 0 for state in states]
    assert collapse(np.array(labels)) == ids
    score = frames[np.arange(len(frames)), labels].sum()
    assert score == pytest.approx(max(paths(frames, ids)), abs=1e-5)


def test_the_list_s_best_phrase_wins_and_a_perfect_one_loses_nothing() -> None:
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(UNITS))
    texts = ["open a new window", "close the window", "undo that"]
    ids = pieces.encode("close the window")
    path = [unit for unit in ids for _ in range(2)]
    path = [unit for index, unit in enumerate(path) for unit in ([0, unit] if index % 2 == 0 else [unit])]
    logits = np.full((len(path), pieces.get_piece_size()), -9.0, np.float32)
    logits[np.arange(len(path)), path] = 9
    fit = ClosedList(texts, pieces).fit(log_probabilities(logits))
    assert fit.text == "close the window"
    assert fit.gap == pytest.approx(0, abs=1e-3)
    assert fit.worst == pytest.approx(0, abs=1e-3)
    assert fit.runner_up > 10


def test_one_wrong_word_is_the_worst_word() -> None:
    logits = np.full((6, 4), -9.0, np.float32)
    logits[np.arange(6), [1, 0, 2, 0, 3, 0]] = 9
    frames = log_probabilities(logits)
    right, wrong = (worst_word(frames, ids, [True, True, True]) for ids in ([1, 2, 3], [1, 1, 3]))
    assert right == pytest.approx(0, abs=1e-3)
    assert wrong > 10


def test_the_bar_comes_from_one_half_and_is_applied_to_the_other() -> None:
    def fit(gap: float) -> Fit:
        return Fit("undo", gap, 1.0, gap, 10, 1)

    measure = "gap per unit"
    assert MEASURES[measure](fit(3.0)) == 3.0
    commands = [("undo", fit(1.0)), ("undo", fit(0.5)), ("undo", fit(1.0)), ("redo", fit(0.5))]
    found = reject(commands, {"others": [fit(3.0), fit(9.0), fit(3.0), fit(0.9)]}, measure)
    assert found.bar == pytest.approx(2.0)
    assert (found.accepted, found.right) == (1.0, 0.5)
    assert found.rejected == {"others": 0.5}


def test_errors_are_counted_in_words_and_in_clips() -> None:
    score = Score()
    score.add("open the window", "open window")
    score.add("undo", "undo")
    assert (score.clips, score.wrong, score.words, score.errors) == (2, 1, 4, 1)
    assert score.word_error == 25
    assert score.clip_error == 50
    assert distance("abcd", "bcde") == 2


def test_a_model_grown_deeper_says_the_same_as_before() -> None:
    small, deep = (Shape(16, 4, 32, blocks, 1, 20) for blocks in (2, 4))
    weights = random_weights(small, 3)
    features = np.random.default_rng(4).normal(size=(9, 560))
    before = NumpyEncoder(small, weights).logits(features, [0, 1, 2, 14])
    after = NumpyEncoder(deep, grown(weights, deep)).logits(features, [0, 1, 2, 14])
    np.testing.assert_allclose(after, before, atol=1e-9)


def test_a_longer_phrase_is_not_lost_to_surer_blanks() -> None:
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(UNITS))
    stop, that = pieces.encode("stop"), pieces.encode("stop that")[len(pieces.encode("stop")) :]
    path = [unit for unit in (*stop, *that) for _ in "ab"]
    logits = np.full((len(path), pieces.get_piece_size()), -9.0, np.float32)
    logits[np.arange(len(path)), path] = 9
    heard = np.arange(len(path)) >= 2 * len(stop)
    logits[heard, path[-1]] = 0
    logits[heard, 0] = 1.5  # half heard
    assert ClosedList(["stop", "stop that"], pieces).fit(log_probabilities(logits)).text == "stop that"


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        ("upper case that", "uppercase that", True),
        ("i'm sure", "im sure", True),
        ("paste this", "paste that", False),
    ],
)
def test_what_is_only_written_otherwise_sounds_alike(one: str, other: str, *, are: bool) -> None:
    assert sounds_alike(one, other) is are
