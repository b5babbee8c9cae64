"""Size, loading time and real-time factor of one graph on one thread, front-end included."""

import statistics
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.values.audio import SAMPLE_RATE
from models.recipe.decode import Model

TURNS = 7
SECONDS = 5


@dataclass(frozen=True)
class Speed:
    """What a graph costs."""

    megabytes: float
    load: float
    """Milliseconds, median."""
    factor: float
    """Seconds of work per second of audio, median."""


def measure(graph: Path) -> Speed:
    """Load and run `graph` several times."""
    noise = np.random.default_rng(1).normal(0, 2000, SECONDS * SAMPLE_RATE).astype(np.int16)
    loads, runs = [], []
    for _ in range(TURNS):
        began = time.perf_counter()
        model = Model(graph, graph.with_name("tokens.txt"))
        loads.append(time.perf_counter() - began)
        model.hear(noise)
        began = time.perf_counter()
        model.hear(noise)
        runs.append(time.perf_counter() - began)
    megabytes = graph.stat().st_size / 1e6
    return Speed(megabytes, 1000 * statistics.median(loads), statistics.median(runs) / SECONDS)
