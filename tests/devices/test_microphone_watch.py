"""What the microphone is watched with, without a microphone."""

import random
from time import monotonic

import numpy as np
import pytest

from assistant.devices.microphone.clock import LATE, SampleClock
from assistant.devices.microphone.reports import Reporter
from assistant.devices.microphone.zeros import Change, ZeroWatch
from assistant.values.audio import GapReason
from assistant.values.event import Fault, MicrophoneOpened, Recovered, Trouble
from tests.fakes.post import RecordingPost

BLOCK = 512
PERIOD = BLOCK / 16_000


def run(clock: SampleClock, count: int, *, jitter: float = 0.0) -> int:
    """Feed blocks in time, or up to `jitter` seconds after it; return what the clock found missing."""
    randomly = random.Random(0)
    return sum(
        clock.note(100 + (number + 1) * PERIOD + randomly.random() * jitter, PERIOD + 0.02, BLOCK)
        for number in range(count)
    )


def test_a_key_time_becomes_the_sample_that_was_heard_then() -> None:
    clock = SampleClock(5000, 16_000)
    run(clock, 200, jitter=0.0)
    # the first sample was at the microphone 20 ms before the stream began to be delivered
    assert clock.position(99.98) == 5000
    assert clock.position(100.98) == 21_000
    assert clock.position(107.98) == pytest.approx(133_000, abs=1)


def test_before_the_stream_there_is_nothing() -> None:
    clock = SampleClock(5000, 16_000)
    assert clock.position(100.0) is None
    run(clock, 3)
    assert clock.position(90.0) == 5000


def test_a_device_at_another_rate_counts_in_our_samples() -> None:
    clock = SampleClock(0, 48_000)
    for number in range(100):
        clock.note(100 + (number + 1) * PERIOD, PERIOD, 1536)
    assert clock.position(102.0) == pytest.approx(32_000, abs=1)


def test_late_blocks_are_not_lost_ones() -> None:
    assert run(SampleClock(0, 16_000), 20_000, jitter=0.1) == 0


def test_a_busy_half_second_is_not_a_loss() -> None:
    clock = SampleClock(0, 16_000)
    missing = run(clock, 100)
    for _ in range(100, 112):  # all delivered at once when the machine has time again
        missing += clock.note(100 + 112 * PERIOD, PERIOD, BLOCK)
    for number in range(112, 300):
        missing += clock.note(100 + (number + 1) * PERIOD, PERIOD, BLOCK)
    assert missing == 0


def test_samples_that_never_come_are_counted_once() -> None:
    clock = SampleClock(0, 16_000)
    found = [clock.note(100 + (n + 1) * PERIOD, PERIOD, BLOCK) for n in range(100)]
    found += [clock.note(100.3 + (n + 1) * PERIOD, PERIOD, BLOCK) for n in range(100, 300)]
    assert [missing for missing in found if missing] == [pytest.approx(4800, abs=20)]


def test_a_slow_leak_is_found_and_a_slow_clock_is_not_one() -> None:
    for rate, is_leak in ((16_000 * 0.99, True), (16_000 * 0.9999, False)):
        clock = SampleClock(0, 16_000)
        period = BLOCK / rate
        missing = sum(clock.note(100 + (n + 1) * period, period, BLOCK) for n in range(3000))
        assert (missing > LATE * 16_000) is is_leak


def test_a_key_time_follows_the_stream_over_a_loss() -> None:
    clock = SampleClock(0, 16_000)
    for number in range(300):
        late = 0.5 if number >= 100 else 0.0
        clock.note(100 + late + (number + 1) * PERIOD, PERIOD, BLOCK)
    assert clock.position(100.5 + 250 * PERIOD) == pytest.approx(250 * BLOCK, abs=1)


def test_an_age_that_makes_no_sense_is_not_believed() -> None:
    clock = SampleClock(0, 16_000)
    for number in range(100):
        clock.note(100 + (number + 1) * PERIOD, 1e9, BLOCK)
    assert clock.position(101.0) == pytest.approx(16_000, abs=1)


def test_two_seconds_of_zeros_are_a_fault_and_one_sample_ends_it() -> None:
    watch, zeros = ZeroWatch(), np.zeros(16_000, np.int16)
    sound = zeros.copy()
    sound[77] = 1
    assert [watch.feed(zeros) for _ in range(4)] == [None, Change.FELL_SILENT, None, None]
    assert [watch.feed(sound), watch.feed(sound)] == [Change.IS_BACK, None]
    assert [watch.feed(zeros), watch.feed(sound), watch.feed(zeros)] == [None, None, None]


def test_each_trouble_is_told_once_and_its_end_once() -> None:
    post = RecordingPost()
    reporter = Reporter(post)
    reporter.opened("desk microphone")
    reporter.lost("It is gone.")
    reporter.lost("It is still gone.")
    reporter.opened("desk microphone")
    assert post.items == [
        MicrophoneOpened("desk microphone"),
        Trouble(Fault.MICROPHONE_LOST, "It is gone."),
        MicrophoneOpened("desk microphone"),
        Recovered(Fault.MICROPHONE_LOST, "Hearing through desk microphone again."),
    ]


def test_a_silent_microphone_that_goes_away_is_no_longer_silent() -> None:
    post = RecordingPost()
    reporter = Reporter(post)
    reporter.silent()
    reporter.lost("It is gone.")
    assert [type(each) for each in post.troubles(Fault.MICROPHONE_SILENT)] == [Trouble, Recovered]


def test_lost_audio_is_complained_about_seldom_but_every_gap_is_posted() -> None:
    post = RecordingPost()
    reporter = Reporter(post)
    for _ in range(50):
        reporter.gap(0, 100, GapReason.LOST)
    assert len(post.gaps) == 50
    assert len(post.troubles(Fault.AUDIO_LOST)) == 1
    assert post.times[-1] <= monotonic()
