"""A graph as it was published: raw logits out, reduced here to what decoding needs."""

from dataclasses import replace

import numpy as np

from assistant.devices.onnx import emission
from assistant.devices.onnx.layout import FEATURES, ModelFiles
from assistant.devices.onnx.session import Session, SessionSettings
from assistant.errors import ModelError
from assistant.recognize.features import Floats
from assistant.recognize.ports import QUERIES, Cancellation, Emissions, Query


class PublishedGraph:
    """A loaded graph of either layout."""

    def __init__(self, files: ModelFiles, settings: SessionSettings) -> None:
        """Load it. Raises ModelError."""
        self._files = files
        self._session = Session(files.graph, replace(settings, threads=settings.threads or 1))

    def emit(self, features: Floats, query: Query, cancellation: Cancellation | None) -> Emissions:
        """Run on features [T, 560]. Raises CancelledError, ModelError."""
        names = self._files.names
        inputs = {
            names.features: features[None],
            names.length: np.array([len(features)], np.int32),
            names.language: np.array([query.language], np.int32),
            names.text_norm: np.array([query.text_norm], np.int32),
        }
        [logits] = self._session.run((names.logits,), inputs, cancellation)
        expected = (1, QUERIES + len(features), len(self._files.description.pieces))
        if features.shape[1] != FEATURES or logits.shape != expected:
            raise ModelError(f"{self._files.graph} gave logits of shape {logits.shape}, not {expected}")
        return emission.reduce(logits.astype(np.float32, copy=False)[0], query.columns)
