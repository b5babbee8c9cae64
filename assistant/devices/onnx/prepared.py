"""A graph that was prepared for this processor: it gives what decoding needs, and no logits."""

import os
from dataclasses import replace
from pathlib import Path

import numpy as np

from assistant.devices.memory import let_go, trim
from assistant.devices.onnx.layout import ModelFiles
from assistant.devices.onnx.prepare.graph import FEATURES as SPEECH
from assistant.devices.onnx.prepare.graph import (
    GRAPH,
    LANGUAGE,
    SCORES,
    TAGS,
    TEXT_NORM,
    TOP_IDS,
    TOP_SCORES,
    WEIGHTS,
    Prepared,
)
from assistant.devices.onnx.session import Session, SessionSettings
from assistant.errors import ModelError
from assistant.recognize.features import Floats
from assistant.recognize.ports import QUERIES, Cancellation, Emissions, Query


class PreparedGraph:
    """A loaded entry of the cache."""

    def __init__(self, files: ModelFiles, entry: tuple[Path, Prepared], settings: SessionSettings) -> None:
        """Load it; threads as measured where `settings` name none. Raises ModelError."""
        folder, note = entry
        self._size = len(files.description.pieces)
        threads = settings.threads or (note.threads if note.is_sure else 1)
        spins = note.is_sure and threads in note.spinning
        settings = replace(settings, threads=threads, spinning=spins, is_prepared=True)
        self._session = Session(folder / GRAPH, settings)
        let_go(folder / WEIGHTS)  # ONNX Runtime 1.32 reads all that is packed
        _fetch(folder / WEIGHTS)
        trim()

    def emit(self, features: Floats, query: Query, cancellation: Cancellation | None) -> Emissions:
        """Run on features [T, 560]. Raises CancelledError, ModelError."""
        inputs = {
            SPEECH: features[None],
            LANGUAGE: np.array([query.language], np.int32),
            TEXT_NORM: np.array([query.text_norm], np.int32),
        }
        outputs = (TAGS, TOP_IDS, TOP_SCORES, *([] if query.columns is None else [SCORES]))
        tags, top, scores, *every = self._session.run(outputs, inputs, cancellation)
        if tags.shape != (QUERIES, self._size) or len(top) != len(features):
            raise ModelError(f"the prepared graph gave {tags.shape} and {top.shape}")
        ids = top.astype(np.int32)
        columns = every[0][QUERIES:, query.columns] if every else None
        return Emissions(tags, ids[:, 0].copy(), scores[:, 0].copy(), ids, scores, columns)


def _fetch(weights: Path) -> None:
    """Have the system read them from the disk ahead of the first run; ours they become when used."""
    advise = getattr(os, "posix_fadvise", None)
    if advise is not None:
        with weights.open("rb") as file:
            advise(file.fileno(), 0, 0, os.POSIX_FADV_WILLNEED)
