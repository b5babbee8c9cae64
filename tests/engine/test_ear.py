import errno
from collections.abc import Iterable

import numpy as np

from assistant.engine.ear import Ear, EarItem, EarWork
from assistant.engine.work import Drop, Work
from assistant.hear.endpointer import Endpointer
from assistant.values.action import Window
from assistant.values.audio import AudioChunk, Samples, Segment, Utterance, samples_in
from assistant.values.control import Cancel, Mode, Press, Release, SetMode
from assistant.values.event import Event, Fault, MicrophoneOpened, Trouble, UtteranceDropped
from assistant.values.settings import HearSettings
from tests.fakes.journal import RecordingJournal
from tests.fakes.rooms import LoudnessDetector, chunks, loud, quiet

LOST = Trouble(Fault.MICROPHONE_LOST, "gone")


class Listening:
    """An ear, and everything that came out of it."""

    def __init__(self, journal: RecordingJournal | None = None) -> None:
        self.events: list[Event] = []
        self.work: list[EarWork] = []
        self.ear = Ear(Endpointer(HearSettings(), LoudnessDetector()), journal, self.events.append)

    def hear(self, *items: EarItem) -> None:
        for item in items:
            self.work += self.ear.feed(item)

    def troubles(self) -> list[Fault]:
        return [event.fault for event in self.events if isinstance(event, Trouble)]

    def utterances(self) -> list[tuple[Utterance, Window | None]]:
        return [
            (one.item, one.context.window)
            for one in self.work
            if isinstance(one, Work) and isinstance(one.item, Utterance)
        ]


def speech(seconds: float) -> Iterable[EarItem]:
    return chunks(loud(seconds), 512)


def parted(audio: Samples, at: int) -> tuple[list[AudioChunk], list[AudioChunk]]:
    """Return the chunks of `audio` up to about `at`, and those after."""
    every = list(chunks(audio, 512))
    return [one for one in every if one.stop <= at], [one for one in every if one.stop > at]


def test_an_utterance_belongs_to_the_window_its_key_was_pressed_in() -> None:
    first, second = Window(1), Window(2)
    listening = Listening()
    before, after = parted(loud(2.0), samples_in(1000))
    listening.hear(Press(0, first), *before, Release(samples_in(500)))
    listening.hear(Press(samples_in(900), second), *after, Release(samples_in(1500)))
    assert [window for _, window in listening.utterances()] == [first, second]


def test_unannounced_speech_belongs_to_no_window() -> None:
    listening = Listening()
    before, after = parted(np.concatenate([quiet(0.5), loud(1.0), quiet(1.5)]), samples_in(500))
    listening.hear(Press(0, Window(1)), *before, Release(10), SetMode(Mode.HANDS_FREE), *after)
    assert [window for _, window in listening.utterances()] == [None]


def test_a_key_released_after_the_microphone_went_ends_the_utterance_with_what_there_is() -> None:
    listening = Listening()
    listening.hear(Press(0), *speech(1.0), LOST)
    assert listening.utterances() == [], "the key is still held: the microphone may come back"
    listening.hear(Release(samples_in(3000)))
    ((utterance, _),) = listening.utterances()
    assert utterance.stop == samples_in(1000)


def test_a_microphone_that_goes_before_the_tail_is_over_ends_the_utterance() -> None:
    listening = Listening()
    listening.hear(Press(0), *speech(1.0), Release(samples_in(1200)))
    assert listening.utterances() == []
    listening.hear(LOST)
    assert len(listening.utterances()) == 1


def test_a_microphone_that_came_back_is_waited_for() -> None:
    listening = Listening()
    listening.hear(Press(0), *speech(1.0), LOST, MicrophoneOpened("back"), Release(samples_in(1200)))
    assert listening.utterances() == []


def test_cancelling_drops_what_is_being_spoken_and_its_recording() -> None:
    journal = RecordingJournal()
    listening = Listening(journal)
    listening.hear(Press(0), *speech(1.0), Cancel())
    assert listening.work[-1] == Drop(1)
    assert UtteranceDropped(1) in listening.events
    listening.hear(Release(samples_in(1100)))
    assert listening.utterances() == []


