"""Other readings: the first is the greedy one, the others are what it nearly was."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.recognize import ctc
from assistant.recognize.reading.reading import Reading, runners_up
from assistant.recognize.reading.runners_up import REACH, readings
from assistant.values.transcript import RunnerUp
from tests.recognize.hotwords.lattice import BLANK, PIECES, Frame, W, emissions

SYMBOLS = (BLANK, f"{W}the", "ed", "ing")
FRAMES = st.lists(
    st.dictionaries(st.sampled_from(SYMBOLS), st.floats(0.06, 0.25), min_size=1), min_size=1, max_size=4
)


@given(FRAMES)
def test_the_first_reading_is_the_greedy_one(frames: list[Frame]) -> None:
    given_ = emissions(frames)
    found = readings(given_)
    loss, tokens = found[0]
    assert loss == 0
    ties = len({round(value, 9) for frame in frames for value in frame.values()}) < sum(map(len, frames))
    assert ties or tokens == tuple(token.id for token in ctc.collapse(given_))


@given(FRAMES)
def test_with_room_enough_it_finds_every_reading_and_its_best_alignment(frames: list[Frame]) -> None:
    """Against the definition: every path through the frames, collapsed."""
    given_ = emissions(frames)
    losses = given_.top_score - given_.top_score[:, :1]
    rows = [
        [(int(one), float(loss)) for one, loss in zip(ids, row, strict=True) if loss >= -REACH]
        for ids, row in zip(given_.top, losses, strict=True)
    ]
    best: dict[tuple[int, ...], float] = {}
    for path in product(*rows):
        ids = [token for token, _ in path]
        merged = [one for place, one in enumerate(ids) if place == 0 or ids[place - 1] != one]
        text = tuple(one for one in merged if one != 0)
        best[text] = max(best.get(text, -99.0), sum(loss for _, loss in path))
    found = {tokens: loss for loss, tokens in readings(given_, width=10**6)}
    assert found.keys() == best.keys()
    assert [found[text] for text in best] == pytest.approx(list(best.values()), abs=1e-4)


def test_what_is_sure_has_no_other_reading() -> None:
    assert len(readings(emissions([f"{W}the", BLANK, "ed"]))) == 1


def test_no_frames_read_as_nothing() -> None:
    assert readings(emissions([])) == [(0.0, ())]


def test_two_of_a_kind_need_a_blank_between_them() -> None:
    given_ = emissions(["ed", {BLANK: 0.5, "ed": 0.4}, "ed"])
    ed = PIECES.index("ed")
    found = readings(given_)
    assert [tokens for _, tokens in found] == [(ed, ed), (ed,)]
    assert found[1][0] == pytest.approx(np.log(0.8), abs=1e-4)


def test_readings_of_the_whole_differ_in_one_stretch() -> None:
    parts = [
        Reading(0, 9, "one", runners_up=(RunnerUp("won", -0.5),)),
        Reading(9, 18, "two.", runners_up=(RunnerUp("too.", -0.1), RunnerUp("to.", -2.0))),
    ]
    assert runners_up(parts) == (
        RunnerUp("one too.", -0.1),
        RunnerUp("won two.", -0.5),
        RunnerUp("one to.", -2.0),
    )
    assert runners_up([]) == ()
