"""Raw logits -> Emissions: log-softmax, and only what decoding needs of it."""

import numpy as np

from assistant.recognize.features import Floats
from assistant.recognize.ports import QUERIES, Emissions, Ints

TOP = 8
"""Candidates kept of each frame."""


def reduce(logits: Floats, columns: Ints | None = None) -> Emissions:
    """Reduce raw logits of shape [4 + T, V] (query frames first); keep the `columns` that are wanted."""
    tags, text = logits[:QUERIES], logits[QUERIES:]
    peaks = logits.max(axis=1, keepdims=True)
    totals = np.log(np.exp(logits - peaks).sum(axis=1, keepdims=True)) + peaks
    candidates = _top(text, min(TOP, logits.shape[1]))
    scores = np.take_along_axis(text, candidates, axis=1) - totals[QUERIES:]
    return Emissions(
        tags=tags - totals[:QUERIES],
        best=candidates[:, 0].astype(np.int32),
        score=scores[:, 0].copy(),
        top=candidates.astype(np.int32),
        top_score=scores,
        columns=None if columns is None else text[:, columns] - totals[QUERIES:],
    )


def _top(text: Floats, count: int) -> np.ndarray[tuple[int, ...], np.dtype[np.intp]]:
    """Return the `count` best ids of each frame, best first; of equals the lower id, as argmax does."""
    if count < text.shape[1]:
        ids = np.sort(np.argpartition(text, -count, axis=1)[:, -count:], axis=1)
    else:
        ids = np.broadcast_to(np.arange(count), text.shape).copy()
    ids = np.take_along_axis(ids, np.argsort(-np.take_along_axis(text, ids, 1), axis=1, kind="stable"), 1)
    ids[:, 0] = text.argmax(axis=1)  # of more than `count` equals the partition keeps any
    return ids
