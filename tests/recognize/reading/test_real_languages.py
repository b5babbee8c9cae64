"""My languages only, with the real vocabulary and with real recordings in five languages."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from assistant.devices.onnx import emission, load_model
from assistant.recognize.features import Floats
from assistant.recognize.ports import QUERIES, Cancellation, Emissions, Query
from assistant.recognize.reading.scripts import SCRIPTS, scripts_of
from assistant.recognize.sense_voice import SenseVoice
from assistant.values.audio import Samples, Trigger, Utterance, read_only
from assistant.values.settings import RecognizeSettings
from assistant.values.transcript import Transcript
from tests.fakes.acoustic_model import ScriptedAcousticModel, description

NANO = Path(__file__).parents[3] / "models" / "nano"
TICKED = [("en",), ("zh",), ("ko",), ("zh", "en"), ("ko", "ja")]
SPOKEN = ("en", "zh", "yue", "ja", "ko")
EACH = 5
"""Recordings of each language."""


class RandomAcousticModel(ScriptedAcousticModel):
    """Says anything at all."""

    def __init__(self, pieces: tuple[str, ...], seed: int) -> None:
        super().__init__()
        self.description = replace(description(), pieces=pieces)
        self._chance = np.random.default_rng(seed)

    def emit(self, features: Floats, query: Query, cancellation: Cancellation | None = None) -> Emissions:
        """Give random logits, whatever was heard or asked."""
        shape = len(features) + QUERIES, len(self.description.pieces)
        return emission.reduce(self._chance.normal(scale=4, size=shape).astype(np.float32), query.columns)


def read(room: SenseVoice, samples: Samples) -> Transcript:
    [transcript] = room.feed(Utterance(1, 0, read_only(samples), Trigger.FILE))
    return transcript


def check(said: Transcript, ticked: tuple[str, ...]) -> None:
    """Nothing of an unticked language, neither as tag nor as text; Latin words may be borrowed."""
    assert said.language.name in {*ticked, "nospeech"}
    own = set().union(*(SCRIPTS[language] for language in ticked))
    for text in (said.text, *(other.text for other in said.runners_up)):
        foreign = scripts_of(text) - own
        assert foreign <= {"Latin"}
        assert not foreign or scripts_of(text) & own


@pytest.mark.parametrize("ticked", TICKED)
def test_whatever_a_model_of_the_real_vocabulary_says(data: Path, ticked: tuple[str, ...]) -> None:
    """Random tokens of all scripts are the worst model that there can be."""
    pieces = tuple(json.loads((data / "sensevoice" / "tokens.json").read_text(encoding="utf-8")))
    model = RandomAcousticModel(pieces, len(ticked))
    room = SenseVoice(model, RecognizeSettings(languages=ticked), lambda: 0.0)
    withheld = 0
    for frames in range(1, 16):
        said = read(room, np.zeros(frames * 960, np.int16))
        check(said, ticked)
        withheld += bool(said.withheld)
    assert withheld


@pytest.mark.parametrize("ticked", TICKED)
def test_recordings_in_five_languages(data: Path, ticked: tuple[str, ...]) -> None:
    with (data / "speech" / "dev.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    model = load_model(NANO, RecognizeSettings(isolated=False))
    room = SenseVoice(model, RecognizeSettings(languages=ticked), lambda: 0.0)
    heard = 0
    for language in SPOKEN:
        for row in [row for row in rows if row["lang"] == language][:EACH]:
            samples, _ = soundfile.read(data / "speech" / row["path"], dtype="int16")
            check(read(room, samples), ticked)
            heard += 1
    assert heard > 4 * EACH  # of Cantonese there is one
