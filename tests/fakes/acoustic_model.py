"""An acoustic model without a model: features dictate what it says, or a list does."""

from threading import Event

import numpy as np

from assistant.devices.onnx import emission
from assistant.devices.onnx.layout import FEATURES, LANGUAGES
from assistant.errors import CancelledError
from assistant.recognize.features import Cmvn, Floats
from assistant.recognize.ports import Cancellation, Emissions, ModelDescription, Query
from tests.support import graphs

IDENTITY = Cmvn(np.zeros(FEATURES, np.float32), np.ones(FEATURES, np.float32))


def description(pieces: tuple[str, ...] = graphs.PIECES, *, is_demo: bool = False) -> ModelDescription:
    """Describe a model of `pieces` whose CMVN changes nothing."""
    return ModelDescription(
        "scripted",
        "sherpa-onnx",
        pieces,
        IDENTITY,
        dict(LANGUAGES),
        with_itn=14,
        without_itn=15,
        is_demo=is_demo,
    )


class ScriptedAcousticModel:
    """Does in NumPy what the graphs of `tests.support.graphs` do.

    `answers` are said instead of what the features dictate, one list of tokens or one error an emit;
    `delay` is how long each emit takes unless it is cancelled, in seconds.
    """

    def __init__(self, answers: list[list[int] | Exception] | None = None, delay: float = 0.0) -> None:
        self.description = description()
        self.answers = answers
        self.delay = delay
        self.emitted: list[int] = []
        """Frames of every emit so far."""
        self.queries: list[Query] = []
        """What every emit was asked."""

        self.woken = 0
        """How often it was told that words are about to come."""

    @property
    def runs_on(self) -> str:
        """A script."""
        return "script"

    def wake(self) -> None:
        """Remember it."""
        self.woken += 1

    def warm(self) -> None:
        """Nothing to load."""

    def emit(self, features: Floats, query: Query, cancellation: Cancellation | None = None) -> Emissions:
        """Answer the next of the answers, or what the features dictate."""
        self.emitted.append(len(features))
        self.queries.append(query)
        stopped = Event()
        end_watch = cancellation.watch(stopped.set) if cancellation else None
        stopped.wait(self.delay)
        if end_watch is not None:
            end_watch()
        if stopped.is_set():
            raise CancelledError("recognition was cancelled")
        if self.answers is not None:
            answer = self.answers.pop(0)
            if isinstance(answer, Exception):
                raise answer
            features = graphs.features(*answer)
        said = features[:, : len(self.description.pieces)]
        asked = graphs.query_table()[[query.language, 1, 2, query.text_norm]]
        return emission.reduce(np.concatenate((asked, said)), query.columns)

    def close(self) -> None:
        """Nothing to give back."""
