"""How loud it is."""

import numpy as np
import pytest

from assistant.hear.level import SILENCE, LevelMeter
from assistant.values.audio import AudioChunk, read_only


def levels(samples: np.ndarray, size: int) -> list[float]:
    meter = LevelMeter()
    found: list[float] = []
    for at in range(0, len(samples), size):
        found += meter.feed(AudioChunk(at, read_only(samples[at : at + size])))
    return [*found, *meter.flush()]


def test_the_loudest_sine_is_3_decibels_below_full_scale() -> None:
    sine = (np.sin(np.arange(16_000) * 0.2) * 32_767).astype(np.int16)
    assert levels(sine, 800) == pytest.approx([-3.01] * 20, abs=0.1)


def test_silence_has_a_floor() -> None:
    assert levels(np.zeros(800, np.int16), 800) == [SILENCE]


def test_half_the_amplitude_is_6_decibels_less() -> None:
    square = np.full(1600, 16_384, np.int16)
    assert levels(square, 1600) == pytest.approx([-6.02], abs=0.01)


def test_small_chunks_are_measured_together() -> None:
    assert len(levels(np.ones(16_000, np.int16), 10)) == 20


def test_nothing_has_no_level() -> None:
    assert levels(np.zeros(0, np.int16), 10) == []
