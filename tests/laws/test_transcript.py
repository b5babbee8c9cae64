"""Law 3: peers parse the model's tags and throw them away; here they reach the JSON."""

import pytest

from assistant.cli.formats import as_object
from assistant.recognize.sense_voice import SenseVoice
from assistant.values.audio import Trigger, Utterance, samples_in
from assistant.values.settings import RecognizeSettings
from tests.fakes.acoustic_model import ScriptedAcousticModel
from tests.fakes.rooms import loud
from tests.support import graphs


def test_a_transcript_keeps_everything_the_model_said() -> None:
    said = [graphs.PIECES.index(piece) for piece in ("\u2581hello", "\u2581wor", "ld", "\u2581", "中", "文")]
    blank = 0
    model = ScriptedAcousticModel([[blank, said[0], blank, said[1], said[2], blank, *said[3:], blank]])
    recognizer = SenseVoice(model, RecognizeSettings(), lambda: 0.0)
    start = samples_in(1000)
    (transcript,) = recognizer.feed(Utterance(7, start, loud(0.66), Trigger.PUSH_TO_TALK))
    kept = as_object("talk.wav", transcript)

    assert kept["text"] == "hello world 中文"
    assert [word["text"] for word in kept["words"]] == ["hello", "world", "中", "文"]
    spans = [(word["start"], word["end"]) for word in kept["words"]]
    assert spans == sorted(spans)
    assert all(kept["start"] <= begin < end <= kept["end"] for begin, end in spans)
    assert all(0.9 < word["score"] <= 1 for word in kept["words"])
    assert kept["language"] == "en"
    assert kept["emotion"] == "HAPPY"
    assert [sound["name"] for sound in kept["sounds"]][:2] == ["Speech", "BGM"]
    assert kept["sounds"][0]["probability"] > kept["sounds"][1]["probability"] > 0.1
    for name in ("language_probability", "emotion_probability"):
        assert 0.5 < kept[name] <= 1
    assert kept["start"] == 1.0
    assert kept["timings"]["audio"] == pytest.approx(0.66)
