"""What is known of an unfinished recording survives a kill, serves nothing else, and goes in the end."""

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.devices.places import places
from assistant.devices.unfinished import KEPT_S, UnfinishedTranscript, unfinished
from assistant.values.transcript import (
    Evidence,
    Replacement,
    RunnerUp,
    Tag,
    Timings,
    Transcript,
    Word,
)

PART = Transcript(
    *(3, 16_000, 48_000, "hello 世界"),
    language=Tag("en", 0.75),
    emotion=Tag("NEUTRAL", 0.5),
    sounds=(Tag("Speech", 0.9), Tag("BGM", 0.1)),
    words=(Word("hello", 16_000, 24_000, 0.9), Word("世界", 24_000, 48_000, 0.8)),
    model="nano",
    is_demo=True,
    timings=Timings(2.0, 0.01, 0.02, 0.03),
    replacements=(Replacement("halo", "hello", 16_000, 24_000, "sound"),),
    runners_up=(RunnerUp("yellow 世界", -1.5),),
    withheld="ага",
    evidence=Evidence(-20.0, 30.0, None, 12.5, 33),
)


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "talk.wav"
    path.write_bytes(b"sound" * 1000)
    return path


def test_every_part_comes_back_as_it_was(recording: Path) -> None:
    known = unfinished(recording, "en")
    assert known.parts == {}
    for number in (1, 2):
        known.add(replace(PART, utterance=number))
    assert unfinished(recording, "en").parts == {number: replace(PART, utterance=number) for number in (1, 2)}
    known.forget()
    assert unfinished(recording, "en").parts == {}
    assert list(places().unfinished.iterdir()) == []


def test_half_a_line_from_a_kill_is_left_out_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "known.jsonl"
    known = UnfinishedTranscript(path)
    known.add(PART)
    known.add(replace(PART, utterance=4))
    path.write_bytes(path.read_bytes()[:-40])
    assert UnfinishedTranscript(path).parts == {3: PART}


@pytest.mark.parametrize("line", ["[]", "{}", "3", '{"utterance": 1, "words": 3}', "\udcff"])
def test_what_somebody_else_wrote_there_is_not_used(line: str, tmp_path: Path) -> None:
    path = tmp_path / "known.jsonl"
    path.write_bytes(os.fsencode(line) + b"\n")
    assert UnfinishedTranscript(path).parts == {}


def test_another_recording_option_or_model_begins_anew(recording: Path, tmp_path: Path) -> None:
    model = tmp_path / "model.onnx"
    model.write_bytes(b"weights")
    unfinished(recording, "en", [model]).add(PART)
    assert unfinished(recording, "en", [model]).parts
    assert not unfinished(recording, "zh", [model]).parts
    model.write_bytes(b"other weights")
    assert not unfinished(recording, "en", [model]).parts
    recording.write_bytes(b"other sound")
    assert not unfinished(recording, "en", []).parts


def test_nobody_else_may_read_it(recording: Path) -> None:
    unfinished(recording, "mode").add(PART)
    for path in places().unfinished.iterdir():
        assert path.stat().st_mode & 0o077 == 0
    assert places().unfinished.stat().st_mode & 0o077 == 0


def test_what_nobody_came_back_for_goes(recording: Path) -> None:
    unfinished(recording, "old").add(PART)
    old = time.time() - KEPT_S - 60
    for path in places().unfinished.iterdir():
        os.utime(path, (old, old))
    assert not unfinished(recording, "old").parts
    assert list(places().unfinished.iterdir()) == []
