"""Long speech is cut at a pause, and never runs too long."""

import numpy as np
import pytest

from assistant.hear.cutter import LOOK_AHEAD, STEP, Cutter
from assistant.values.audio import SAMPLE_RATE


def cuts(levels: list[tuple[float, float]], longest_s: float = 6.0) -> list[float]:
    """Return where, in seconds, noise is cut whose (seconds, level) are given."""
    noise = np.random.default_rng(0)
    samples = np.concatenate([noise.normal(0, level, int(s * SAMPLE_RATE)) for s, level in levels])
    cutter = Cutter(longest_s)
    steps = range(0, len(samples) - STEP + 1, STEP)
    known = [at + STEP for at in steps if cutter.feed(samples[at : at + STEP].astype(np.int16))]
    return [(at - LOOK_AHEAD) / SAMPLE_RATE for at in known]


def test_short_speech_is_not_cut() -> None:
    assert cuts([(2.5, 3000), (0.5, 3), (0.8, 3000)]) == []


def test_a_pause_in_the_last_third_is_taken() -> None:
    (cut,) = cuts([(4.5, 3000), (0.4, 3), (3, 3000)])
    assert 4.55 < cut < 4.85


def test_of_the_pauses_the_one_as_quiet_as_those_before_is_taken() -> None:
    # a pause at 1 s shows how quiet it can be; the murmur at 4.3 s is not, the pause at 5.2 s is
    (cut,) = cuts([(1, 3000), (0.4, 3), (2.9, 3000), (0.3, 800), (0.6, 3000), (0.4, 3), (2, 3000)])
    assert 5.2 < cut < 5.6


def test_speech_without_a_pause_is_cut_where_it_has_to_be() -> None:
    found = cuts([(30, 3000)])
    pieces = np.diff([0.0, *found, 30.0])
    assert pieces.max() <= 6.0
    assert pieces[:-1].min() >= 3.9


@pytest.mark.parametrize("seed", range(5))
def test_no_piece_is_too_long_whatever_is_heard(seed: int) -> None:
    random = np.random.default_rng(seed)
    levels = [(float(random.uniform(0.05, 1)), float(random.choice([0, 3, 100, 3000]))) for _ in range(60)]
    found = cuts(levels)
    pieces = np.diff([0.0, *found])
    assert (pieces <= 6.0 + 1e-9).all()
    assert (pieces >= 3.9).all()
