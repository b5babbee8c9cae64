"""Training hears each clip in other ways: what is done to stored log-mel."""

import numpy as np

from assistant.recognize.features import MEL_BINS
from models.recipe.train.augment import FLOOR, Strength, augment, narrow, noise_like

SPEECH = np.full((60, MEL_BINS), 12.0, np.float32)
SPEECH[20:40] = 20.0
"""A word with something around."""


def test_an_8_khz_recording_has_nothing_but_an_even_hiss_above_its_edge() -> None:
    heard = [narrow(SPEECH, np.random.default_rng(seed)) for seed in range(60)]
    above = [mel[:, -4:] for mel in heard]
    assert all(np.median(band) < 16 for band in above)
    even = [band for band in above if abs(np.median(band[20:40]) - np.median(band[:20])) < 1]
    assert 15 < len(even) < 45, "the rest is the upper band, quieter"
    for mel in heard:
        assert np.all(mel[20:40, :40] > 19.9), "what lies under the edge stays"


def test_a_changed_clip_keeps_its_length_and_stays_above_silence() -> None:
    for seed in range(50):
        pick = np.random.default_rng(seed)
        changed = augment(SPEECH, noise_like(pick, len(SPEECH)), Strength(), pick)
        assert changed.shape == SPEECH.shape
        assert changed.dtype == np.float32
        assert changed.min() >= FLOOR - 1e-3
        assert not np.array_equal(changed, SPEECH)
