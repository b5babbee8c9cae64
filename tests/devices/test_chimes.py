"""Sounds at the right moments, the warning in time, and files that are what the script composes."""

import wave
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from assistant.devices.chimes import Chimes
from assistant.devices.places import resources
from assistant.errors import SourceError
from assistant.values.action import AskFirst, KeepText, Outcome, Result
from assistant.values.audio import Samples, SpeechStarted, Trigger, Utterance, read_only
from assistant.values.event import (
    ActionPerformed,
    Event,
    Fault,
    RecordingLimited,
    Trouble,
    UtteranceDropped,
    UtteranceEnded,
)
from tests.support.scripts import packaging_script
from tests.support.waiting import wait_until

STARTED = SpeechStarted(1, 0, Trigger.PUSH_TO_TALK)
ENDED = UtteranceEnded(Utterance(1, 0, read_only(np.zeros(160, np.int16)), Trigger.PUSH_TO_TALK))


SCRIPT = packaging_script("compose_sounds")


@pytest.mark.parametrize("name", sorted(SCRIPT.SOUNDS))
def test_a_sound_is_what_the_script_composes(name: str) -> None:
    with wave.open(str(resources() / "sounds" / f"{name}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 16_000)
        assert file.readframes(file.getnframes()) == SCRIPT.compose(name)
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


def test_a_failure_and_a_question_are_heard_whatever_is_recorded() -> None:
    heard: list[int] = []
    chimes = Chimes(lambda _: None, 600, lambda blocks: heard.append(sum(map(len, blocks))))
    chimes.start()
    question, action = AskFirst((), "really?"), KeepText("", "")
    for event in (
        ActionPerformed(1, question, Outcome(Result.ASKED)),
        ActionPerformed(2, action, Outcome(Result.DELIVERED)),
        ActionPerformed(3, action, Outcome(Result.WRONG_WINDOW)),
        Trouble(Fault.MODEL, "it is gone"),
    ):
        chimes(event)
    wait_until(lambda: len(heard) == 3, "one question and two failures")
    chimes.stop()
    asked, *failed = heard
    assert failed == [failed[0]] * 2
    assert asked != failed[0]


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
    assert {path.stem for path in Path(resources() / "sounds").glob("*.wav")} == set(SCRIPT.SOUNDS)
