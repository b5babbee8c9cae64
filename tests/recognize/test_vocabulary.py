"""Tags are found by name in any vocabulary, and only those the model was trained on count."""

import json
from pathlib import Path

import numpy as np
import pytest

from assistant.recognize import tags
from assistant.recognize.vocabulary import EMOTIONS, LANGUAGES, SOUNDS, Vocabulary, is_mark
from tests.support.graphs import PIECES


@pytest.fixture(scope="module")
def published(data: Path) -> Vocabulary:
    return Vocabulary.of(json.loads((data / "sensevoice/tokens.json").read_text(encoding="utf-8")))


def test_the_published_ids(published: Vocabulary) -> None:
    assert len(published.pieces) == 25_055
    assert published.languages == (24884, 24885, 24888, 24892, 24896, 24992)
    assert published.emotions == tuple(range(25001, 25010))
    assert published.sounds == (
        *(24993, 24995, 24997, 24999, 25010, 25011, 25012, 25013, 25014, 25015),
        *(25018, 25019),
    )
    assert published.text_norms == (25016, 25017)
    assert {0, 1, 2, 24884, 25019, 25054} <= published.marks
    assert len(published.marks) == 3 + 25_055 - 24_884


def test_names_have_no_brackets(published: Vocabulary) -> None:
    named = (published.languages, published.emotions, published.sounds)
    assert [tuple(published.name(token) for token in ids) for ids in named] == [LANGUAGES, EMOTIONS, SOUNDS]


def test_a_small_vocabulary_has_the_same_tags_at_other_ids() -> None:
    small = Vocabulary.of(PIECES)
    assert [small.name(token) for token in small.languages] == list(LANGUAGES)
    assert "<|de|>" in small.pieces  # named, and not trained
    assert [small.name(token) for token in small.sounds] == ["Speech", "BGM", "Event_UNK"]


@pytest.mark.parametrize(("piece", "mark"), [("<unk>", True), ("<|en|>", True), ("<", False), ("|>", False)])
def test_marks(piece: str, mark: bool) -> None:
    assert is_mark(piece) is mark


def frames(**logits: float) -> np.ndarray:
    """Four query frames that all carry the same logits, by tag name."""
    rows = np.full((4, len(PIECES)), -20.0, np.float32)
    for name, value in logits.items():
        rows[:, PIECES.index(f"<|{name}|>")] = value
    return rows


def test_each_frame_answers_only_its_own_question() -> None:
    rows = frames(en=1.0, HAPPY=2.0, Speech=3.0, withitn=4.0)
    rows[:, PIECES.index("\u2581hello")] = 50.0
    rows[:, PIECES.index("<|de|>")] = 50.0
    read = tags.read(rows, Vocabulary.of(PIECES))
    assert (read.language.name, read.emotion.name) == ("en", "HAPPY")
    assert [tag.name for tag in read.heard] == ["Speech"]
    assert read.text_norms[0].name == "withitn"


def test_probabilities_are_a_softmax_over_the_kind() -> None:
    read = tags.read(frames(en=np.log(3.0), zh=0.0), Vocabulary.of(PIECES))
    assert read.language.probability == pytest.approx(0.75, abs=1e-6)
    assert read.languages[1].name == "zh"
    assert sum(tag.probability for tag in read.languages) == pytest.approx(1.0)


def test_sounds_come_most_probable_first_and_the_rare_ones_not_at_all() -> None:
    read = tags.read(frames(BGM=1.0, Speech=0.0, Event_UNK=-9.0), Vocabulary.of(PIECES))
    assert [tag.name for tag in read.heard] == ["BGM", "Speech"]
    assert len(read.sounds) == 3


def test_a_vocabulary_without_tags_has_unknown_ones() -> None:
    read = tags.read(np.zeros((4, 2), np.float32), Vocabulary.of(["<unk>", "a"]))
    assert (read.language, read.emotion, read.heard) == (tags.UNKNOWN, tags.UNKNOWN, ())


def test_the_tags_of_pieces_are_averaged_by_their_length() -> None:
    vocabulary = Vocabulary.of(PIECES)
    english = tags.read(frames(en=9.0, BGM=9.0), vocabulary)
    chinese = tags.read(frames(zh=9.0, Speech=9.0), vocabulary)
    both = tags.mean([(english, 1.0), (chinese, 3.0)])
    assert both.language.name == "zh"
    assert both.language.probability == pytest.approx(0.75, abs=1e-3)
    assert [(tag.name, round(tag.probability, 2)) for tag in both.heard] == [("Speech", 0.75), ("BGM", 0.25)]
    assert tags.mean([(english, 5.0)]) == english
    assert tags.mean([]).language.name == "nospeech"
