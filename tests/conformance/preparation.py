"""What preparation changes, step by step: signed weights no bit of the logits, all of it few frames.

Run `python -m tests.conformance.preparation` with ASSISTANT_TEST_DATA set; `--model DIR` for another
model than nano, `--clips 300`. Every frame whose best token differs is shown with the lead that the
untouched graph gave it (log-probability): rounding of 8-bit activations turns over what is level.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnx

from assistant.devices import places
from assistant.devices.onnx.layout import ModelFiles, read_model
from assistant.devices.onnx.model import OnnxAcousticModel
from assistant.devices.onnx.prepare import cpu
from assistant.devices.onnx.prepare.cache import PreparedModels
from assistant.devices.onnx.prepare.surgery.signed import make_signed
from assistant.devices.onnx.session import Session, SessionSettings
from assistant.recognize.features import Floats, fbank, stack
from assistant.recognize.ports import Query
from tests.conformance import parity


@dataclass
class Outcome:
    """What a step of the preparation did to the best tokens."""

    frames: int = 0
    margins: list[tuple[str, int, float]] = field(default_factory=list)
    """Clip, frame and lead of every one that differs."""

    @property
    def equal(self) -> float:
        """Share of frames that say what they said."""
        return 1 - len(self.margins) / self.frames


def features(files: ModelFiles, chosen: list[Path]) -> Iterator[tuple[str, Floats]]:
    """Yield the name and the features of every clip."""
    for clip in chosen:
        yield clip.name, files.description.cmvn.apply(stack(fbank(parity.read(clip))))


def signed_is_exact(files: ModelFiles, chosen: list[Path], folder: Path) -> int:
    """Return how many clips keep every bit of their logits with signed weights; -1 where none are used."""
    if not cpu.is_exact(cpu.features()):
        return -1
    model = onnx.load(files.graph)
    make_signed(model)
    onnx.save(model, folder / "signed.onnx")
    sessions = [Session(path, SessionSettings()) for path in (files.graph, folder / "signed.onnx")]
    names, same = files.names, 0
    for _, each in features(files, chosen):
        inputs = {
            names.features: each[None],
            names.length: np.array([len(each)], np.int32),
            names.language: np.array([0], np.int32),
            names.text_norm: np.array([14], np.int32),
        }
        [one], [other] = (session.run((names.logits,), inputs, None) for session in sessions)
        same += bool((one == other).all())
    return same


def prepared_frames(files: ModelFiles, chosen: list[Path], folder: Path) -> Outcome:
    """Compare the prepared graph with the untouched one."""
    untouched = OnnxAcousticModel(files, SessionSettings())
    prepared = OnnxAcousticModel(files, SessionSettings(), PreparedModels(folder))
    outcome = Outcome()
    for name, each in features(files, chosen):
        before, after = (model.emit(each, Query()) for model in (untouched, prepared))
        lead = before.top_score[:, 0] - before.top_score[:, 1]
        outcome.frames += len(before.best)
        outcome.margins += [
            (name, int(frame), float(lead[frame])) for frame in np.flatnonzero(before.best != after.best)
        ]
    if not prepared.is_prepared:
        raise RuntimeError(f"{files.graph} could not be prepared")
    return outcome


def main() -> int:
    """Print both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=places.nano_model())
    parser.add_argument("--clips", type=int, default=300)
    options = parser.parse_args()
    data = os.environ.get("ASSISTANT_TEST_DATA")
    if not data:
        print("ASSISTANT_TEST_DATA names no folder of recordings", file=sys.stderr)
        return 2
    files = read_model(options.model)
    chosen = parity.clips(Path(data) / "speech" / "dev", options.clips)
    with tempfile.TemporaryDirectory() as folder:
        same = signed_is_exact(files, chosen, Path(folder))
        print(
            f"signed weights: {same} of {len(chosen)} clips have the same logits to the last bit", flush=True
        )
        outcome = prepared_frames(files, chosen, Path(folder))
    for name, frame, margin in outcome.margins:
        print(f"    {name} frame {frame}: margin {margin:.4f}")
    print(f"prepared: {outcome.equal:.2%} of {outcome.frames} frames say what they said")
    return 0


if __name__ == "__main__":
    sys.exit(main())
