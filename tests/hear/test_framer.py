"""Frames of one size, at absolute positions."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.hear.framer import Framer
from assistant.values.audio import AudioChunk, Gap, GapReason, read_only


def chunk(start: int, count: int) -> AudioChunk:
    return AudioChunk(start, read_only(np.arange(start, start + count) % 30_000))


@given(st.lists(st.integers(0, 700), max_size=20), st.sampled_from([160, 320, 480, 512]))
def test_frames_are_whole_abut_and_lose_nothing(sizes: list[int], frame: int) -> None:
    framer, position = Framer(frame), 0
    frames: list[AudioChunk | Gap] = []
    for size in sizes:
        frames += framer.feed(chunk(position, size))
        position += size
    rest = list(framer.flush())
    sound = [each for each in frames if isinstance(each, AudioChunk)]
    assert [each.start for each in sound] == list(range(0, position - position % frame, frame))
    assert all(len(each.samples) == frame for each in sound)
    whole = np.concatenate([np.zeros(0, np.int16), *(each.samples for each in [*sound, *rest])])
    assert np.array_equal(whole, np.arange(position) % 30_000)


def test_the_grid_begins_where_audio_begins_and_goes_on_over_a_gap() -> None:
    framer = Framer(320)
    gap = Gap(1200, 5000, GapReason.LOST)
    heard = [*framer.feed(chunk(1000, 200)), *framer.feed(gap), *framer.feed(chunk(1200, 440))]
    assert heard[0] == gap
    assert [each.start for each in heard[1:]] == [1000, 1320]


def test_audio_that_jumps_is_refused() -> None:
    framer = Framer(320)
    list(framer.feed(chunk(0, 100)))
    with pytest.raises(ValueError, match="sample 100, not at 101"):
        list(framer.feed(chunk(101, 100)))
