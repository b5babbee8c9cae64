"""A long dictation of the shipped recordings, read in pieces by the model that ships."""

import csv
from collections.abc import Iterator
from time import perf_counter

import numpy as np
import pytest
from rapidfuzz.distance import Levenshtein

from assistant.devices import places
from assistant.devices.audio_file import AudioFile
from assistant.devices.onnx import load_model
from assistant.hear.endpointer import Endpointer, Found
from assistant.recognize.sense_voice import SenseVoice
from assistant.values.audio import AudioChunk, Samples, Segment, Utterance, read_only
from assistant.values.control import Press, Release
from assistant.values.event import UtteranceDropped
from assistant.values.settings import HearSettings, RecognizeSettings
from assistant.values.transcript import Transcript
from tests.fakes.rooms import LoudnessDetector, quiet


@pytest.fixture(scope="module")
def room() -> SenseVoice:
    settings = RecognizeSettings(isolated=False)
    return SenseVoice(load_model(places.nano_model(), settings), settings, perf_counter)


def dictation() -> tuple[Samples, str]:
    """Return what the recordings say, one after the other, twice, with short pauses."""
    folder = places.resources() / "recordings"
    with (folder / "recordings.tsv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["text"]] * 2
    parts = [part for row in rows for part in (AudioFile.read(folder / row["file"]), quiet(0.2))]
    return read_only(np.concatenate(parts)), " ".join(row["text"] for row in rows)


def heard(samples: Samples) -> Iterator[Found]:
    """Hear a key held from the first sample to the last."""
    ear = Endpointer(HearSettings(), LoudnessDetector())
    yield from ear.feed(Press(0))
    for at in range(0, len(samples), 512):
        yield from ear.feed(AudioChunk(at, samples[at : at + 512]))
    yield from ear.feed(Release(len(samples)))
    yield from ear.flush()


def final(room: SenseVoice, items: list[Found]) -> Transcript:
    found = [one for item in items if not isinstance(item, UtteranceDropped) for one in room.feed(item)]
    assert [one.is_final for one in found] == [False] * (len(found) - 1) + [True]
    assert len(found) > 5
    return found[-1]


def test_pieces_are_read_as_well_as_the_whole_and_arrival_changes_no_word(room: SenseVoice) -> None:
    samples, text = dictation()
    items = list(heard(samples))
    utterance = items[-1]
    assert isinstance(utterance, Utterance)
    assert len(utterance.cuts) >= 3
    assert sum(isinstance(one, Segment) and one.pause is not None for one in items) >= 3
    spoken = final(room, items)
    [at_once] = room.feed(utterance)
    assert (spoken.text, spoken.words, spoken.language) == (at_once.text, at_once.words, at_once.language)
    [whole] = room.feed(Utterance(2, 0, samples, utterance.trigger))
    right = text.split()
    errors = [Levenshtein.distance(right, one.text.split()) for one in (spoken, whole)]
    assert errors[0] <= errors[1] + 1
    assert errors[0] <= len(right) // 5
