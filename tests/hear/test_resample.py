"""Any rate and channel count in, 16 kHz mono out, whatever the pieces."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.hear.resample import Resampler
from assistant.values.audio import Samples


def tone(rate: int, hertz: float = 1000.0, seconds: float = 0.5) -> Samples:
    return (np.sin(2 * np.pi * hertz * np.arange(int(rate * seconds)) / rate) * 10_000).astype(np.int16)


def convert(samples: Samples, rate: int, channels: int, pieces: list[int]) -> Samples:
    resampler = Resampler(rate, channels)
    done, out = 0, []
    for piece in pieces:
        out.append(resampler.feed(samples[done : done + piece]))
        done += piece
    out += [resampler.feed(samples[done:]), resampler.flush()]
    return np.concatenate(out)


def test_16_khz_mono_passes_through_untouched() -> None:
    noise = np.random.default_rng(0).integers(-(2**15), 2**15, 5000).astype(np.int16)
    assert np.array_equal(convert(noise, 16_000, 1, [7, 512, 1]), noise)


@pytest.mark.parametrize("rate", [8000, 11_025, 22_050, 44_100, 48_000, 96_000])
def test_a_tone_keeps_its_length_place_and_loudness(rate: int) -> None:
    heard = convert(tone(rate), rate, 1, [])
    assert abs(len(heard) - 8000) <= 1
    middle = slice(1000, 7000)
    expected = tone(16_000)[: len(heard)]
    difference = heard[middle].astype(float) - expected[middle]
    assert np.abs(difference).max() < 0.01 * 10_000


def test_channels_are_averaged() -> None:
    left, right = tone(48_000), np.zeros(24_000, np.int16)
    stereo = np.stack([left, right], axis=1)
    heard = convert(stereo, 48_000, 2, [])
    assert np.abs(heard[1000:7000].astype(float) - tone(16_000)[1000:7000] / 2).max() < 100


def test_two_channels_at_16_khz_are_averaged_without_resampling() -> None:
    stereo = np.array([[10, 20], [-5, -7], [32_767, 32_767]], np.int16)
    assert convert(stereo, 16_000, 2, [1]).tolist() == [15, -6, 32_767]


@given(st.lists(st.integers(0, 5000), max_size=8), st.sampled_from([44_100, 48_000]), st.sampled_from([1, 2]))
@settings(max_examples=30)
def test_pieces_change_no_sample(pieces: list[int], rate: int, channels: int) -> None:
    noise = np.random.default_rng(1).integers(-9000, 9000, (20_000, channels)).astype(np.int16)
    assert np.array_equal(convert(noise, rate, channels, []), convert(noise, rate, channels, pieces))


def test_loud_input_is_clipped_and_never_wraps() -> None:
    square = np.where(np.arange(9600) // 48 % 2, 32_767, -32_768).astype(np.int16)
    heard = convert(square, 48_000, 1, []).astype(int)
    inner = heard[200:-200]
    assert inner.max() == 32_767
    assert inner.min() == -32_768
    assert np.abs(np.diff(inner)).max() < 60_000
