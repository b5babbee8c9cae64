"""Measure a checkpoint on everything it never trained on: one table, float32 and int8.

python -m models.recipe.evaluate [--checkpoint models/recipe/nano.npz] [--peers] [--only int8]

The corpus features of the test clips must be there (`models.recipe.corpus.build --only dev`). `--peers`
adds PocketSphinx and parity with the published runtimes, where those are installed.
"""

import argparse
import importlib.util
import os
import sys
import tempfile
from pathlib import Path

from models.recipe.layouts import Writing, write_sherpa
from models.recipe.table import sphinx
from models.recipe.table.rows import Examination, Row
from models.recipe.weights import load

RECIPE = Path(__file__).parent
GRAPHS = {"fp32": "model.onnx", "int8": "model.int8.onnx"}
PARITY_CLIPS = 300


def table(graphs: dict[str, Path], features: Path, *, quick: bool) -> None:
    """Print the rows of every graph side by side."""
    print("| held out | study | wanted | " + " | ".join(graphs) + " |", flush=True)
    print("|---|---|---|" + "---|" * len(graphs))
    columns: list[list[Row]] = []
    for graph in graphs.values():
        examination = Examination(graph, features)
        columns.append(list(examination.greedy() if quick else examination.rows()))
    for rows in zip(*columns, strict=True):
        values = " | ".join(row.value for row in rows)
        print(f"| {rows[0].title} | {rows[0].study} | {rows[0].wanted} | {values} |", flush=True)


def peers(data: Path, checkpoint: Path, out: Path) -> None:
    """Print the rows of other programs, and the clips that they read as we do."""
    if importlib.util.find_spec("pocketsphinx"):
        for title, value in sphinx.rows(data):
            print(f"| {title} | | | | {value} |", flush=True)
    else:
        print("| PocketSphinx | | | | not installed |")
    if not all(map(importlib.util.find_spec, ("sherpa_onnx", "funasr_onnx"))):
        print("| parity | | | | sherpa-onnx or funasr-onnx is not installed |")
        return
    from tests.conformance import parity

    parity.write(checkpoint, out)
    for row in parity.comparisons(out, parity.clips(data / "speech" / "dev", PARITY_CLIPS)):
        parity.report(row)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--checkpoint", type=Path, default=RECIPE / "nano.npz")
    parser.add_argument("--folder", type=Path, default=Path(".cache/nano"))
    parser.add_argument("--data", type=Path, default=os.environ.get("ASSISTANT_TEST_DATA"))
    parser.add_argument("--only", choices=sorted(GRAPHS))
    parser.add_argument(
        "--quick", action="store_true", help="greedy rows only: a point of the learning curve"
    )
    parser.add_argument("--peers", action="store_true", help="also other programs, on the same recordings")
    options = parser.parse_args()
    if options.peers and not options.data:
        print("--peers needs --data or ASSISTANT_TEST_DATA", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        write_sherpa(load(options.checkpoint), out / "sherpa-onnx", Writing())
        wanted = [options.only] if options.only else list(GRAPHS)
        graphs = {name: out / "sherpa-onnx" / GRAPHS[name] for name in wanted}
        table(graphs, options.folder / "features", quick=options.quick)
        if options.peers:
            peers(options.data, options.checkpoint, out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
