"""Query frames -> language, emotion, sounds: each frame may only answer its own question."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.recognize.features import Floats
from assistant.recognize.vocabulary import Vocabulary
from assistant.values.transcript import Tag

UNKNOWN = Tag("", 0.0)
"""What a model says that has no tags of a kind."""
FLOOR = 0.01
"""Sounds less probable than this are left out."""


@dataclass(frozen=True, slots=True)
class Tags:
    """What the four query frames said, each kind as all its tags, most probable first."""

    languages: tuple[Tag, ...]
    emotions: tuple[Tag, ...]
    sounds: tuple[Tag, ...]
    text_norms: tuple[Tag, ...]

    @property
    def language(self) -> Tag:
        """The most probable language."""
        return _first(self.languages)

    @property
    def emotion(self) -> Tag:
        """The most probable emotion."""
        return _first(self.emotions)

    @property
    def heard(self) -> tuple[Tag, ...]:
        """The sounds that are worth a mention, most probable first."""
        return tuple(tag for tag in self.sounds if tag.probability >= FLOOR)


NO_SPEECH = Tags((Tag("nospeech", 1.0),), (), (), ())
"""The tags of no audio at all."""


def read(frames: Floats, vocabulary: Vocabulary) -> Tags:
    """Read the log-probabilities (or logits) of the query frames, shape [4, V].

    A softmax over the ids of the frame's own kind gives the probabilities, so they sum to 1.
    """
    kinds = (vocabulary.languages, vocabulary.emotions, vocabulary.sounds, vocabulary.text_norms)
    read_kinds = [_rank(row, ids, vocabulary) for row, ids in zip(frames, kinds, strict=True)]
    return Tags(*read_kinds)


def mean(pieces: Sequence[tuple[Tags, float]]) -> Tags:
    """Average the tags of an utterance's pieces, each with its weight (its length); none: NO_SPEECH."""
    if not pieces:
        return NO_SPEECH
    if len(pieces) == 1:
        return pieces[0][0]
    return Tags(
        languages=_average([(tags.languages, weight) for tags, weight in pieces]),
        emotions=_average([(tags.emotions, weight) for tags, weight in pieces]),
        sounds=_average([(tags.sounds, weight) for tags, weight in pieces]),
        text_norms=_average([(tags.text_norms, weight) for tags, weight in pieces]),
    )


def _first(ranked: tuple[Tag, ...]) -> Tag:
    return ranked[0] if ranked else UNKNOWN


def _rank(row: Floats, ids: tuple[int, ...], vocabulary: Vocabulary) -> tuple[Tag, ...]:
    if not ids:
        return ()
    scores = row[list(ids)].astype(np.float64)
    weights = np.exp(scores - scores.max())
    weights /= weights.sum()
    tags = [Tag(vocabulary.name(token), float(weight)) for token, weight in zip(ids, weights, strict=True)]
    return tuple(sorted(tags, key=lambda tag: -tag.probability))


def _average(pieces: list[tuple[tuple[Tag, ...], float]]) -> tuple[Tag, ...]:
    total = sum(weight for _, weight in pieces)
    sums: dict[str, float] = {}
    for ranked, weight in pieces:
        for tag in ranked:
            sums[tag.name] = sums.get(tag.name, 0.0) + tag.probability * weight / total
    return tuple(sorted((Tag(name, value) for name, value in sums.items()), key=lambda tag: -tag.probability))
