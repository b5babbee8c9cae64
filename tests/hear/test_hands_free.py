"""Unannounced speech: where it begins and ends, and who has to agree that it is speech."""

from assistant.hear.voicing import is_voiced
from assistant.values.audio import Gap, GapReason, Samples, Trigger, Utterance, samples_in
from assistant.values.control import Cancel, Mode, Press, Release
from tests.fakes.detector import LevelDetector, ScriptedDetector
from tests.fakes.rooms import loud, quiet, voiced
from tests.hear.room import SECOND, Room


def test_speech_is_found_with_a_little_before_and_after() -> None:
    room = Room(mode=Mode.HANDS_FREE)
    room.hear(quiet(1), loud(1), quiet(1))
    assert room.triggered == [(samples_in(700), samples_in(2300), Trigger.HANDS_FREE)]
    assert room.plot == ["SpeechStarted", "Utterance"]


def test_it_is_told_while_it_is_spoken() -> None:
    room = Room(mode=Mode.HANDS_FREE)
    room.hear(quiet(1), loud(0.2))
    assert room.plot == ["SpeechStarted"]


def test_a_pause_shorter_than_the_end_silence_is_part_of_it() -> None:
    room = Room(mode=Mode.HANDS_FREE)
    room.hear(quiet(1), loud(1), quiet(0.6), loud(1), quiet(1))
    assert [(start, stop) for start, stop, _ in room.triggered] == [(samples_in(700), samples_in(3900))]


def test_two_sentences_are_two_utterances() -> None:
    room = Room(mode=Mode.HANDS_FREE)
    room.hear(quiet(1), loud(1), quiet(1), loud(1), quiet(1))
    assert [(start, stop) for start, stop, _ in room.triggered] == [
        (samples_in(700), samples_in(2300)),
        (samples_in(2700), samples_in(4300)),
    ]


def test_a_click_is_nothing() -> None:
    room = Room(mode=Mode.HANDS_FREE)
    room.hear(quiet(1), loud(0.03), quiet(2))
    assert room.found == []


def test_what_the_second_detector_does_not_confirm_is_nothing() -> None:
    confirm = ScriptedDetector([], frame=512)
    room = Room(confirm=confirm, mode=Mode.HANDS_FREE)
    room.hear(quiet(1), loud(5), quiet(2))
    assert room.found == []
    assert confirm.resets == 1


def test_the_second_detector_hears_only_what_the_first_lets_through() -> None:
    confirm = LevelDetector(512)
    room = Room(confirm=confirm, mode=Mode.HANDS_FREE)
    room.hear(quiet(20), loud(1), quiet(20))
    assert confirm.heard * 512 < 3 * SECOND
    assert [(start, stop) for start, stop, _ in room.triggered] == [(samples_in(19_700), samples_in(21_300))]


class PitchDetector(LevelDetector):
    """Takes for speech what is voiced; counts what it had to listen to."""

    def is_speech(self, frame: Samples) -> bool:
        """Judge one frame."""
        super().is_speech(frame)
        return is_voiced(frame)


def test_speech_in_the_middle_of_noise_begins_shortly_before_it_is_confirmed() -> None:
    room = Room(confirm=PitchDetector(512), mode=Mode.HANDS_FREE)
    room.hear(loud(10), voiced(1.6), loud(10), quiet(1))
    [(start, stop, trigger)] = room.triggered
    assert trigger is Trigger.HANDS_FREE
    assert samples_in(9_400) <= start <= samples_in(9_700)
    assert samples_in(11_500) <= stop <= samples_in(12_500)


def test_noise_around_speech_does_not_keep_it_open() -> None:
    room = Room(confirm=PitchDetector(512), mode=Mode.HANDS_FREE)
    room.hear(loud(2), voiced(1), loud(3), voiced(1), loud(3), quiet(1))
    assert len(room.triggered) == 2


def test_noise_that_lasts_is_listened_to_for_a_moment_only() -> None:
    confirm = PitchDetector(512)
    room = Room(confirm=confirm, mode=Mode.HANDS_FREE)
    room.hear(loud(60), quiet(1))
    assert room.found == []
    assert confirm.heard * 512 <= SECOND


def test_speech_that_is_not_voiced_is_found_at_the_beginning_of_a_span() -> None:
    whisper = ScriptedDetector([False] * 5 + [True] * 40 + [False] * 100, frame=512)
    room = Room(confirm=whisper, mode=Mode.HANDS_FREE)
    room.hear(quiet(1), loud(2), quiet(1))
    assert room.plot == ["SpeechStarted", "Utterance"]


def test_push_to_talk_alone_hears_no_unannounced_speech() -> None:
    room = Room(mode=Mode.PUSH_TO_TALK)
    room.hear(quiet(1), loud(1), quiet(1))
    assert room.found == []


