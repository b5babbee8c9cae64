"""The key is held, released, pressed again: every case of the endpointer that a finger can make."""

import numpy as np
import pytest

from assistant.hear.endpointer import Endpointer
from assistant.values.audio import (
    AudioChunk,
    Gap,
    GapReason,
    Samples,
    Segment,
    SpeechStarted,
    Trigger,
    Utterance,
    samples_in,
)
from assistant.values.control import Cancel, Press, Release
from assistant.values.settings import HearSettings
from tests.fakes.rooms import loud, quiet
from tests.hear.room import SECOND, Room


def test_the_samples_are_those_that_were_heard() -> None:
    room, sound = Room(), np.concatenate([loud(2), quiet(1)])
    room.hear(sound)
    room.tell(Press(SECOND), Release(samples_in(2500)))
    assert np.array_equal(room.utterances[0].samples, sound[samples_in(700) : samples_in(2500)])
    assert not room.utterances[0].samples.flags.writeable


def test_the_detector_never_cuts_the_head() -> None:
    room = Room()
    room.hear(quiet(1))
    room.tell(Press(SECOND))
    room.hear(quiet(3))
    room.tell(Release(4 * SECOND))
    assert room.spans == [(samples_in(700), 4 * SECOND)]


def test_a_press_without_a_position_is_now() -> None:
    room = Room()
    room.hear(quiet(1))
    room.tell(Press())
    room.hear(quiet(1))
    room.tell(Release())
    assert room.spans == [(samples_in(700), 2 * SECOND)]


def test_a_press_a_little_ahead_of_the_audio_is_shown_at_once() -> None:
    room = Room()
    room.hear(quiet(1))
    room.tell(Press(SECOND + 800))
    assert room.found[0] == SpeechStarted(1, samples_in(700) + 800, Trigger.PUSH_TO_TALK)


def test_a_press_far_ahead_of_the_audio_waits_for_it() -> None:
    room = Room()
    room.hear(quiet(1))
    room.tell(Press(3 * SECOND))
    assert room.found == []
    room.hear(quiet(2))
    assert room.plot == ["SpeechStarted"]


def test_a_press_told_later_than_is_remembered_gets_what_there_is() -> None:
    room = Room()
    room.hear(*[quiet(1)] * 30)
    room.tell(Press(0), Release(30 * SECOND))
    (start, stop), *_ = room.spans
    assert 19 * SECOND <= start <= 20 * SECOND
    assert stop == 30 * SECOND


def test_a_second_press_while_the_key_is_down_is_nothing() -> None:
    room = Room()
    room.hear(quiet(1))
    room.tell(Press(SECOND))
    room.hear(quiet(1))
    room.tell(Press(2 * SECOND))
    room.hear(quiet(1))
    room.tell(Release(3 * SECOND), Release(3 * SECOND))
    assert room.spans == [(samples_in(700), 3 * SECOND)]
    assert room.plot == ["SpeechStarted", "Utterance"]


def test_a_release_without_a_press_is_nothing() -> None:
    room = Room()
    room.tell(Release(100))
    room.hear(loud(1))
    room.tell(Release(SECOND))
    assert room.found == []


def test_cancel_drops_it_and_the_release_that_follows_is_nothing() -> None:
    room = Room()
    room.tell(Press(0))
    room.hear(loud(1))
    room.tell(Cancel())
    room.hear(loud(1))
    room.tell(Release(2 * SECOND))
    room.hear(loud(1))
    assert room.plot == ["SpeechStarted", "UtteranceDropped"]


def test_cancel_takes_back_a_press_that_waits() -> None:
    room = Room()
    room.hear(quiet(1))
    room.tell(Press(3 * SECOND), Cancel())
    room.hear(quiet(5))
    assert room.found == []


def test_a_gap_is_carried_along_and_positions_go_on() -> None:
    room, gap = Room(), Gap(SECOND, 4000, GapReason.LOST)
    room.tell(Press(0))
    room.hear(loud(1))
    room.tell(gap)
    room.hear(loud(1), quiet(1))
    room.tell(Release(3 * SECOND))
    assert room.utterances[0].gaps == (gap,)
    assert room.spans == [(0, 3 * SECOND)]


def test_a_gap_outside_is_not_carried_along() -> None:
    room = Room()
    room.hear(loud(1))
    room.tell(Gap(SECOND, 4000, GapReason.LOST))
    room.hear(quiet(2))
    room.tell(Press(2 * SECOND), Release(3 * SECOND))
    assert room.utterances[0].gaps == ()


def test_a_press_while_the_microphone_was_away_begins_where_it_came_back() -> None:
    room = Room()
    room.hear(quiet(1))
    room.tell(Press(2 * SECOND))  # by the clock, a second after the microphone went away
    room.tell(Gap(SECOND, 3 * SECOND, GapReason.REOPENED))
    room.hear(loud(1), quiet(1))
    room.tell(Release(samples_in(2800)))
    assert room.spans == [(SECOND, samples_in(2800))]


