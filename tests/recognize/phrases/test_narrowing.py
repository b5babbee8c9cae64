"""A search of what may have been said finds what a search of everything does."""

import random

import numpy as np
import pytest

from assistant.devices.onnx import emission
from assistant.recognize.phrases import listener as room
from assistant.recognize.phrases.listener import PhraseListener
from assistant.recognize.phrases.narrowing import Narrowing
from assistant.recognize.phrases.network import START, compile_network
from assistant.recognize.phrases.spelling import Speller
from assistant.recognize.vocabulary import Vocabulary
from assistant.values.phrases import Anything, Candidate, Either, Goal, InTurn, Words

PIECES = ("<unk>", "▁o", "pen", "▁close", "▁tab", "▁t", "ab", "le", "▁red", "▁note", "▁the")
GOALS = (
    Goal("tab.open", InTurn((Words("open"), Either((Words("the"), Words(""))), Words("tab")))),
    Goal("tab.close", Words("close tab")),
    Goal("table", InTurn((Words("open"), Words("table")))),
    Goal("red", Words("red table red")),
    Goal("note.add", InTurn((Words("note"), Anything()))),
)


def hear(seed: int) -> Candidate | None:
    """Return what is heard in frames of which some are sure and some are not."""
    pick = random.Random(seed)
    logits = np.random.default_rng(seed).normal(0, 1, (4 + 12, len(PIECES))).astype(np.float32)
    for frame in range(12):
        logits[4 + frame, pick.randrange(len(PIECES))] += pick.choice((4, 9, 15))
    listener = PhraseListener(GOALS, Vocabulary.of(PIECES), 0)
    emissions = emission.reduce(logits, listener.tokens)
    assert emissions.columns is not None
    return listener.hear(emissions, emissions.columns)


@pytest.mark.parametrize("seed", range(40))
def test_what_could_be_taken_for_heard_is_the_same(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = hear(seed)
    monkeypatch.setattr(room, "FAR", 1e9)
    whole = hear(seed)
    assert whole is not None
    if whole.worst <= 6.0:  # what the router takes at most
        assert narrow is not None
        assert (narrow.goal, narrow.text) == (whole.goal, whole.text)
        assert narrow.doubt == pytest.approx(whole.doubt)
        assert narrow.margin >= whole.margin - 1e-4


def test_words_that_were_not_heard_are_left_out_with_all_behind_them() -> None:
    network = compile_network(GOALS, Speller(PIECES))
    loss = np.where(network.tokens == PIECES.index("▁o"), np.float32(20.0), np.float32(0.0))
    kept = Narrowing(network).arcs(loss.astype(np.float32), 8.0)
    assert 0 < kept.size < network.tokens.size
    left = network.only(kept)
    assert PIECES.index("▁o") not in left.tokens
    assert left.ends[0] == left.ends[2] == ()
    assert left.ends[1] != ()
    reached = {START, *left.targets.tolist()}
    assert set(left.sources.tolist()) <= reached
