"""What ends in silence is given some rest to hear, and nothing of it is read."""

from collections.abc import Iterator
from itertools import count

import numpy as np

from assistant.recognize.eager.window import REPEATS, REST, Decoder, Span, rest_of
from assistant.recognize.features import LFR_SHIFT, Floats
from assistant.recognize.ports import Cancellation, Emissions, Query
from tests.fakes.acoustic_model import IDENTITY, ScriptedAcousticModel


def frames(length: int) -> Floats:
    """Return loud frames with ten quiet ones from frame 20 on."""
    loud = np.random.default_rng(0).normal(10.0, 0.1, (length, 80)).astype(np.float32)
    loud[20:30] -= 8.0
    return loud


def test_the_rest_is_the_quietest_there_was() -> None:
    rest = rest_of(frames(60))
    assert rest.shape == (REST * REPEATS, 80)
    assert rest.max() < 3.0


def test_too_little_to_tell_gives_no_rest() -> None:
    assert rest_of(frames(60)[: REST - 1]).shape == (0, 80)


def test_what_the_model_makes_of_the_rest_is_not_read() -> None:
    model, ticks = ScriptedAcousticModel(), count()

    def emit(features: Floats, cancellation: Cancellation | None) -> Emissions:
        return model.emit(features, Query(), cancellation)

    def windows() -> Iterator[int]:
        decoder = Decoder(emit, IDENTITY, lambda: float(next(ticks)))
        for is_over in (False, True):
            yield len(decoder.decode(frames(61), Span(0, 9760, 0, is_over), None).emissions.best)

    assert list(windows()) == [11, 11]
    assert model.emitted == [11, 11 + REST * REPEATS // LFR_SHIFT]
