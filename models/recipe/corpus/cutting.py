"""Single words cut out of what people read: digits and command words by many more speakers.

    python -m models.recipe.corpus.cutting --model models/nano/model.int8.onnx

An earlier model aligns the known words of each training recording with its frames; a word is taken where
the model hears it nearly as sure as anything else there, cut at the quietest frames around it, and kept where
the model, hearing it alone, prefers it to all the other words that are looked for, whatever it would have
written. Writes one more shard of training clips.
"""

import argparse
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from sentencepiece import SentencePieceProcessor

from assistant.recognize.features import Floats
from models.recipe.corpus.phrases import ONES
from models.recipe.corpus.store import Clip, Entry, Store, write_features
from models.recipe.decode import Model
from models.recipe.graph import QUERY_FRAMES
from models.recipe.table.closed import align, ctc_scores
from models.recipe.table.hearing import log_probabilities
from models.recipe.train import augment
from models.recipe.train.pieces import load
from models.recipe.vocabulary import BLANK

WORDS = frozenset({*ONES[:10], *"yes no up down left right on off stop go".split()})
SOURCE = "cut"
"""Where a clip says it comes from."""
MOST_LOST = 1.0
"""Log-probability that a word may lose per unit against what is heard freely."""
LEAST_AHEAD = 1.0
"""Log-probability by which a cut word must be better than the others that are looked for."""
AROUND = 10
"""Frames of 10 ms of silence around a word that is heard alone."""
STRIDE = 6
"""Frames of 10 ms in one of the model's."""
LEAST, MOST = 10, 90
"""Frames of 10 ms that a cut word may have."""
UNITS = Path(__file__).resolve().parent.parent / "nano.bpe.model"


@dataclass(frozen=True)
class Word:
    """A word of a recording, between the words beside it; frames are the model's."""

    text: str
    first: int
    last: int
    """Where its first and its last unit are emitted."""
    before: int
    after: int
    """Where the word before ends and the next one begins, or the recording does."""
    loss: float
    """Log-probability lost per unit."""


def words(frames: Floats, text: str, pieces: SentencePieceProcessor) -> Iterator[Word]:
    """Yield the words of `text` as they lie in log-probabilities [T, vocabulary]."""
    spoken = [pieces.encode(word) for word in text.split()]
    ids = [unit for word in spoken for unit in word]
    if len(frames) < 2 * len(ids):
        return
    path = align(frames, ids)
    said = np.flatnonzero(path % 2)
    places = [said[path[said] == 2 * unit + 1] for unit in range(len(ids))]
    chosen = np.where(path % 2, np.array(ids)[path // 2 % len(ids)], BLANK)
    lost = frames.max(1) - frames[np.arange(len(frames)), chosen]
    unit = 0
    for text_of, units in zip(text.split(), spoken, strict=True):
        first, last = int(places[unit][0]), int(places[unit + len(units) - 1][-1])
        before = int(places[unit - 1][-1]) if unit else 0
        unit += len(units)
        after = int(places[unit][0]) if unit < len(ids) else len(frames) - 1
        yield Word(text_of, first, last, before, after, float(lost[first : last + 1].sum()) / len(units))


def cut(mel: Floats, word: Word) -> tuple[int, int] | None:
    """Return the half-open range of 10 ms frames of `mel` [T, 80] that holds the word, if it can be told."""
    level = np.convolve(mel[:, 5:60].mean(1), np.ones(3) / 3, "same")

    def quietest(start: int, stop: int) -> int:
        start, stop = max(0, start), min(len(level), max(stop, start + 1))
        return start + int(level[start:stop].argmin())

    # A unit is emitted in the middle of its sound, so the edges lie between the spikes of two words.
    first = quietest(STRIDE * max(word.before, word.first - 8), STRIDE * word.first + 1)
    stop = quietest(STRIDE * word.last + 3, STRIDE * min(word.after, word.last + 8) + 4)
    return (first, stop) if LEAST <= stop - first <= MOST else None


class Cutter:
    """Cuts with one model."""

    def __init__(self, graph: Path) -> None:
        self._model = Model(graph, graph.with_name("tokens.txt"))
        self._pieces = load(UNITS)
        self._words = sorted(WORDS)
        self._ids = [self._pieces.encode(word) for word in self._words]

    def found(self, entry: Entry, mel: Floats) -> Iterator[tuple[str, Floats]]:
        """Yield the wanted words of one recording and their log-mel frames."""
        frames = log_probabilities(self._model.logits(mel)[QUERY_FRAMES:])
        for word in words(frames, entry.text, self._pieces):
            place = cut(mel, word) if word.text in WORDS and word.loss <= MOST_LOST else None
            if place and self._is_clear(mel[slice(*place)], word.text):
                yield word.text, mel[slice(*place)]

    def _is_clear(self, mel: Floats, text: str) -> bool:
        heard = self._model.hear_mel(augment.pad(mel, AROUND, AROUND))
        scores = ctc_scores(log_probabilities(heard.logits[QUERY_FRAMES:]), self._ids)
        best, second = np.argsort(-scores)[:2]
        is_alone = len(heard.text.split()) < 2  # noqa: PLR2004 - nothing of the words beside it
        return is_alone and self._words[best] == text and scores[best] - scores[second] > LEAST_AHEAD


def is_wanted(entry: Entry) -> bool:
    """Tell whether somebody says more than one word here, and one of those that are looked for."""
    texts = entry.text.split()
    return entry.kind == "human" and len(texts) > 1 and not WORDS.isdisjoint(texts)


def main() -> None:
    """Cut the training recordings, and say how many of each word were found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--model", type=Path, default=Path("models/nano/model.int8.onnx"))
    parser.add_argument("--out", type=Path, default=Path(".cache/nano/features"))
    options = parser.parse_args()
    store, cutter = Store(options.out), Cutter(options.model)
    cut_out = [
        (Clip(text, entry.kind, "train", SOURCE, str(entry.facts["speaker"])), mel)
        for entry in filter(is_wanted, store.entries("train"))
        for text, mel in cutter.found(entry, store.mel(entry))
    ]
    write_features(((asdict(clip), mel) for clip, mel in cut_out), options.out / "train-cut-0000")
    texts = [clip.text for clip, _ in cut_out]
    print(f"{len(texts)} words:", ", ".join(f"{word} {texts.count(word)}" for word in sorted(set(texts))))


if __name__ == "__main__":
    main()
