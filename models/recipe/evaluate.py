"""Measure a model on everything it never trained on, in one table.

python -m models.recipe.evaluate --model models/nano/model.int8.onnx [--model ...]
"""

import argparse
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.recognize.features import Floats
from models.recipe.corpus import phrases
from models.recipe.corpus.store import Entry, Store
from models.recipe.decode import Model
from models.recipe.graph import QUERY_FRAMES
from models.recipe.train.pieces import load

CLOSED = 300
"""Candidates of the closed list of sentences."""


@dataclass
class Score:
    """Counts over one set."""

    clips: int = 0
    wrong: int = 0
    """Clips whose text is not exactly the reference."""
    words: int = 0
    errors: int = 0
    """Word insertions, deletions and substitutions."""
    spoken_tag: int = 0
    """Clips tagged as speech."""

    def add(self, reference: str, text: str, language: str) -> None:
        """Count one clip."""
        self.clips += 1
        self.wrong += text != reference
        self.words += len(reference.split())
        self.errors += distance(reference.split(), text.split())
        self.spoken_tag += language != "<|nospeech|>"


def distance(one: Sequence[str], other: Sequence[str]) -> int:
    """Levenshtein distance."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (left != right))
    return row[-1]


def held_out_set(entry: Entry) -> str | None:
    """Name the row of the table that a test clip belongs to."""
    if entry.kind == "chinese":
        return None
    if entry.kind == "noise":
        return "silence and noise (reference: no text)"
    if entry.kind == "human":
        return str(entry.facts["source"])
    return f"tts {entry.kind}"


def ctc_scores(logits: Floats, candidates: list[list[int]]) -> Floats:
    """Return the CTC log-probability of every candidate id list, [len(candidates)].

    All candidates advance together: one padded lattice [candidates, 2 * longest + 1].
    """
    frames = logits[QUERY_FRAMES:].astype(np.float64)
    frames -= frames.max(1, keepdims=True)
    frames -= np.log(np.exp(frames).sum(1, keepdims=True))
    states = 2 * max(map(len, candidates)) + 1
    labels = np.zeros((len(candidates), states), int)
    for row, ids in zip(labels, candidates, strict=True):
        row[1 : 2 * len(ids) : 2] = ids
    skips = np.zeros(labels.shape, bool)
    skips[:, 2:] = (labels[:, 2:] != 0) & (labels[:, 2:] != labels[:, :-2])
    alpha = np.full(labels.shape, -np.inf)
    alpha[:, :2] = frames[0][labels[:, :2]]
    with np.errstate(invalid="ignore", divide="ignore"):
        for frame in frames[1:]:
            one = np.pad(alpha[:, :-1], ((0, 0), (1, 0)), constant_values=-np.inf)
            two = np.pad(alpha[:, :-2], ((0, 0), (2, 0)), constant_values=-np.inf)
            two[~skips] = -np.inf
            alpha = np.logaddexp(np.logaddexp(alpha, one), two) + frame[labels]
    ends = np.array([2 * len(ids) for ids in candidates])
    rows = np.arange(len(candidates))
    return np.logaddexp(alpha[rows, ends], alpha[rows, np.maximum(ends - 1, 0)])


def evaluate(model: Model, store: Store) -> dict[str, Score]:
    """Greedy decoding of every held-out clip."""
    scores: dict[str, Score] = defaultdict(Score)
    for entry in store.entries("dev"):
        name = held_out_set(entry)
        if name:
            heard = model.hear_mel(store.mel(entry))
            scores[name].add(entry.text, heard.text, heard.tags[0])
    return scores


def closed_list(model: Model, store: Store, units: Path) -> dict[str, float]:
    """Share of clips whose reference scores best among a list of candidates."""
    pieces = load(units)
    entries = list(store.entries("dev"))
    commands = phrases.fixed_commands()
    learners = [e for e in entries if e.facts["source"] == "en-speechocean762"]
    sentences = sorted({entry.text for entry in learners})[:CLOSED]
    words = sorted({e.text for e in entries if e.facts["source"] == "en-speech-commands-test"})
    lists = {
        f"tts command of {len(commands)}": ("tts command", commands),
        f"en-speechocean762 of {len(sentences)}": ("en-speechocean762", sentences),
        f"en-speech-commands-test of {len(words)}": ("en-speech-commands-test", words),
    }
    shares = {}
    for label, (name, texts) in lists.items():
        ids = [pieces.encode(text) for text in texts]
        chosen = [e for e in entries if held_out_set(e) == name and e.text in set(texts)][:300]
        right = [texts[int(ctc_scores(model.logits(store.mel(e)), ids).argmax())] == e.text for e in chosen]
        shares[label] = float(np.mean(right))
    return shares


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, action="append", required=True)
    parser.add_argument("--tokens", type=Path, help="default: tokens.txt beside the model")
    parser.add_argument("--folder", type=Path, default=Path(".cache/nano"))
    parser.add_argument("--units", type=Path, default=Path(__file__).parent / "nano.bpe.model")
    parser.add_argument("--closed", action="store_true", help="also score closed lists (slow)")
    options = parser.parse_args()
    store = Store(options.folder / "features")
    for path in options.model:
        model = Model(path, options.tokens or path.with_name("tokens.txt"))
        print(f"\n{path}\n| held-out set | clips | word error % | clip error % | tagged speech % |")
        print("|---|---|---|---|---|")
        for name, score in sorted(evaluate(model, store).items()):
            wer = f"{100 * score.errors / score.words:.1f}" if score.words else "-"
            wrong, spoken = (100 * n / score.clips for n in (score.wrong, score.spoken_tag))
            print(f"| {name} | {score.clips} | {wer} | {wrong:.1f} | {spoken:.1f} |")
        if options.closed:
            for label, share in closed_list(model, store, options.units).items():
                print(f"| closed list: {label} | | | {100 * (1 - share):.1f} | |")


if __name__ == "__main__":
    main()
