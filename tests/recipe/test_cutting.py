"""Words cut out of sentences."""

from pathlib import Path

import numpy as np
import pytest

from assistant.devices.audio_file import AudioFile
from assistant.recognize.features import Floats, fbank
from models.recipe.corpus.cutting import Cutter, Word, cut, is_wanted, words
from models.recipe.corpus.store import Entry
from models.recipe.table.hearing import log_probabilities
from models.recipe.train.pieces import load

ROOT = Path(__file__).resolve().parents[2]
UNITS = ROOT / "models" / "recipe" / "nano.bpe.model"


def entry(text: str, kind: str = "human") -> Entry:
    return Entry({"text": text, "kind": kind, "speaker": "a"}, Path("shard.npy"), 0, 100)


@pytest.fixture
def mel() -> Floats:
    """Return the log-mel frames of "turn the volume down"."""
    return fbank(AudioFile.read(ROOT / "resources" / "recordings" / "volume.flac"))


@pytest.fixture
def cutter() -> Cutter:
    return Cutter(ROOT / "models" / "nano" / "model.int8.onnx")


def test_a_word_of_a_sentence_is_cut_out_and_heard_alone(cutter: Cutter, mel: Floats) -> None:
    ((found, frames),) = cutter.found(entry("turn the volume down"), mel)
    assert found == "down"
    assert 10 <= len(frames) < len(mel) / 2


def test_a_word_that_was_not_said_is_not_cut_out(cutter: Cutter, mel: Floats) -> None:
    assert not list(cutter.found(entry("turn the volume off"), mel))


def test_words_lie_between_the_words_beside_them() -> None:
    pieces = load(UNITS)
    six, five = pieces.encode("six"), pieces.encode("five")
    path = [0, 0, *six, 0, 0, 0, *five, 0]
    logits = np.full((len(path), pieces.get_piece_size()), -9.0, np.float32)
    logits[np.arange(len(path)), path] = 9
    one, other = words(log_probabilities(logits), "six five", pieces)
    assert (one.text, one.first, one.before) == ("six", 2, 0)
    assert (one.last, one.after) == (1 + len(six), 5 + len(six))
    assert (other.text, other.first, other.after) == ("five", 5 + len(six), len(path) - 1)
    assert one.loss < 1e-3


def level(*stretches: tuple[int, float]) -> Floats:
    """Return log-mel frames [T, 80] of these lengths and levels."""
    return np.concatenate([np.full((length, 80), height, np.float32) for length, height in stretches])


def test_it_is_cut_where_it_is_quietest() -> None:
    mel = level((30, 5.0), (5, -2.0), (40, 9.0), (5, -1.0), (40, 8.0))
    place = cut(mel, Word("five", first=8, last=10, before=3, after=16, loss=0.0))
    assert place is not None
    assert 30 <= place[0] < 35
    assert 75 <= place[1] < 80


def test_what_is_no_word_s_length_is_not_cut() -> None:
    mel = level((200, 5.0))
    assert cut(mel, Word("five", first=2, last=31, before=0, after=33, loss=0.0)) is None


@pytest.mark.parametrize(
    ("clip", "is_wanted_there"),
    [
        (entry("five apples"), True),
        (entry("five"), False),
        (entry("green apples"), False),
        (entry("five apples", "command"), False),
    ],
)
def test_only_people_s_sentences_with_such_words_are_looked_at(clip: Entry, *, is_wanted_there: bool) -> None:
    assert is_wanted(clip) is is_wanted_there
