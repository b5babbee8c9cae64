"""Which clips training takes, and how the rate falls."""

from pathlib import Path

import pytest

from models.recipe.corpus.store import Entry
from models.recipe.train.draw import JOINED, SHARES, Draw, category
from models.recipe.train.schedule import CONTINUED, FROM_NOTHING, Schedule


def entry(text: str, kind: str, source: str = "tts", speaker: str = "a") -> Entry:
    facts = {"text": text, "kind": kind, "source": source, "speaker": speaker, "spoken_part": [30, 60]}
    return Entry(facts, Path("shard.npy"), 0, 100)


ENTRIES = [
    *(entry("yes", "human", "en-speech-commands-test", speaker) for speaker in "aaaaaabbbbbb"),
    *(entry("turn it up", "command", speaker=speaker) for speaker in "ccdd"),
    *(entry("", "noise", "events-esc10", "Rain") for _ in range(3)),
]


@pytest.mark.parametrize(
    ("clip", "name"),
    [
        (entry("seven", "human", "en-speech-commands-other"), "human digit"),
        (entry("cat", "human", "en-speech-commands-other"), "other human words"),
        (entry("yes", "human", "en-an4-sub"), "other human"),
        (entry("", "noise", "events-esc10", "Baby cry"), "Cry"),
        (entry("", "noise", "synthesised", "music"), "BGM"),
        (entry("", "noise", "events-esc10", "Rain"), "noise"),
        (entry("undo that", "command"), "command"),
    ],
)
def test_every_clip_has_a_share(clip: Entry, name: str) -> None:
    assert category(clip) == name
    assert name in SHARES


def test_every_joined_category_has_a_share() -> None:
    assert set(JOINED) <= set(SHARES)


def test_parts_lie_inside_their_clips_and_joined_words_are_one_speaker_s() -> None:
    draw = Draw(ENTRIES, seed=1)
    joined = 0
    for _ in range(2000):
        parts, gap = draw.parts(longest=700)
        assert gap >= 0
        assert len({part.entry.facts["speaker"] for part in parts}) == 1 or parts[0].entry.kind == "command"
        for part in parts:
            assert 0 <= part.start < part.stop <= part.entry.frames
            assert part.length >= 7
        joined += len(parts) > 1
    assert joined > 20


def test_the_same_seed_draws_the_same() -> None:
    one, again, other = (Draw(ENTRIES, seed) for seed in (1, 1, 2))
    drawn = [[draw.parts(700) for _ in range(20)] for draw in (one, again, other)]
    assert drawn[0] == drawn[1] != drawn[2]


@pytest.mark.parametrize("plan", [FROM_NOTHING, CONTINUED], ids=["from nothing", "continued"])
def test_the_rate_rises_once_and_then_only_falls(plan: Schedule) -> None:
    rates = [plan.rate(step / 200) for step in range(201)]
    top = rates.index(max(rates))
    assert rates[top] == pytest.approx(plan.peak)
    assert rates[: top + 1] == sorted(rates[: top + 1])
    assert rates[top:] == sorted(rates[top:], reverse=True)
    assert rates[-1] == pytest.approx(plan.peak / 100)
    assert plan.longest(0.01) < plan.longest(1.0)
