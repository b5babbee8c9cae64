"""The real detectors on real recordings: who lets noise through, and who misses speech."""

import csv
from pathlib import Path

import numpy as np
import pytest

from assistant.devices.audio_file import AudioFile
from assistant.devices.silero import SileroDetector
from assistant.devices.webrtc import WebRtcDetector
from assistant.hear.endpointer import Endpointer
from assistant.hear.ports import Detector
from assistant.values.audio import AudioChunk, Samples, Utterance, read_only
from assistant.values.control import Mode
from assistant.values.settings import HearSettings

HISS = 4.0
"""RMS of the room around each recording."""


def recordings(data: Path, table: str, every: int) -> list[Path]:
    with (data / "speech" / table).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [data / "speech" / row["path"] for row in rows if row["text"] and row["text"][0] != "_"][::every]


def in_a_room(samples: Samples) -> Samples:
    """Put a second of quiet before a recording and one and a half after it."""
    whole = np.concatenate([np.zeros(16_000), samples, np.zeros(24_000)])
    noise = np.random.default_rng(0).normal(0, HISS, len(whole))
    return read_only(np.clip(whole + noise, -32_768, 32_767).astype(np.int16))


def opens(paths: list[Path], confirm: Detector | None) -> int:
    """Count the recordings in which an utterance is found."""
    count = 0
    for path in paths:
        ear = Endpointer(HearSettings(), WebRtcDetector(2), confirm, Mode.HANDS_FREE)
        found = [*ear.feed(AudioChunk(0, in_a_room(AudioFile.read(path)))), *ear.flush()]
        count += any(isinstance(each, Utterance) for each in found)
    return count


@pytest.mark.parametrize("every", [36, pytest.param(12, marks=pytest.mark.slow)])
def test_silero_keeps_noise_out_that_webrtc_lets_in(data: Path, every: int) -> None:
    noises = recordings(data, "sounds.tsv", every)
    assert opens(noises, None) > 0.9 * len(noises)
    assert opens(noises, SileroDetector()) < 0.25 * len(noises)


@pytest.mark.parametrize("every", [180, pytest.param(60, marks=pytest.mark.slow)])
def test_silero_confirms_speech(data: Path, every: int) -> None:
    speech = recordings(data, "dev.tsv", every)
    assert opens(speech, SileroDetector()) >= 0.95 * len(speech)


@pytest.mark.parametrize("mode", [0, 1, 2, 3])
def test_webrtc_hears_speech_in_every_mode(data: Path, mode: int) -> None:
    speech = np.concatenate([AudioFile.read(path) for path in recordings(data, "dev.tsv", 300)])
    detector = WebRtcDetector(mode)  # type: ignore[arg-type]  # the parameter is one of the literals
    frames = [speech[at : at + 320] for at in range(0, len(speech) - 319, 320)]
    assert np.mean([detector.is_speech(frame) for frame in frames]) > 0.3
