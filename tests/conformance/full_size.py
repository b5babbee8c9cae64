"""Parity at full size: SenseVoice-Small's exact architecture with random weights, each layout, fp32 and int8.

Run `python -m tests.conformance.full_size --cache DIR` with ASSISTANT_TEST_DATA set; `--clips 300`,
`--only fp32` or `--only int8`. The graphs (2.4 GB) are written into DIR once.

Random weights have tiny margins, so that in int8 the rounding of two runtimes shows: it is reported
with its margin. In float32 everything has to be equal.
"""

import argparse
import logging
import os
import shutil
import sys
import warnings
from importlib.metadata import version
from pathlib import Path

import onnx

from models.recipe import graph, layouts
from models.recipe.full_size.writing import SeededWeights, published_cmvn, published_tokens, write
from models.recipe.layouts import Writing
from models.recipe.weights import SENSE_VOICE_SMALL, Checkpoint
from tests.conformance import parity
from tests.conformance.references import Ours, funasr_onnx, sherpa_onnx

FOLDERS = {"sherpa": "sherpa-onnx", "funasr": "funasr"}
GRAPHS = {"sherpa": ("model.onnx", "model.int8.onnx"), "funasr": ("model.onnx", "model_quant.onnx")}
ROUNDING = "int8 rounding of another ONNX Runtime on random weights"


def prepare(layout: str, cache: Path) -> Path:
    """Return the folder with both graphs of a layout, written where it is missing."""
    folder = cache / FOLDERS[layout]
    if not (folder / GRAPHS[layout][1]).is_file():
        write(layout, folder)
        shutil.copy(parity.RECIPE / "nano.bpe.model", folder / layouts.PIECES)  # funasr-onnx wants one
    if not (folder / "model.onnx").is_file():
        shape = SENSE_VOICE_SMALL
        contract = graph.SHERPA if layout == "sherpa" else graph.FUNASR
        model = graph.build(shape, SeededWeights(shape), contract)
        checkpoint = Checkpoint(shape, {}, published_cmvn(), published_tokens(shape.vocabulary))
        notes = layouts.sherpa_metadata(checkpoint, Writing(name="random", random=True))
        onnx.helper.set_model_props(model, notes if layout == "sherpa" else {"random": "1"})
        onnx.save(model, folder / "model.onnx.part")
        (folder / "model.onnx.part").rename(folder / "model.onnx")
    return folder


def compare(folder: Path, file: str, chosen: list[Path], seconds: float | None = None) -> parity.Comparison:
    """Compare one graph with the runtime whose layout it has."""
    path = folder / file
    ours = Ours(path)
    cause = parity.UNEXPLAINED if file == "model.onnx" else ROUNDING
    if folder.name == FOLDERS["sherpa"]:
        row = parity.Comparison(f"sherpa-onnx {file}", cause, seconds)
        return parity.compare(row, ours, sherpa_onnx(path), chosen)
    row = parity.Comparison(f"funasr-onnx {file}", parity.UNEXPLAINED, seconds)
    return parity.compare(row, ours, funasr_onnx(path, ours.description.pieces), chosen)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--clips", type=int, default=300)
    parser.add_argument("--seconds", type=float, help="read only the beginning of each clip")
    parser.add_argument("--only", choices=("fp32", "int8"))
    options = parser.parse_args()
    data = os.environ.get("ASSISTANT_TEST_DATA")
    if not data:
        print("ASSISTANT_TEST_DATA names no folder of recordings", file=sys.stderr)
        return 2
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    chosen = parity.clips(Path(data) / "speech" / "dev", options.clips)
    folders = len({clip.parent for clip in chosen})
    print(
        f"{len(chosen)} clips of {folders} folders, full size, ours on {version('onnxruntime')}", flush=True
    )
    unexplained = 0
    for layout in FOLDERS:
        folder = prepare(layout, options.cache)
        for kind, file in zip(("fp32", "int8"), GRAPHS[layout], strict=True):
            if options.only in {None, kind}:
                found = compare(folder, file, chosen, options.seconds)
                parity.report(found)
                sys.stdout.flush()
                unexplained += sum(one.cause == parity.UNEXPLAINED for one in found.differences)
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
