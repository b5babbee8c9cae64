"""The model that ships, through the whole recogniser: real audio, real ONNX Runtime, both adapters."""

import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile

from assistant.devices.onnx import load_model
from assistant.recognize.ports import AcousticModel
from assistant.recognize.sense_voice import SenseVoice
from assistant.values.audio import Samples, Segment, SpeechStarted, Trigger, Utterance, read_only
from assistant.values.settings import RecognizeSettings
from assistant.values.transcript import Transcript

NANO = Path(__file__).parents[2] / "models" / "nano"


@pytest.fixture(scope="module", params=[False, True], ids=["in process", "child"])
def model(request: pytest.FixtureRequest) -> Iterator[AcousticModel]:
    if not NANO.is_dir():
        pytest.skip("models/nano is not there yet")
    loaded = load_model(NANO, RecognizeSettings(isolated=request.param))
    yield loaded
    loaded.close()


@pytest.fixture(scope="module")
def clips(data: Path) -> list[Samples]:
    folder = data / "speech" / "dev" / "en-speech-commands-test"
    return [read_only(soundfile.read(clip, dtype="int16")[0]) for clip in sorted(folder.glob("*.ogg"))[:8]]


def transcribe(model: AcousticModel, items: list[SpeechStarted | Segment | Utterance]) -> Transcript:
    room = SenseVoice(model, RecognizeSettings(), time.perf_counter)
    heard = [transcript for item in items for transcript in room.feed(item)]
    [transcript] = [each for each in heard if each.is_final]
    return transcript


def whole(samples: Samples, cuts: tuple[int, ...] = ()) -> Utterance:
    return Utterance(1, 0, samples, Trigger.FILE, cuts)


def test_it_says_that_it_is_a_demo(model: AcousticModel) -> None:
    about = model.description
    assert (about.name, about.layout, about.is_demo, about.is_random) == ("nano", "sherpa-onnx", True, False)


def test_speech_is_english_speech_with_words(model: AcousticModel, clips: list[Samples]) -> None:
    for samples in clips:
        transcript = transcribe(model, [whole(samples)])
        assert transcript.is_demo
        assert transcript.language.name in {"en", "nospeech"}
        assert all(0 <= word.start < word.stop <= len(samples) for word in transcript.words)
        assert all(0 < word.score <= 1 for word in transcript.words)


def test_silence_and_crumbs_are_survived(model: AcousticModel) -> None:
    for length in (1, 399, 400, 32_000):
        transcript = transcribe(model, [whole(read_only(np.zeros(length, np.int16)))])
        assert transcript.stop == length


def test_streaming_says_the_same(model: AcousticModel, clips: list[Samples]) -> None:
    samples = read_only(np.concatenate(clips))
    cut = len(samples) // 2
    item = whole(samples, (cut,))
    edges = sorted({*range(0, len(samples), 3333), cut, len(samples)})
    segments = [Segment(1, start, samples[start:stop], stop == cut) for start, stop in pairwise(edges)]
    alone = transcribe(model, [item])
    streamed = transcribe(model, [SpeechStarted(1, 0, Trigger.FILE), *segments, item])
    assert (streamed.text, streamed.words, streamed.sounds) == (alone.text, alone.words, alone.sounds)
    assert alone.words
