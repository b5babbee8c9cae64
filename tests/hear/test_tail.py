"""Where a push-to-talk utterance ends, and what is too short to be one."""

import numpy as np

from assistant.values.audio import (
    Segment,
    Trigger,
    Utterance,
    samples_in,
)
from assistant.values.control import Press, Release
from assistant.values.event import UtteranceDropped
from tests.fakes.rooms import loud, quiet
from tests.hear.room import SECOND, Room


def test_a_release_into_silence_ends_at_once_and_the_pre_roll_is_there() -> None:
    room = Room()
    room.hear(quiet(1))
    room.tell(Press(SECOND))
    room.hear(loud(1), quiet(0.5))
    room.tell(Release(samples_in(2400)))
    assert room.spans == [(samples_in(700), samples_in(2400))]
    assert room.utterances[0].trigger is Trigger.PUSH_TO_TALK
    assert room.plot == ["SpeechStarted", "Utterance"]


def test_the_tail_waits_for_80_ms_of_silence() -> None:
    room = Room()
    room.tell(Press(0))
    room.hear(loud(1))
    room.tell(Release(samples_in(950)))
    room.hear(loud(0.1), quiet(0.5))
    assert room.spans == [(0, samples_in(1100 + 80))]


def test_the_tail_counts_silence_from_before_the_release() -> None:
    room = Room()
    room.tell(Press(0))
    room.hear(loud(1), quiet(0.5))
    room.tell(Release(samples_in(1060)))
    assert room.spans == [(0, samples_in(1080))]


def test_the_tail_of_someone_who_talks_on_is_250_ms() -> None:
    room = Room()
    room.tell(Press(0))
    room.hear(loud(1))
    room.tell(Release(SECOND - 7))
    room.hear(loud(1))
    assert room.spans == [(0, SECOND - 7 + samples_in(250))]


def test_a_slip_of_the_finger_is_dropped_at_its_release() -> None:
    room = Room()
    room.hear(loud(1))
    room.tell(Press(SECOND - 1600), Release(SECOND))
    assert room.plot == ["SpeechStarted", "UtteranceDropped"]
    assert room.found[-1] == UtteranceDropped(1)


def test_a_press_just_long_enough_is_none() -> None:
    room = Room()
    room.hear(quiet(1))
    room.tell(Press(SECOND - samples_in(120)), Release(SECOND))
    assert room.plot == ["SpeechStarted", "Utterance"]


def test_pressing_again_within_the_tail_ends_the_tail_and_says_nothing_twice() -> None:
    room = Room()
    room.tell(Press(0))
    room.hear(loud(1))
    room.tell(Release(samples_in(950)), Press(samples_in(1040)))
    room.hear(loud(1), quiet(1))
    room.tell(Release(samples_in(2500)))
    assert room.spans == [
        (0, samples_in(1040)),
        (samples_in(1040), samples_in(2500)),
    ]


def test_the_pre_roll_does_not_repeat_what_the_utterance_before_had() -> None:
    room = Room()
    room.hear(loud(1), quiet(2))
    room.tell(Press(0), Release(samples_in(1500)), Press(samples_in(1600)), Release(samples_in(2500)))
    assert room.spans == [(0, samples_in(1500)), (samples_in(1500), samples_in(2500))]


def test_a_press_told_after_the_tail_before_it_was_closed_loses_nothing_either() -> None:
    room = Room()
    room.hear(loud(3))
    room.tell(Press(0), Release(SECOND), Press(SECOND + 100), Release(2 * SECOND))
    assert room.spans[1][0] == SECOND + 100


def test_the_end_of_the_source_finishes_what_is_open() -> None:
    room = Room()
    room.tell(Press(0))
    room.hear(loud(1))
    assert [type(each) for each in room.ear.flush() if not isinstance(each, Segment)] == [Utterance]


def test_the_end_of_the_source_drops_a_slip() -> None:
    room = Room()
    room.hear(loud(1))
    room.tell(Press(SECOND - 100))
    assert list(room.ear.flush()) == [UtteranceDropped(1)]


def test_what_was_said_up_to_the_release_may_be_decoded_while_the_tail_is_waited_for() -> None:
    room = Room()
    room.tell(Press(0))
    room.hear(quiet(0.2), loud(0.995), quiet(0.005))
    room.tell(Release(samples_in(1195)))
    approvals = [each.pause for each in room.found if isinstance(each, Segment)]
    assert approvals[-1] == samples_in(1195)
    assert not room.utterances
    room.hear(quiet(0.5))
    (utterance,) = room.utterances
    assert utterance.silent_from == samples_in(1195)
    assert utterance.stop > samples_in(1200)


def test_who_lets_go_early_is_heard_to_the_end() -> None:
    room = Room()
    room.tell(Press(0))
    room.hear(quiet(0.2), loud(1))
    room.tell(Release(samples_in(1150)))
    room.hear(loud(0.1), quiet(0.5))
    (utterance,) = room.utterances
    assert utterance.silent_from is None


def test_a_pause_before_the_release_needs_no_second_approval() -> None:
    room = Room()
    room.tell(Press(0))
    room.hear(quiet(0.2), loud(1), quiet(0.3))
    before = [each.pause for each in room.found if isinstance(each, Segment)]
    room.tell(Release(samples_in(1500)))
    assert [each.pause for each in room.found if isinstance(each, Segment) and each.pause] == [
        pause for pause in before if pause
    ]
    assert [each.silent_from for each in room.utterances] == [samples_in(1360)]


def test_when_the_release_is_told_changes_nothing() -> None:
    sound = np.concatenate([quiet(0.2), loud(1), quiet(1)])
    spans = []
    for told in (19_400, 21_000, 23_500):
        room = Room()
        room.tell(Press(0))
        room.hear(sound[:told])
        room.tell(Release(19_300))
        room.hear(sound[told:])
        spans += [(each.stop, each.silent_from, each.cuts) for each in room.utterances]
    assert spans == [spans[0]] * 3
