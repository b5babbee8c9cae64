"""Law 1: how audio is cut on its way in, and how early or late a key press is told, changes nothing."""

import itertools
from collections.abc import Iterator, Sequence
from random import Random

import numpy as np
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from assistant.hear.endpointer import Endpointer, Found
from assistant.values.audio import AudioChunk, Gap, GapReason, Samples, Segment, Utterance, read_only
from assistant.values.control import Cancel, Mode, Press, Release
from assistant.values.settings import HearSettings
from tests.fakes.detector import LevelDetector

Item = Gap | Press | Release | Cancel
Plan = list[tuple[int, Item]]
"""What is told, and when: after how many samples."""

SETTINGS = HearSettings(eager_after_s=1.0, longest_segment_s=2.0)
"""Short pieces, so that long speech is cut in a short test."""


QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""No shrinking: it takes minutes, and a failure of this kind is as plain in a long example."""


SEEDS = st.integers(0, 2**32)
"""Scenes are made at random from a seed: drawn value by value they would nearly all be tiny."""
BLOCKS = st.lists(st.integers(1, 30_000), min_size=1, max_size=5)


def sounds(chance: Random) -> Samples:
    """Return loud and quiet stretches of any length."""
    noise = np.random.default_rng(chance.randrange(100))
    lengths = [
        chance.choice([300, 3000, 12_000]) + chance.randrange(3000) for _ in range(chance.randint(4, 20))
    ]
    parts = [noise.normal(0, 4 if number % 2 else 3000, length) for number, length in enumerate(lengths)]
    return read_only(np.concatenate(parts).astype(np.int16))


def plans(chance: Random) -> Plan:
    """Return presses, releases, cancels and gaps at positions that ascend."""
    plan: Plan = []
    at = 0
    for kind in chance.choices("PRCG", [4, 4, 1, 1], k=chance.randrange(9)):
        at += chance.choice([100, 3000, 20_000]) + chance.randrange(3000)
        items: dict[str, Item] = {
            "P": Press(at),
            "R": Release(at),
            "C": Cancel(),
            "G": Gap(at, chance.choice([0, 3000, 20_000]), GapReason.LOST),
        }
        plan.append((at, items[kind]))
    return plan


def presses(chance: Random) -> list[Press | Release]:
    """Return presses and releases in turn, no two of them within a tail."""
    steps = [4001 + chance.randrange(chance.choice([1000, 20_000])) for _ in range(chance.randint(2, 8))]
    positions = itertools.accumulate(steps)
    return [Release(at) if number % 2 else Press(at) for number, at in enumerate(positions)]


def off_time(keys: Sequence[Press | Release], chance: Random, mode: Mode) -> Plan:
    """Tell keys before or after their time.

    At most 4000 samples after it: a press told when the tail before it was closed finds it closed. And
    hands-free no press is told late: unannounced speech that was given away cannot be taken back.
    """
    told = []
    for key in keys:
        late = 4000 if isinstance(key, Release) or mode is Mode.PUSH_TO_TALK else 0
        told.append(max(0, (key.at or 0) + chance.choice([-5000, -700, 0, late // 3, late])))
    return list(zip(itertools.accumulate(told, max), keys, strict=True))


def hear(samples: Samples, plan: Plan, blocks: Iterator[int], mode: Mode) -> list[Found]:
    """Feed samples in blocks that are cut wherever the plan has something to tell."""
    ear = Endpointer(SETTINGS, LevelDetector(320), LevelDetector(512), mode)
    found: list[Found] = []
    position = 0
    for at, item in [*plan, (len(samples), None)]:
        while position < min(at, len(samples)):
            stop = min(position + next(blocks), at, len(samples))
            found += ear.feed(AudioChunk(position, samples[position:stop]))
            position = stop
        if item is not None and (not isinstance(item, Gap) or item.start == position):
            found += ear.feed(item)
    return [*found, *ear.flush()]


def outcome(found: Sequence[Found]) -> list[tuple[object, ...]]:
    """Return all there is to an utterance but its number: what is dropped on the way has one, too."""
    return [
        (each.start, each.samples.tobytes(), each.trigger, each.cuts, each.silent_from, each.gaps)
        for each in found
        if isinstance(each, Utterance)
    ]


@given(SEEDS, BLOCKS, st.sampled_from(Mode))
@settings(max_examples=60, phases=QUICK)
def test_chunking_never_changes_the_utterances(seed: int, blocks: list[int], mode: Mode) -> None:
    chance = Random(seed)
    samples, plan = sounds(chance), plans(chance)
    one_way = hear(samples, plan, itertools.repeat(160), mode)
    another = hear(samples, plan, itertools.cycle(blocks), mode)
    assert outcome(one_way) == outcome(another)


@given(SEEDS, BLOCKS, st.sampled_from(Mode))
@settings(max_examples=60, phases=QUICK)
def test_a_key_told_early_or_late_is_honoured_at_its_position(
    seed: int, blocks: list[int], mode: Mode
) -> None:
    chance = Random(seed)
    samples, keys = sounds(chance), presses(chance)
    in_time: Plan = [(key.at or 0, key) for key in keys]
    one_way = hear(samples, in_time, itertools.repeat(160), mode)
    another = hear(samples, off_time(keys, chance, mode), itertools.cycle(blocks), mode)
    assert outcome(one_way) == outcome(another)


@given(SEEDS, BLOCKS, st.sampled_from(Mode))
@settings(max_examples=25, phases=QUICK)
def test_segments_abut_and_hold_what_the_utterance_holds(seed: int, blocks: list[int], mode: Mode) -> None:
    chance = Random(seed)
    samples, plan = sounds(chance), plans(chance)
    pieces: dict[int, list[Segment]] = {}
    for each in hear(samples, plan, itertools.cycle(blocks), mode):
        if isinstance(each, Segment):
            pieces.setdefault(each.utterance, []).append(each)
        if isinstance(each, Utterance):
            given_away = pieces.get(each.number, [])
            edges = [each.start, *(piece.stop for piece in given_away)]
            assert [piece.start for piece in given_away] == edges[:-1]
            whole = b"".join(piece.samples.tobytes() for piece in given_away)
            assert whole[: each.samples.nbytes] == each.samples.tobytes()[: len(whole)]
            cuts = [piece.stop for piece in given_away if piece.is_cut]
            marks = [piece.stop if piece.is_cut else piece.pause for piece in given_away]
            assert set(each.cuts) <= set(cuts)
            assert each.silent_from is None or each.silent_from in marks
            assert all(stop - start <= 32_000 for start, stop in each.pieces())