def test_the_mode_can_be_changed_and_what_was_open_is_dropped() -> None:
    room = Room(mode=Mode.PUSH_TO_TALK)
    room.hear(loud(1))
    room.found += room.ear.use(Mode.HANDS_FREE)
    room.hear(loud(1))
    room.found += room.ear.use(Mode.PUSH_TO_TALK)
    room.hear(loud(1), quiet(1))
    assert room.plot == ["SpeechStarted", "UtteranceDropped"]


def test_changing_the_mode_leaves_a_held_key_alone() -> None:
    room = Room(mode=Mode.PUSH_TO_TALK)
    room.tell(Press(0))
    room.hear(loud(1))
    room.found += room.ear.use(Mode.HANDS_FREE)
    room.hear(quiet(1))
    room.tell(Release(2 * SECOND))
    assert room.triggered == [(0, 2 * SECOND, Trigger.PUSH_TO_TALK)]


def test_the_key_wins_over_speech_that_has_only_begun() -> None:
    room = Room(mode=Mode.HANDS_FREE)
    room.hear(quiet(1), loud(0.3))
    room.tell(Press(samples_in(1300)))
    room.hear(loud(1), quiet(1))
    room.tell(Release(samples_in(3000)))
    assert room.triggered == [(SECOND, 3 * SECOND, Trigger.PUSH_TO_TALK)]
    assert room.plot == ["SpeechStarted", "UtteranceDropped", "SpeechStarted", "Utterance"]


def test_a_press_known_beforehand_comes_before_the_end_that_follows_it() -> None:
    # the silence is long enough at 2.7 s; the key goes down 100 samples earlier
    at = samples_in(2700) - 100
    press, release = Press(at), Release(samples_in(3500))
    in_time, early = Room(mode=Mode.HANDS_FREE), Room(mode=Mode.HANDS_FREE)
    in_time.hear(quiet(1), loud(1), quiet(0.7)[:-100])
    in_time.tell(press)
    in_time.hear(quiet(1.1))
    early.hear(quiet(1), loud(1))
    early.tell(press)
    early.hear(quiet(1.8))
    in_time.tell(release)
    early.tell(release)
    assert in_time.triggered == early.triggered
    assert early.spans[0][1] == at - samples_in(300)


def test_what_was_said_before_the_key_is_not_lost() -> None:
    room = Room(mode=Mode.HANDS_FREE)
    room.hear(quiet(1), loud(2))
    room.tell(Press(3 * SECOND))
    room.hear(loud(1), quiet(1))
    room.tell(Release(5 * SECOND))
    assert room.triggered == [
        (samples_in(700), samples_in(2700), Trigger.HANDS_FREE),
        (samples_in(2700), 5 * SECOND, Trigger.PUSH_TO_TALK),
    ]


def test_speech_after_the_key_is_heard_again() -> None:
    room = Room(mode=Mode.HANDS_FREE)
    room.tell(Press(0))
    room.hear(loud(1), quiet(1))
    room.tell(Release(samples_in(1500)))
    room.hear(loud(1), quiet(1))
    assert [trigger for *_, trigger in room.triggered] == [Trigger.PUSH_TO_TALK, Trigger.HANDS_FREE]


def test_speech_after_a_release_that_is_told_late_is_heard_from_its_beginning() -> None:
    room = Room(mode=Mode.HANDS_FREE)
    room.tell(Press(0))
    room.hear(loud(1), quiet(0.5), loud(1), quiet(1))
    room.tell(Release(samples_in(1300)))
    assert room.triggered == [
        (0, samples_in(1300), Trigger.PUSH_TO_TALK),
        (samples_in(1300), samples_in(2800), Trigger.HANDS_FREE),
    ]


def test_cancel_drops_the_sentence_and_not_only_its_first_half() -> None:
    room = Room(mode=Mode.HANDS_FREE)
    room.hear(loud(1))
    room.tell(Cancel())
    room.hear(loud(2), quiet(1), loud(1), quiet(1))
    assert room.plot == ["SpeechStarted", "UtteranceDropped", "SpeechStarted", "Utterance"]
    assert room.triggered[0][0] > 3 * SECOND


def test_a_long_gap_ends_it() -> None:
    room = Room(mode=Mode.HANDS_FREE)
    room.hear(quiet(1), loud(1))
    room.tell(Gap(2 * SECOND, 2 * SECOND, GapReason.REOPENED))
    assert room.triggered == [(samples_in(700), 2 * SECOND, Trigger.HANDS_FREE)]


def test_a_short_gap_does_not() -> None:
    room, gap = Room(mode=Mode.HANDS_FREE), Gap(2 * SECOND, 1000, GapReason.LOST)
    room.hear(quiet(1), loud(1))
    room.tell(gap)
    room.hear(loud(1), quiet(1))
    (utterance,) = [each for each in room.found if isinstance(each, Utterance)]
    assert utterance.gaps == (gap,)


def test_the_end_of_the_source_finishes_it() -> None:
    room = Room(mode=Mode.HANDS_FREE)
    room.hear(quiet(1), loud(1))
    room.found += room.ear.flush()
    assert room.triggered == [(samples_in(700), 2 * SECOND, Trigger.HANDS_FREE)]
