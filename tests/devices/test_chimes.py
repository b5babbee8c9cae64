"""Sounds at the right moments, the warning in time, and files that are what the script composes."""

import wave
from functools import partial
from importlib import util
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from assistant.devices.chimes import Chimes
from assistant.devices.places import resources
from assistant.errors import SourceError
from assistant.values.audio import Samples, SpeechStarted, Trigger, Utterance, read_only
from assistant.values.event import Event, RecordingLimited, UtteranceDropped, UtteranceEnded
from tests.house.tree import ROOT
from tests.support.waiting import wait_until

STARTED = SpeechStarted(1, 0, Trigger.PUSH_TO_TALK)
ENDED = UtteranceEnded(Utterance(1, 0, read_only(np.zeros(160, np.int16)), Trigger.PUSH_TO_TALK))


def composer() -> ModuleType:
    spec = util.spec_from_file_location("compose_sounds", ROOT / "packaging" / "compose_sounds.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["begin", "end", "warning"])
def test_a_sound_is_what_the_script_composes(name: str) -> None:
    with wave.open(str(resources() / "sounds" / f"{name}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 16_000)
        assert file.readframes(file.getnframes()) == composer().compose(name)
        assert file.getnframes() < 16_000


def test_beginning_and_end_are_heard_once_each() -> None:
    heard: list[int] = []
    chimes = Chimes(lambda _: None, 600, lambda blocks: heard.append(sum(map(len, blocks))))
    chimes.start()
    for event in (
        STARTED,
        ENDED,
        SpeechStarted(2, 0, Trigger.HANDS_FREE),
        ENDED,
        STARTED,
        UtteranceDropped(3),
    ):
        chimes(event)
    wait_until(lambda: len(heard) == 4, "two beginnings, two ends")
    chimes.stop()
    chimes.stop()
    assert len(set(heard)) == 1, "they are equally long"


def test_before_the_longest_recording_ends_it_is_told_once() -> None:
    told: list[Event] = []
    heard: list[int] = []
    chimes = Chimes(told.append, 1.2, lambda blocks: heard.append(sum(map(len, blocks))))
    chimes.start()
    chimes(STARTED)
    wait_until(lambda: len(heard) == 2, "the beginning and the warning")
    chimes(ENDED)
    wait_until(lambda: len(heard) == 3, "the end")
    chimes.stop()
    (warning,) = told
    assert isinstance(warning, RecordingLimited)
    assert warning.seconds_left == pytest.approx(0.2)


def test_without_sounds_it_still_warns_and_a_missing_loudspeaker_does_no_harm() -> None:
    def no_loudspeaker(_: list[Samples]) -> None:
        raise SourceError("There is no loudspeaker.")

    for play in (None, no_loudspeaker):
        told: list[Event] = []
        chimes = Chimes(told.append, 1.1, play)
        chimes.start()
        chimes(STARTED)
        wait_until(partial(bool, told), "the warning")
        chimes.stop()


def test_the_files_are_shipped() -> None:
    assert {path.stem for path in Path(resources() / "sounds").glob("*.wav")} == {"begin", "end", "warning"}