def test_cancelling_a_press_whose_audio_has_not_come_yet() -> None:
    listening = Listening()
    before, after = parted(loud(2.0), samples_in(500))
    listening.hear(*before, Press(samples_in(900)), Cancel(), *after, Release(samples_in(1500)))
    assert listening.utterances() == []


def test_cancelling_afterwards_calls_off_what_is_being_worked_on() -> None:
    listening = Listening()
    listening.hear(Press(0), *speech(1.0), Release(samples_in(500)))
    (work,) = [one for one in listening.work if isinstance(one, Work) and isinstance(one.item, Utterance)]
    assert not work.token.is_set
    listening.hear(Cancel())
    assert work.token.is_set


def test_push_to_talk_is_in_the_journal_before_the_brain_gets_it() -> None:
    journal = RecordingJournal()
    listening = Listening(journal)
    listening.hear(Press(0), *speech(1.0))
    written = journal.samples(1)
    assert written is not None
    assert len(written) >= samples_in(750), "a kill loses at most 250 ms"
    listening.hear(Release(samples_in(500)))
    ((utterance, _),) = listening.utterances()
    kept = journal.samples(1)
    assert kept is not None
    assert kept.tolist() == utterance.samples.tolist()


def test_speech_that_no_key_announced_is_never_written() -> None:
    journal = RecordingJournal()
    listening = Listening(journal)
    listening.hear(SetMode(Mode.HANDS_FREE), *chunks(np.concatenate([loud(1.0), quiet(1.5)]), 512))
    assert len(listening.utterances()) == 1
    assert journal.pieces == {}


def test_a_full_disk_is_told_once_and_costs_no_word() -> None:
    listening = Listening(RecordingJournal(OSError(errno.ENOSPC, "No space left on device")))
    listening.hear(Press(0), *speech(2.0), Release(samples_in(1500)))
    assert listening.troubles() == [Fault.STORAGE]
    assert len(listening.utterances()) == 1


def approvals(listening: Listening) -> list[bool]:
    """Return, for each piece decoded on approval, whether it was called off."""
    return [
        one.token.is_set
        for one in listening.work
        if isinstance(one, Work) and isinstance(one.item, Segment) and one.item.pause is not None
    ]


def test_what_is_decoded_on_approval_goes_on_while_nothing_but_silence_follows() -> None:
    listening = Listening()
    audio = np.concatenate([quiet(0.5), loud(1.0), quiet(1.0)])
    listening.hear(Press(0), *chunks(audio, 512), Release(samples_in(2400)))
    assert len(listening.utterances()) == 1
    assert approvals(listening) == [False]


def test_what_is_decoded_on_approval_is_called_off_where_the_end_comes_elsewhere() -> None:
    listening = Listening()
    audio = np.concatenate([quiet(0.5), loud(1.0), quiet(0.3), loud(0.5)])
    listening.hear(Press(0), *chunks(audio, 512))
    assert approvals(listening) == [False]
    listening.hear(Release(samples_in(2200)), *chunks(loud(0.3), 512, len(audio)))
    assert len(listening.utterances()) == 1
    assert approvals(listening) == [True, True], "at the pause, and where the key came up: speech went on"


def test_a_newer_pause_calls_off_what_is_decoded_for_the_one_before() -> None:
    listening = Listening()
    audio = np.concatenate([quiet(0.5), loud(1.0), quiet(0.3), loud(0.5), quiet(0.3)])
    listening.hear(Press(0), *chunks(audio, 512))
    assert approvals(listening) == [True, False]


def test_dropping_an_utterance_calls_off_everything_that_is_decoded_of_it() -> None:
    listening = Listening()
    audio = np.concatenate([quiet(0.5), loud(1.0), quiet(0.3)])
    listening.hear(Press(0), *chunks(audio, 512), Cancel())
    assert all(one.token.is_set for one in listening.work if isinstance(one, Work))
    assert approvals(listening) == [True]
