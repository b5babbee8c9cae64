"""An utterance says how much of it the detector took for speech."""

import numpy as np
import pytest

from assistant.hear.endpointer import Endpointer
from assistant.values.audio import AudioChunk, Utterance, read_only
from assistant.values.control import Press, Release
from assistant.values.settings import HearSettings
from tests.fakes.detector import LevelDetector
from tests.fakes.rooms import loud, quiet


@pytest.mark.parametrize("spoken", [0.0, 0.2, 1.0])
def test_seconds_of_voice(spoken: float) -> None:
    room = Endpointer(HearSettings(pre_roll_ms=0), LevelDetector())
    found = list(room.feed(Press(0)))
    at = 0
    for samples in (quiet(0.4), loud(spoken), quiet(0.6)):
        found += room.feed(AudioChunk(at, read_only(samples)))
        at += len(samples)
    found += [*room.feed(Release(at)), *room.flush()]
    [utterance] = [item for item in found if isinstance(item, Utterance)]
    assert utterance.voiced == pytest.approx(spoken, abs=0.041)


def test_where_speech_ended_and_the_key_came_up() -> None:
    room = Endpointer(HearSettings(pre_roll_ms=0), LevelDetector())
    found = list(room.feed(Press(0)))
    samples = read_only(np.concatenate([quiet(0.4), loud(1.0), quiet(0.6)]))
    found += room.feed(AudioChunk(0, samples))
    found += [*room.feed(Release(30_000)), *room.flush()]
    [utterance] = [item for item in found if isinstance(item, Utterance)]
    assert utterance.released == 30_000
    assert utterance.spoken_until == pytest.approx(1.4 * 16_000, abs=700)


def test_where_nobody_spoke_and_no_key_came_up_it_says_so() -> None:
    room = Endpointer(HearSettings(pre_roll_ms=0), LevelDetector())
    found = [*room.feed(Press(0)), *room.feed(AudioChunk(0, quiet(1.0))), *room.flush()]
    [utterance] = [item for item in found if isinstance(item, Utterance)]
    assert (utterance.spoken_until, utterance.released) == (None, None)
