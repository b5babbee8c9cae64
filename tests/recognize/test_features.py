"""The front-end: against a second fbank written from Kaldi's definition, and worked examples."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from assistant.recognize.features import Cmvn, Fbank, fbank, stack

SILENCE = float(np.log(np.finfo(np.float32).eps))


def noise(count: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(scale=2000, size=count).astype(np.int16)


def reference_fbank(samples: np.ndarray) -> np.ndarray:
    """Kaldi's fbank in float64, from its definition: [n] int16 -> [T, 80]."""
    count = 1 + (len(samples) - 400) // 160
    index = np.arange(count)[:, None] * 160 + np.arange(400)
    frames = samples.astype(np.float64)[index]
    frames -= frames.mean(axis=1, keepdims=True)
    frames -= 0.97 * np.concatenate((frames[:, :1], frames[:, :-1]), axis=1)
    frames *= 0.54 - 0.46 * np.cos(2 * np.pi * np.arange(400) / 399)
    power = np.abs(np.fft.rfft(frames, 512)) ** 2
    mel = 1127 * np.log1p(np.arange(256) * 16000 / 512 / 700)
    edges = np.linspace(1127 * np.log1p(20 / 700), 1127 * np.log1p(8000 / 700), 82)
    left, centre, right = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    weights = np.maximum(0, np.minimum((mel - left) / (centre - left), (right - mel) / (right - centre)))
    return np.log(np.maximum(power[:, :256] @ weights.T, np.finfo(np.float32).eps))


def test_fbank_agrees_with_the_definition_on_noise_and_tones() -> None:
    time = np.arange(16000) / 16000
    tones = (8000 * np.sin(2 * np.pi * 440 * time) + 300 * np.sin(2 * np.pi * 5000 * time)).astype(np.int16)
    for samples in (noise(16000), tones, noise(16000) // 500):
        difference = np.abs(fbank(samples) - reference_fbank(samples))
        assert difference.max() < 5e-3
        assert difference.mean() < 1e-4


def test_fbank_agrees_with_the_definition_on_speech(data: Path) -> None:
    clips = sorted((data / "speech/dev/en-librispeech-sub").glob("*.ogg"))[:5]
    assert clips
    for clip in clips:
        samples, _ = soundfile.read(clip, dtype="int16")
        difference = np.abs(fbank(samples) - reference_fbank(samples))
        assert difference.max() < 2e-2  # float32 against float64 near the floor
        assert difference.mean() < 1e-4


def test_digital_silence_is_the_floor_everywhere() -> None:
    assert fbank(np.zeros(4000, np.int16)) == pytest.approx(SILENCE, abs=1e-3)


@pytest.mark.parametrize(
    ("samples", "frames"),
    [(0, 0), (1, 1), (399, 1), (400, 1), (559, 1), (560, 2), (16000, 98), (160_000, 998)],
)
def test_how_many_frames(samples: int, frames: int) -> None:
    assert fbank(noise(samples)).shape == (frames, 80)


@given(st.lists(st.integers(0, 700), max_size=8), st.integers(0, 3000))
def test_chunks_and_a_truncation_change_nothing(sizes: list[int], length: int) -> None:
    samples = noise(sum(sizes))
    stream = Fbank()
    start = 0
    for size in sizes:
        stream.accept(samples[start : start + size])
        start += size
    assert (stream.frames() == fbank(samples)).all()
    assert (stream.frames(length) == fbank(samples[:length])).all()
    stream.accept(noise(500, seed=1))  # asking for frames does not disturb what comes after
    assert (stream.frames() == fbank(np.concatenate((samples, noise(500, seed=1))))).all()


@pytest.mark.parametrize(
    ("frames", "stacked"), [(0, 0), (1, 1), (6, 1), (7, 2), (12, 2), (13, 3), (20, 4), (998, 167)]
)
def test_how_many_stacked_frames(frames: int, stacked: int) -> None:
    assert stack(np.zeros((frames, 80), np.float32)).shape == (stacked, 560)


def test_stacking_clamps_both_edges() -> None:
    numbered = np.arange(13, dtype=np.float32)[:, None].repeat(80, axis=1)
    assert stack(numbered).reshape(3, 7, 80)[:, :, 0].tolist() == [
        [0, 0, 0, 0, 1, 2, 3],
        [3, 4, 5, 6, 7, 8, 9],
        [9, 10, 11, 12, 12, 12, 12],
    ]


def test_cmvn_shifts_and_then_scales() -> None:
    cmvn = Cmvn(np.full(560, -3, np.float32), np.full(560, 0.5, np.float32))
    assert (cmvn.apply(np.full((2, 560), 7, np.float32)) == 2).all()


def test_the_splice_block_of_an_am_mvn_is_no_statistic() -> None:
    shift = "<Splice> 2 2\n[ 0 ]\n<AddShift> 2 2\n<LearnRateCoef> 0 [ -1 -2 ]\n"
    cmvn = Cmvn.parse(shift + "<Rescale> 2 2\n<LearnRateCoef> 0 [ 3 4 ]\n")
    assert cmvn.shift.tolist() == [-1, -2]
    assert cmvn.scale.tolist() == [3, 4]
    with pytest.raises(ValueError, match="AddShift"):
        Cmvn.parse(shift)