def test_segments_follow_speech_within_the_time_that_the_journal_may_lose() -> None:
    room, heard = Room(), 0
    room.tell(Press(0))
    for number in range(100):
        room.hear(loud(0.032, number))
        heard = max([heard, *(each.stop for each in room.found if isinstance(each, Segment))])
        assert (number + 1) * 512 - heard < samples_in(250 - 32)


def test_long_speech_is_cut_in_its_pause() -> None:
    room = Room(HearSettings(longest_segment_s=3))
    room.tell(Press(0))
    room.hear(loud(2.3), quiet(0.3), loud(2), quiet(1))
    room.tell(Release(5 * SECOND))
    (utterance,) = room.utterances
    first = utterance.cuts[0]
    assert samples_in(2300) < first < samples_in(2600)
    assert first in {each.stop for each in room.found if isinstance(each, Segment) and each.is_cut}
    assert all(stop - start <= 3 * SECOND for start, stop in utterance.pieces())


def test_a_mark_counts_only_where_it_was_heard_before_the_end() -> None:
    sound = (loud(2.3), quiet(0.3), loud(2))
    settings = HearSettings(longest_segment_s=3)
    whole = Room(settings)
    whole.tell(Press(0))
    whole.hear(*sound)
    cut = next(each.stop for each in whole.found if isinstance(each, Segment) and each.is_cut)
    whole.tell(Release(cut - 160))  # told when the cut is long known
    in_time, whole_sound = Room(settings), np.concatenate(sound)
    in_time.tell(Press(0))
    in_time.hear(whole_sound[: cut - 160])
    in_time.tell(Release(cut - 160))
    in_time.hear(whole_sound[cut - 160 :])
    assert [each.cuts for each in whole.utterances] == [each.cuts for each in in_time.utterances] == [()]


def test_silence_after_the_last_pause_is_known_and_is_no_piece() -> None:
    room = Room()
    room.hear(quiet(0.5))
    room.tell(Press(samples_in(500)))
    room.hear(loud(1), quiet(0.9))
    room.tell(Release(samples_in(2300)))
    (utterance,) = room.utterances
    paused = samples_in(200 + 1300 + 160)
    assert utterance.silent_from == paused
    assert utterance.pieces() == ((samples_in(200), paused),)
    assert [each.pause for each in room.found if isinstance(each, Segment) and each.pause] == [paused]


@pytest.mark.parametrize("whisper", [40, 400])
def test_a_whisper_after_the_last_pause_is_read_too(whisper: int) -> None:
    room = Room()
    noise = np.random.default_rng(1).normal(0, whisper, samples_in(150)).astype(np.int16)
    room.hear(quiet(0.5))
    room.tell(Press(samples_in(500)))
    room.hear(loud(1), quiet(0.3), noise, quiet(0.15))
    room.tell(Release(samples_in(2100)))
    (utterance,) = room.utterances
    assert utterance.pieces()[-1][1] == utterance.stop == samples_in(2100)


class DroningDetector:
    """Goes on about speech that is over, as webrtcvad does."""

    frame = 320

    def is_speech(self, frame: Samples) -> bool:
        """Say yes."""
        return len(frame) > 0

    def reset(self) -> None:
        """Nothing is remembered."""


def test_the_tail_ends_in_what_is_silent_whatever_the_detector_says() -> None:
    ear = Endpointer(HearSettings(), DroningDetector())
    audio = np.concatenate([quiet(0.5), loud(1.0), quiet(1.0)])
    found = [*ear.feed(Press(samples_in(500))), *ear.feed(Release(samples_in(1500)))]
    for at in range(0, len(audio), 512):
        found += ear.feed(AudioChunk(at, audio[at : at + 512]))
    (utterance,) = [each for each in found if isinstance(each, Utterance)]
    assert utterance.stop == samples_in(1580)


def test_an_utterance_that_ends_with_a_cut_has_no_piece_behind_it() -> None:
    room = Room()
    room.hear(quiet(0.5))
    room.tell(Press(samples_in(500)))
    room.hear(loud(5), quiet(0.4))
    room.tell(Release(samples_in(5900)))
    (utterance,) = room.utterances
    assert utterance.cuts == (utterance.silent_from,)
    assert len(utterance.pieces()) == 1


def test_the_press_of_the_open_utterance_is_known() -> None:
    room, press = Room(), Press(0)
    room.tell(press, Press(50))
    assert room.ear.press is press


def test_audio_that_jumps_is_refused() -> None:
    room = Room()
    room.hear(quiet(1))
    with pytest.raises(ValueError, match="must go on at sample 16000"):
        list(room.ear.feed(AudioChunk(SECOND + 5, quiet(1))))


def test_memory_is_let_go() -> None:
    room = Room()
    for _ in range(40):
        room.hear(quiet(1))
    assert len(room.ear._timeline._buffer) <= 1 << 19
    assert room.ear._timeline.start > 25 * SECOND
