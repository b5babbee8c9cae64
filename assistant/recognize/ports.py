"""What recognition needs from outside: something that runs the acoustic model."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.recognize.features import Cmvn, Floats
from assistant.recognize.hotwords.word_list import Hotword
from assistant.values.phrases import Goal

Ints = NDArray[np.int32]

QUERIES = 4
"""Frames that the model puts before the text: language, emotion, event, text normalisation."""


@dataclass(frozen=True, slots=True)
class ModelDescription:
    """What a model's files say about it."""

    name: str
    layout: str
    """`funasr` or `sherpa-onnx`."""
    pieces: tuple[str, ...] = field(repr=False)
    """The vocabulary: index = token id."""
    cmvn: Cmvn = field(repr=False)
    languages: Mapping[str, int]
    """Query id of each language, `auto` among them."""
    with_itn: int = 14
    without_itn: int = 15
    blank: int = 0
    is_demo: bool = False
    is_random: bool = False
    """True for a graph with random weights, made to measure speed."""


@dataclass(frozen=True, slots=True)
class Query:
    """What the model is asked for besides the text."""

    language: int = 0
    text_norm: int = 14
    columns: Ints | None = field(default=None, compare=False, repr=False)
    """Token ids whose log-probabilities are wanted for every frame, shape [C]; None wants none."""


@dataclass(frozen=True, slots=True, eq=False)
class Emissions:
    """What the model gave for one piece of audio, reduced to what decoding needs."""

    tags: Floats
    """Log-probabilities of the four query frames, shape [4, V]."""
    best: Ints
    """Most probable token of each text frame, shape [T]."""
    score: Floats
    """Its log-probability, shape [T]."""
    top: Ints
    """The K most probable tokens of each frame, most probable first, shape [T, K]."""
    top_score: Floats
    """Their log-probabilities, shape [T, K]."""
    columns: Floats | None = None
    """Log-probabilities of the tokens the query wanted, shape [T, C]."""

    def frames(self, first: int, last: int) -> "Emissions":
        """Return the text frames `first` ... `last` - 1; the tags stay."""
        part = slice(first, last)
        columns = None if self.columns is None else self.columns[part]
        best, score, top, top_score = self.best[part], self.score[part], self.top[part], self.top_score[part]
        return Emissions(self.tags, best, score, top, top_score, columns)


class Cancellation(Protocol):
    """A request to stop that can arrive at any time, from any thread."""

    @property
    def is_set(self) -> bool:
        """True once it was requested."""

    def watch(self, stop: Callable[[], None]) -> Callable[[], None]:
        """Call `stop` when it is requested (at once if it was); the result ends the watch."""


class HotwordList(Protocol):
    """The user's own names and terms, which may change at any time."""

    def current(self) -> Sequence[Hotword]:
        """Return the list as it is now: the same object while nothing has changed. Never raises."""


class PhraseList(Protocol):
    """What can be said as a command, which may change at any time."""

    def current(self) -> Sequence[Goal]:
        """Return all of it as it is now: the same object while nothing has changed. Never raises."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What the user may be expected to say."""

    hotwords: HotwordList | None = None
    phrases: PhraseList | None = None


class AcousticModel(Protocol):
    """Runs a SenseVoice graph."""

    @property
    def description(self) -> ModelDescription:
        """What its files say about it."""

    @property
    def runs_on(self) -> str:
        """What runs it, as read back; empty while nothing is loaded."""

    def wake(self) -> None:
        """Words are about to come: load it, or have its weights in memory. Never raises what loading does."""

    def warm(self) -> None:
        """Load the weights now rather than with the first `emit`. Raises ModelError."""

    def emit(self, features: Floats, query: Query, cancellation: Cancellation | None = None) -> Emissions:
        """Run the model on normalised features of shape [T, 560], T >= 1.

        Raises CancelledError within 50 ms of a cancellation (the model stays usable), ModelError
        where the graph breaks its contract, RecognizerCrashedError where it died twice.
        """

    def close(self) -> None:
        """Give back all memory. May be called twice."""
