"""What may be a voice, and what cannot be."""

import shutil

import numpy as np
import pytest

from assistant.hear.voicing import is_voiced
from assistant.values.audio import Samples, samples_in
from models.recipe.corpus.engines import synthesize
from models.recipe.corpus.voices import Voice
from tests.fakes.rooms import loud, quiet, voiced

WINDOW = 1024


def _share(samples: Samples) -> float:
    found = [is_voiced(samples[at : at + WINDOW]) for at in range(0, len(samples) - WINDOW, WINDOW // 2)]
    return float(np.mean(found))


def test_a_pitch_is_voiced_and_noise_is_not() -> None:
    assert _share(voiced(1)) == 1.0
    assert _share(loud(5)) == 0.0
    assert _share(quiet(1)) == 0.0


def test_clicks_are_not_voiced() -> None:
    clicks = np.zeros(samples_in(5000), np.int16)
    noise = np.random.default_rng(3)
    for at in noise.integers(0, len(clicks) - 1000, 40):
        length = int(noise.integers(100, 800))
        fading = np.exp(-np.arange(length) / (length / 4))
        clicks[at : at + length] = (noise.normal(0, 6000, length) * fading).clip(-32_000, 32_000)
    assert _share(clicks) < 0.05


@pytest.mark.parametrize("voice", ["rms", "slt"])
def test_speech_is_voiced_often_enough(voice: str) -> None:
    if shutil.which("flite") is None:
        pytest.skip("needs flite: apt install flite")
    assert _share(synthesize("take a note buy milk", Voice("flite", voice))) > 0.25
