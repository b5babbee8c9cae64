"""Speech is marked at its pauses, cut there once it is long enough, and never runs too long."""

import numpy as np
import pytest

from assistant.hear.divide.cutter import APART, PAUSE, STEP, Cutter, Mark
from assistant.values.audio import SAMPLE_RATE

Levels = list[tuple[float, float]]
"""(seconds, level) of stretches of noise."""
LATENCY = PAUSE * STEP / SAMPLE_RATE
LOUD, HUSH = 3000.0, 3.0


def marks(levels: Levels, eager_s: float = 4.0, longest_s: float = 6.0) -> list[tuple[float, bool]]:
    """Return where, in seconds, such noise is marked, and whether it is cut there."""
    noise = np.random.default_rng(0)
    samples = np.concatenate([noise.normal(0, level, round(s * SAMPLE_RATE)) for s, level in levels])
    cutter = Cutter(eager_s, longest_s)
    found = []
    for at in range(0, len(samples) - STEP + 1, STEP):
        mark = cutter.feed(samples[at : at + STEP].astype(np.int16))
        if mark is not None:
            found.append((round((at + STEP) / SAMPLE_RATE, 2), mark is Mark.CUT))
    return found


def cuts(levels: Levels, longest_s: float = 6.0) -> list[float]:
    """Return where noise is cut that is too lively for pauses to count."""
    return [at for at, is_cut in marks(levels, 1000.0, longest_s) if is_cut]


def test_a_short_piece_is_marked_at_its_pause_and_not_cut() -> None:
    assert marks([(0.3, HUSH), (1, LOUD), (0.4, HUSH), (1, LOUD)]) == [(1.3 + LATENCY, False)]


def test_a_long_piece_is_cut_at_its_pause() -> None:
    assert marks([(0.3, HUSH), (4, LOUD), (0.4, HUSH), (1, LOUD)]) == [(4.3 + LATENCY, True)]


def test_a_pause_is_marked_once_however_long_it_is() -> None:
    assert len(marks([(0.3, HUSH), (1, LOUD), (20, HUSH)], longest_s=40)) == 1


def test_the_closure_before_a_plosive_is_no_pause() -> None:
    assert marks([(0.3, HUSH), (1, LOUD), (0.14, HUSH), (1, LOUD)]) == []


def test_silence_before_anything_was_said_is_no_pause() -> None:
    assert marks([(3, HUSH), (0.04, LOUD), (0.5, HUSH)]) == []


def test_a_breath_belongs_to_the_pause_and_is_no_silence() -> None:
    noise = np.random.default_rng(0)
    cutter = Cutter(4.0, 10.0)
    levels = [HUSH] * 15 + [LOUD] * 50 + [40.0] * 10
    found = [cutter.feed(noise.normal(0, level, STEP).astype(np.int16)) for level in levels]
    assert Mark.PAUSE in found
    assert cutter.silence < 40.0**2


@pytest.mark.parametrize("background", [0.0, 3.0, 30.0, 300.0])
def test_pauses_are_as_quiet_as_the_background_is(background: float) -> None:
    found = marks([(0.3, background), (1, 30 * background + LOUD / 10), (0.4, background), (1, LOUD)])
    assert found == [(1.3 + LATENCY, False)]


def test_marks_are_never_more_than_five_a_second() -> None:
    found = marks([(0.3, HUSH), *[(0.1, LOUD), (0.17, HUSH)] * 200], eager_s=1.0)
    assert len(found) > 100
    assert np.diff([at for at, _ in found]).min() >= APART * STEP / SAMPLE_RATE - 1e-9


def test_a_lively_piece_is_cut_at_the_quietest_place_of_its_last_third() -> None:
    (cut,) = cuts([(4.5, LOUD), (0.4, 800), (3, LOUD)])
    assert 4.6 < cut < 5.0


def test_of_the_quiet_places_the_one_as_quiet_as_those_before_is_taken() -> None:
    # 1 s shows how quiet it can be; the murmur at 4.3 s is not, the place at 5.2 s is
    (cut,) = cuts([(1, LOUD), (0.4, 700), (2.9, LOUD), (0.3, 1200), (0.6, LOUD), (0.4, 700), (2, LOUD)])
    assert 5.3 < cut < 5.7


def test_speech_without_a_pause_is_cut_where_it_has_to_be() -> None:
    found = cuts([(30, LOUD)])
    pieces = np.diff([0.0, *found, 30.0])
    assert pieces.max() <= 6.0
    assert pieces[:-1].min() >= 3.9


@pytest.mark.parametrize("seed", range(5))
def test_no_piece_is_too_long_whatever_is_heard(seed: int) -> None:
    random = np.random.default_rng(seed)
    levels = [(float(random.uniform(0.05, 1)), float(random.choice([0, 3, 100, 3000]))) for _ in range(60)]
    found = [at for at, is_cut in marks(levels) if is_cut]
    pieces = np.diff([0.0, *found])
    assert (pieces <= 6.0 + 1e-9).all()
    assert (pieces >= 3.9).all()
