"""What the nano model hears in training, and what it must never hear."""

import random
from pathlib import Path

import numpy as np
import pytest

from assistant.recognize.features import fbank
from assistant.values.audio import SAMPLE_RATE
from models.recipe.corpus import voices
from models.recipe.corpus.noises import MAKERS, Noise, sound
from models.recipe.corpus.recordings import OTHER_WORDS, sounds, speech
from models.recipe.corpus.rooms import in_a_room, response
from models.recipe.corpus.store import spoken_part


def test_nobody_who_is_tested_trains(data: Path) -> None:
    train, dev = (list(speech(data, split)) for split in ("train", "dev"))
    assert not {clip.path for clip in train} & {clip.path for clip in dev}
    assert not ({clip.speaker for clip in train} & {clip.speaker for clip in dev}) - {""}


def test_no_sound_is_in_both_parts(data: Path) -> None:
    parts: dict[str, set[str]] = {"train": set(), "dev": set()}
    for clip in sounds(data):
        parts[clip.split].add(clip.path)
    assert parts["train"]
    assert parts["dev"]
    assert not parts["train"] & parts["dev"]


def test_the_words_that_speech_commands_calls_unknown_are_known_by_their_file_names(data: Path) -> None:
    others = [clip for clip in speech(data, "train") if clip.source == OTHER_WORDS]
    assert len(others) > 300
    assert {"backward", "cat", "seven", "zero"} <= {clip.text for clip in others}
    assert all(clip.text in clip.path for clip in others)


def test_no_training_voice_is_a_test_voice() -> None:
    pick = random.Random(1)
    trained = {voices.training_voice(pick).name for _ in range(3000)}
    recorded = {voices.recorded_voice(pick).name for _ in range(300)}
    tested = {voices.held_out_voice(pick).name for _ in range(300)}
    assert not (trained | recorded) & tested
    assert recorded == {"en-US", "en-GB", "clb", "bdl", "alan"}, "and no slt, whom RHVoice has as well"
    held_out = (*voices.HELD_OUT_VARIANTS, voices.HELD_OUT_ACCENT)
    assert not [name for name in trained if name.split("+")[-1] in held_out or name.split("+")[0] in held_out]


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_a_sound_is_the_same_each_time_and_another_with_another_seed(name: str) -> None:
    one, again, other = (sound(Noise(name, seed)) for seed in (3, 3, 4))
    assert one.dtype == np.int16
    assert SAMPLE_RATE <= len(one) <= 6 * SAMPLE_RATE
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)
    assert len(np.unique(one)) > 10


def test_a_room_keeps_the_direct_sound_and_rings_on() -> None:
    wave = np.zeros(1600, np.float32)
    wave[100] = 1
    heard = in_a_room(wave, 5)
    assert heard[100] == pytest.approx(1, abs=1e-4)
    assert np.abs(heard[:100]).max() < 1e-5
    after = np.abs(heard[101:])
    assert after.max() > 0.001
    assert np.square(after[: len(after) // 2]).sum() > np.square(after[len(after) // 2 :]).sum()


@pytest.mark.parametrize("seed", range(5))
def test_a_room_s_echoes_stay_below_the_direct_sound(seed: int) -> None:
    taps = response(np.random.default_rng(seed))
    assert taps[0] == 1
    assert np.square(taps[1:]).sum() < 2


def test_the_spoken_part_is_where_it_is_loud() -> None:
    pick = np.random.default_rng(2)
    wave = pick.normal(0, 5, SAMPLE_RATE)
    wave[4800:9600] += pick.normal(0, 3000, 4800)
    first, stop = spoken_part(fbank(wave.astype(np.int16)))
    assert first == pytest.approx(29, abs=3)
    assert stop == pytest.approx(60, abs=3)


def test_without_anything_loud_the_whole_clip_counts() -> None:
    mel = np.zeros((40, 80), np.float32)
    mel[20] = 9
    assert spoken_part(mel) == (0, 40)
