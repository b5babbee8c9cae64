"""CTC over a closed list: every candidate scored at once, and how badly the best one fits.

For the figures only; the product's grammar decoder lives in `assistant/recognize`.
"""

from dataclasses import dataclass

import numpy as np
import sentencepiece

from assistant.recognize.features import Floats
from assistant.recognize.phrases.search import TOKEN_GAIN
from models.recipe.vocabulary import BLANK


@dataclass(frozen=True)
class Fit:
    """The best candidate of a list for one clip."""

    text: str
    gap: float
    """Log-probability that the best path has over the candidate, 0 or more; no gain is counted."""
    runner_up: float
    """Score that the candidate has over the next one."""
    worst: float
    """Mean over the frames of its worst word of the best unit's log-probability minus the chosen one's."""
    frames: int
    units: int


class ClosedList:
    """Phrases and their unit ids."""

    def __init__(self, texts: list[str], pieces: sentencepiece.SentencePieceProcessor) -> None:
        self.texts = texts
        self._ids = [pieces.encode(text) for text in texts]
        # Chosen on every other clip of both lists of commands, where anything from 1.75 to 2.5 is best.
        self._gains = TOKEN_GAIN * np.array([len(ids) for ids in self._ids])
        self._starts = [
            [piece.startswith("\u2581") for piece in pieces.encode(text, out_type=str)] for text in texts
        ]

    def fit(self, frames: Floats) -> Fit:
        """Choose for text frames of log-probabilities [T, vocabulary]."""
        scores = ctc_scores(frames, self._ids)
        gained = scores + self._gains
        order = np.argsort(-gained)
        best = int(order[0])
        gap = float(frames.max(1).sum() - scores[best])
        ahead = float(gained[best] - gained[order[1]]) if len(order) > 1 else np.inf
        worst = worst_word(frames, self._ids[best], self._starts[best])
        return Fit(self.texts[best], gap, ahead, worst, len(frames), len(self._ids[best]))


def _lattice(candidates: list[list[int]]) -> tuple[np.ndarray, np.ndarray]:
    """Return the states' labels [candidates, 2 longest + 1] and where a blank may be skipped."""
    labels = np.full((len(candidates), 2 * max(map(len, candidates)) + 1), BLANK)
    for row, ids in zip(labels, candidates, strict=True):
        row[1 : 2 * len(ids) : 2] = ids
    skips = np.zeros(labels.shape, bool)
    skips[:, 2:] = (labels[:, 2:] != BLANK) & (labels[:, 2:] != labels[:, :-2])
    return labels, skips


def ctc_scores(frames: Floats, candidates: list[list[int]]) -> np.ndarray:
    """Return the CTC log-probability of every candidate id list, [len(candidates)].

    `frames` [T, vocabulary] are log-probabilities. All candidates advance together.
    """
    labels, skips = _lattice(candidates)
    barred = np.where(skips, 0, -np.inf)
    alpha = np.full(labels.shape, -np.inf)
    alpha[:, :2] = frames[0][labels[:, :2]]
    for frame in frames[1:]:
        ahead = alpha.copy()
        ahead[:, 1:] = np.logaddexp(ahead[:, 1:], alpha[:, :-1])
        ahead[:, 2:] = np.logaddexp(ahead[:, 2:], alpha[:, :-2] + barred[:, 2:])
        alpha = ahead + frame[labels]
    ends = np.array([2 * len(ids) for ids in candidates])
    rows = np.arange(len(candidates))
    return np.asarray(np.logaddexp(alpha[rows, ends], alpha[rows, np.maximum(ends - 1, 0)]))


def align(frames: Floats, ids: list[int]) -> np.ndarray:
    """Return each frame's state on the best path that says `ids`: 2 i + 1 for unit i, even for blanks."""
    labels, skips = _lattice([ids])
    label, skip = labels[0], skips[0]
    score = np.full(len(label), -np.inf)
    score[:2] = frames[0][label[:2]]
    back = np.zeros((len(frames), len(label)), np.int8)
    for index, frame in enumerate(frames[1:], 1):
        ways = np.full((3, len(label)), -np.inf)
        ways[0], ways[1, 1:] = score, score[:-1]
        ways[2, 2:] = np.where(skip[2:], score[:-2], -np.inf)
        back[index] = ways.argmax(0)
        score = ways.max(0) + frame[label]
    state = len(label) - 1 if score[-1] > score[-2] else len(label) - 2
    path = np.zeros(len(frames), int)
    for index in range(len(frames) - 1, -1, -1):
        path[index] = state
        state -= int(back[index][state])
    return path


def worst_word(frames: Floats, ids: list[int], starts: list[bool]) -> float:
    """Return how far the worst word of `ids` stays behind the frames' best units, per unit of that word."""
    if len(frames) < len(ids):
        return float("inf")
    path = align(frames, ids)
    label = _lattice([ids])[0][0]
    lost = frames.max(1) - frames[np.arange(len(frames)), label[path]]
    word_of = np.cumsum(starts) - 1
    # A blank belongs to the word before it, so that a word left out is somebody's loss.
    at = word_of[np.clip((path - 1) // 2, 0, len(ids) - 1)]
    units = np.bincount(word_of)
    return float((np.bincount(at, lost, len(units)) / units).max())
