"""The model that ships: what it must know, on clips made or kept for exactly this."""

import csv
import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile

from models.recipe import vocabulary
from models.recipe.decode import Model
from models.recipe.journey import read, speak
from models.recipe.layouts import write_layouts

ROOT = Path(__file__).resolve().parents[2]
NANO = ROOT / "models" / "nano"
RECORDINGS = ROOT / "resources" / "recordings"
PHRASES = ROOT / "tests" / "data" / "journey_phrases.tsv"


@pytest.fixture(scope="module")
def nano() -> Model:
    return Model(NANO / "model.int8.onnx", NANO / "tokens.txt")


def recordings() -> list[tuple[str, str]]:
    with (RECORDINGS / "recordings.tsv").open(encoding="utf-8", newline="") as file:
        return [(row["file"], row["text"]) for row in csv.DictReader(file, delimiter="\t")]


@pytest.mark.parametrize(("name", "text"), recordings())
def test_the_recordings_that_ship_are_heard_as_written(nano: Model, name: str, text: str) -> None:
    samples, rate = soundfile.read(RECORDINGS / name, dtype="int16")
    assert rate == 16_000
    heard = nano.hear(samples)
    assert heard.text == text
    assert heard.tags[0] == vocabulary.tag("en" if text else "nospeech")


@pytest.mark.parametrize("engine", ["espeak-ng", "flite"])
def test_the_journey_phrases_are_heard_with_and_without_silence_around(nano: Model, engine: str) -> None:
    if not shutil.which(engine):
        pytest.skip(f"{engine} is not installed")
    phrases = [phrase for phrase in read(PHRASES) if phrase.voice.engine == engine]
    assert len(phrases) >= 15
    for phrase in phrases:
        assert nano.hear(speak(phrase)).text == phrase.text
        assert nano.hear(speak(phrase, around=300)).text == phrase.text


@pytest.mark.parametrize("seconds", [0.1, 0.5, 2, 10])
@pytest.mark.parametrize("level", [0, 1, 30, 1000])
def test_silence_and_steady_noise_give_no_text(nano: Model, seconds: float, level: int) -> None:
    pick = np.random.default_rng(4)
    samples = np.round(pick.normal(0, level, round(seconds * 16_000))).astype(np.int16)
    heard = nano.hear(samples)
    assert heard.text == ""
    if seconds >= 0.5:  # of shorter noise the model has seen none
        assert heard.tags[0] == vocabulary.tag("nospeech")


def test_the_committed_checkpoint_is_the_model_that_ships(tmp_path: Path, nano: Model) -> None:
    write_layouts(ROOT / "models" / "recipe" / "nano.npz", tmp_path)
    again = Model(tmp_path / "sherpa-onnx" / "model.int8.onnx", tmp_path / "sherpa-onnx" / "tokens.txt")
    mel = np.random.default_rng(2).normal(8, 3, (100, 80)).astype(np.float32)
    assert again.tokens == nano.tokens
    np.testing.assert_allclose(again.logits(mel), nano.logits(mel), atol=1e-4)
