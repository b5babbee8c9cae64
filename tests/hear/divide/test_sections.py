"""A recording of any length is read in sections: all speech, no long silence, in bounded memory."""

import itertools
from collections.abc import Iterable, Iterator
from random import Random

import numpy as np
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from assistant.hear.divide.sections import EDGE, EMPTY, MOST, REST, Sections
from assistant.values.audio import SAMPLE_RATE, AudioChunk, Samples, Trigger, Utterance, read_only
from assistant.values.settings import HearSettings
from tests.fakes.detector import LevelDetector
from tests.fakes.rooms import loud, quiet

SETTINGS = HearSettings(eager_after_s=15.0, longest_segment_s=28.0)
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)


def sections(samples: Samples, blocks: Iterable[int] = (1600,)) -> list[Utterance]:
    """Return the sections of a recording that comes in blocks of these sizes."""
    return list(fed(Sections(LevelDetector(320), SETTINGS), samples, blocks))


def fed(room: Sections, samples: Samples, blocks: Iterable[int]) -> Iterator[Utterance]:
    """Yield what comes out while a recording is fed, and at its end."""
    position = 0
    for size in itertools.cycle(blocks):
        if position >= len(samples):
            break
        yield from room.feed(AudioChunk(position, samples[position : position + size]))
        position += size
    yield from room.flush()


def spans(found: Iterable[Utterance]) -> list[tuple[float, float]]:
    return [(one.start / SAMPLE_RATE, one.stop / SAMPLE_RATE) for one in found]


@given(st.integers(0, 2**32), st.lists(st.integers(300, 60_000), min_size=1, max_size=5))
@settings(max_examples=5, phases=QUICK)
def test_how_a_recording_comes_in_changes_no_section_and_no_speech_is_left_out(
    seed: int, blocks: list[int]
) -> None:
    chance = Random(seed)
    parts = [
        (loud if number % 2 else quiet)(chance.choice([0.2, 1.0, 4.0, 25.0]) * chance.uniform(0.5, 1.5))
        for number in range(chance.randint(1, 7))
    ]
    samples = read_only(np.concatenate(parts))
    one_way, another = sections(samples), sections(samples, blocks)
    assert [(one.start, one.samples.tobytes(), one.cuts) for one in one_way] == [
        (one.start, one.samples.tobytes(), one.cuts) for one in another
    ]
    read = np.zeros(len(samples), bool)
    for one in one_way:
        assert not read[one.start : one.stop].any()
        read[one.start : one.stop] = True
    assert read[np.abs(samples) > 1000].all()


def test_a_short_recording_is_one_section_with_speech_in_it_or_without() -> None:
    assert spans(sections(quiet(3.0))) == [(0.0, 3.0)]
    assert spans(sections(read_only(np.concatenate([quiet(1), loud(5), quiet(1)])))) == [(0.0, 7.0)]


def test_silence_ends_a_section_and_long_silence_is_not_read() -> None:
    samples = read_only(np.concatenate([loud(5), quiet(300), loud(5)]))
    first, *rest, last = spans(sections(samples))
    assert first == (0.0, 5.0 + EDGE / SAMPLE_RATE)
    assert rest == []
    assert 305 - (EMPTY + EDGE) / SAMPLE_RATE <= last[0] <= 305 - EDGE / SAMPLE_RATE
    assert last[1] == 310.0
    assert 2 * EDGE <= REST


def test_speech_without_rest_ends_its_sections_at_cuts_and_loses_no_sample() -> None:
    speech = [part for number in range(120) for part in (loud(2.8, number), quiet(0.2))]
    found = sections(read_only(np.concatenate(speech)))
    assert len(found) > 2
    assert [one.stop for one in found[:-1]] == [one.start for one in found[1:]]
    assert all(one.silent_from == one.stop for one in found[:-1]), "each ends in a pause"
    assert max(len(one.samples) for one in found) <= MOST + 28 * SAMPLE_RATE
    assert all(stop - start <= 28 * SAMPLE_RATE for one in found for start, stop in one.pieces())
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    assert {one.trigger for one in found} == {Trigger.FILE}


def test_memory_does_not_grow_with_the_recording() -> None:
    room = Sections(LevelDetector(320), SETTINGS)
    noise = loud(10.0)
    found = 0
    for number in range(45):
        found += len(list(room.feed(AudioChunk(number * len(noise), noise))))
    assert found >= 2
    assert len(room._timeline._buffer) <= 4 * (MOST + 28 * SAMPLE_RATE)
