"""Cancelling in mid-run: how long until the caller is free, and whether the next utterance is right.

Run `python -m tests.conformance.cancelling --model DIR`, best with the full-size model; `--times 20`.
"""

import argparse
import sys
from pathlib import Path
from statistics import median
from threading import Timer
from time import perf_counter

import numpy as np

from assistant.devices import places
from assistant.devices.onnx import load_model, prepare_model
from assistant.engine.work import CancelToken
from assistant.errors import CancelledError
from assistant.recognize.ports import AcousticModel, Query
from assistant.values.settings import RecognizeSettings

FRAMES = 167
"""Ten seconds."""
_WIDTH = 560


def cancel(model: AcousticModel, features: np.ndarray, after: float) -> float | None:
    """Return the seconds from a cancellation in mid-run to its end; None where the run was quicker."""
    token, asked = CancelToken(), [0.0]

    def ask() -> None:
        asked[0] = perf_counter()
        token.set()

    timer = Timer(after, ask)
    timer.start()
    try:
        model.emit(features, Query(), token)
    except CancelledError:
        return perf_counter() - asked[0]
    finally:
        timer.cancel()
    return None


def measure(folder: Path, times: int) -> tuple[list[float], int]:
    """Return how long each cancellation took, and how many of the runs after them were wrong."""
    model = load_model(folder, RecognizeSettings())
    features = np.random.default_rng(0).standard_normal((FRAMES, _WIDTH)).astype(np.float32)
    try:
        right = model.emit(features, Query())
        begun = perf_counter()
        model.emit(features, Query())
        whole, spent, wrong = perf_counter() - begun, [], 0
        for number in range(times):
            took = cancel(model, features, whole * (0.1 + 0.7 * number / times))
            spent += [] if took is None else [took]
            wrong += not (model.emit(features, Query()).best == right.best).all()
    finally:
        model.close()
    return spent, wrong


def main() -> int:
    """Print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=places.nano_model())
    parser.add_argument("--times", type=int, default=20)
    options = parser.parse_args()
    prepare_model(options.model)
    spent, wrong = measure(options.model, options.times)
    if not spent:
        print("every run was over before it could be cancelled", file=sys.stderr)
        return 2
    shown = ", ".join(
        f"{name} {1000 * one:.1f} ms" for name, one in (("p50", median(spent)), ("max", max(spent)))
    )
    print(
        f"{len(spent)} of {options.times} runs cancelled: {shown}; {wrong} of the runs after them were wrong"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
