"""What every journal does, the one on disk and the one that stands in for it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from assistant.devices.journal import DiskJournal
from assistant.engine.ports import Journal
from assistant.values.audio import Samples, Segment, Trigger, Utterance, read_only
from tests.fakes.journal import RecordingJournal

Look = Callable[[int], Samples | None]
Case = tuple[Journal, Look]


@pytest.fixture(params=["memory", "disk"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:
    if request.param == "memory":
        fake = RecordingJournal()
        yield fake, fake.samples
        return
    disk = DiskJournal(tmp_path / "journal")

    def look(number: int) -> Samples | None:
        found = [entry for entry in disk._entries() if entry.number == number]
        return found[0].samples() if found else None

    yield disk, look
    disk.close()


def noise(count: int, seed: int = 0) -> Samples:
    return read_only(np.random.default_rng(seed).integers(-(2**15), 2**15, count, dtype=np.int16))


def utterance(samples: Samples, start: int = 0, number: int = 1) -> Utterance:
    return Utterance(number, start, samples, Trigger.PUSH_TO_TALK)


def test_what_was_appended_is_there_at_once(case: Case) -> None:
    journal, look = case
    audio = noise(4000)
    for at in range(0, 4000, 1000):
        journal.append(Segment(1, 500 + at, audio[at : at + 1000], is_cut=False))
        held = look(1)
        assert held is not None
        assert np.array_equal(held, audio[: at + 1000])


@pytest.mark.parametrize(("start", "stop"), [(0, 4000), (0, 2500), (0, 4700), (300, 4200), (300, 900)])
def test_complete_holds_exactly_the_utterance(case: Case, start: int, stop: int) -> None:
    journal, look = case
    audio = noise(5000)
    journal.append(Segment(1, 0, audio[:1500], is_cut=False))
    journal.append(Segment(1, 1500, audio[1500:4000], is_cut=True))
    journal.complete(utterance(audio[start:stop], start))
    held = look(1)
    assert held is not None
    assert np.array_equal(held, audio[start:stop])


def test_an_utterance_without_segments_can_be_completed(case: Case) -> None:
    journal, look = case
    journal.complete(utterance(noise(160)))
    held = look(1)
    assert held is not None
    assert np.array_equal(held, noise(160))


def test_utterances_do_not_mix(case: Case) -> None:
    journal, look = case
    for number in (1, 2):
        journal.append(Segment(number, 0, noise(300, number), is_cut=False))
    journal.complete(utterance(noise(300, 2), number=2))
    journal.drop(2)
    assert look(2) is None
    held = look(1)
    assert held is not None
    assert np.array_equal(held, noise(300, 1))


@pytest.mark.parametrize("is_complete", [False, True])
def test_what_was_dropped_is_gone(case: Case, is_complete: bool) -> None:
    journal, look = case
    journal.append(Segment(1, 0, noise(300), is_cut=False))
    if is_complete:
        journal.complete(utterance(noise(300)))
    journal.drop(1)
    assert look(1) is None


def test_dropping_what_is_not_there_is_no_error(case: Case) -> None:
    journal, _ = case
    journal.drop(7)
    journal.drop(7)


def test_the_empty_utterance_is_kept_too(case: Case) -> None:
    journal, look = case
    journal.append(Segment(1, 0, noise(300), is_cut=False))
    journal.complete(utterance(noise(0)))
    held = look(1)
    assert held is not None
    assert held.size == 0


def test_what_is_kept_stays(case: Case) -> None:
    journal, look = case
    journal.complete(utterance(noise(300)))
    journal.keep(1)
    journal.keep(7)
    held = look(1)
    assert held is not None
    assert np.array_equal(held, noise(300))
