"""Where pieces of an utterance are joined no word is lost, doubled or halved."""

from collections.abc import Sequence
from itertools import count
from random import Random

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from assistant.recognize import ctc
from assistant.recognize.eager.joint import Joiner
from assistant.recognize.eager.window import OVERLAP, Window
from assistant.recognize.features import MEL_BINS
from assistant.recognize.ports import Emissions
from assistant.recognize.sense_voice import SenseVoice
from assistant.recognize.vocabulary import Vocabulary
from assistant.values.audio import SAMPLE_RATE, Samples, Trigger, Utterance, read_only
from assistant.values.settings import HearSettings, RecognizeSettings
from assistant.values.transcript import Timings, Transcript
from tests.fakes.acoustic_model import ScriptedAcousticModel
from tests.support import graphs

HELLO, WOR, LD, POINT, ZHONG, WEN, THREE = 3, 4, 5, 7, 9, 10, 11
WORDS: tuple[tuple[int, ...], ...] = ((HELLO,), (WOR, LD), (ZHONG,), (WEN,), (HELLO, POINT), (WOR, LD, THREE))
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""No shrinking: a failure is as plain in a long example."""


def tone(token: int, seconds: float) -> Samples:
    """Return a tone in the middle of the mel band that makes the scripted model say `token`."""
    low, high = (1127 * np.log(1 + hertz / 700) for hertz in (20, SAMPLE_RATE / 2))
    mel = low + (token + 1) * (high - low) / (MEL_BINS + 1)
    hertz = 700 * (np.exp(mel / 1127) - 1)
    wave = np.sin(np.arange(round(seconds * SAMPLE_RATE)) * 2 * np.pi * hertz / SAMPLE_RATE)
    return read_only((8000 * wave).astype(np.int16))


def spoken(words: Sequence[Sequence[int]], chance: Random) -> Samples:
    """Return words of tones, with blanks of many lengths between them."""
    parts = [tone(0, 0.3)]
    for word in words:
        for token in word:
            parts += [tone(token, chance.uniform(0.2, 0.3)), tone(0, 0.15)]
        parts.append(tone(0, chance.choice([0.0, 0.1, 0.6])))
    return read_only(np.concatenate(parts))


def read(samples: Samples, cuts: Sequence[int] = ()) -> Transcript:
    """Return what the recogniser makes of an utterance cut at `cuts`."""
    ticks = count()
    room = SenseVoice(ScriptedAcousticModel(), RecognizeSettings(), lambda: next(ticks) / 1024)
    [transcript] = room.feed(Utterance(1, 0, samples, Trigger.PUSH_TO_TALK, tuple(cuts)))
    return transcript


@given(st.integers(0, 2**32))
@settings(max_examples=25, phases=QUICK)
def test_wherever_speech_is_cut_every_word_is_there_once(seed: int) -> None:
    chance = Random(seed)
    words = [chance.choice(WORDS) for _ in range(40)]
    samples = spoken(words, chance)
    cuts = np.cumsum([chance.randrange(4 * SAMPLE_RATE, 8 * SAMPLE_RATE) for _ in range(9)]).tolist()
    whole, parted = read(samples), read(samples, [cut for cut in cuts if cut < len(samples)])
    assert len(whole.words) >= 35
    assert [word.text for word in parted.words] == [word.text for word in whole.words]
    assert parted.text.replace(" ", "") == whole.text.replace(" ", "")
    late = [abs(one.start - other.start) for one, other in zip(parted.words, whole.words, strict=True)]
    assert max(late) <= SAMPLE_RATE // 8


VOCABULARY = Vocabulary.of(graphs.PIECES)


def window(first: int, best: Sequence[int]) -> Window:
    """Return a window in which frame by frame `best` was heard."""
    ids = np.array(best, np.int32)
    score = np.full(len(ids), -0.1, np.float32)
    emissions = Emissions(
        np.zeros((4, len(graphs.PIECES)), np.float32), ids, score, ids[:, None], score[:, None]
    )
    return Window(0, 1, first, emissions, Timings())


def joined(left: Window, right: Window, lowest: int = 0) -> list[int]:
    """Return the tokens of both windows, joined."""
    at = Joiner(VOCABULARY).switch(left, right, lowest)
    parts = (left.emissions.frames(0, at - left.first), right.emissions.frames(at - right.first, 99))
    return [token.id for part in parts for token in ctc.collapse(part)]


@pytest.mark.parametrize("late", [-2, -1, 0, 1, 2])
def test_a_word_that_one_window_hears_earlier_is_there_once(late: int) -> None:
    left = window(0, [0, 0, 0, ZHONG, 0, 0, HELLO, 0, 0, 0, 0])
    heard = [0] * 6
    heard[3 + late] = HELLO
    assert joined(left, window(3, [*heard, 0, 0, 0, WOR, LD, 0])) == [ZHONG, HELLO, WOR, LD]


def test_half_a_word_at_the_edge_gives_way_to_the_whole() -> None:
    left = window(0, [ZHONG, 0, 0, HELLO, HELLO, 0, 0, WOR])
    right = window(2, [0, HELLO, HELLO, 0, 0, WOR, LD, LD, 0, WEN])
    assert joined(left, right) == [ZHONG, HELLO, WOR, LD, WEN]


def test_a_point_that_only_the_edge_suggested_is_dropped() -> None:
    left = window(0, [ZHONG, 0, 0, HELLO, 0, 0, POINT, 0])
    right = window(2, [0, HELLO, 0, 0, 0, 0, 0, WEN])
    assert joined(left, right) == [ZHONG, HELLO, WEN]


def test_the_same_word_said_twice_stays_twice() -> None:
    left = window(0, [HELLO, 0, 0, 0, HELLO, 0, 0, 0])
    right = window(3, [0, HELLO, 0, 0, 0, 0, WEN])
    assert joined(left, right) == [HELLO, HELLO, WEN]


def test_where_they_agree_on_nothing_the_pause_at_the_cut_parts_them() -> None:
    left = window(0, [HELLO, 0, 0, ZHONG, 0, 0, 0])
    right = window(2, [0, 0, WEN, 0, 0, 0, 0, WOR])
    assert joined(left, right) == [HELLO, ZHONG, WOR]


def test_a_window_without_a_rest_is_kept_to_its_end() -> None:
    left, right = window(0, [HELLO] * 6), window(2, [WEN] * 8)
    assert joined(left, right) == [HELLO, WEN]
    assert Joiner(VOCABULARY).switch(left, right, 0) == 6


def test_no_frame_before_the_lowest_is_taken_up() -> None:
    left = window(0, [0, 0, HELLO, 0, 0, 0])
    right = window(1, [0, HELLO, 0, 0, 0, 0, WEN])
    assert Joiner(VOCABULARY).switch(left, right, 4) >= 4


def test_an_overlap_is_shorter_than_the_shortest_piece() -> None:
    assert HearSettings().eager_after_s * SAMPLE_RATE >= OVERLAP
