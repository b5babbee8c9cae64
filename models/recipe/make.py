"""From nothing to a model: corpus, training, export.

python -m models.recipe.make [--minutes 38] [--only corpus|train|export]
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from models.recipe.layouts import Writing, write_sherpa
from models.recipe.weights import load

RECIPE = Path(__file__).parent
NANO = RECIPE.parent / "nano"
STEPS = ("corpus", "train", "export")


def export(folder: Path) -> None:
    """Copy the checkpoint into the recipe and write the int8 model that ships."""
    shutil.copyfile(folder / "nano.npz", RECIPE / "nano.npz")
    write_sherpa(load(RECIPE / "nano.npz"), NANO, Writing(float32=False))


def main() -> None:
    """Run the steps in order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("ASSISTANT_TEST_DATA"))
    parser.add_argument("--folder", type=Path, default=Path(".cache/nano"))
    parser.add_argument("--minutes", type=float, default=38)
    parser.add_argument("--only", choices=STEPS)
    options = parser.parse_args()
    steps = [options.only] if options.only else STEPS
    python = [sys.executable, "-m"]
    if "corpus" in steps:
        where = ["--data", str(options.data), "--out", str(options.folder / "features")]
        subprocess.run([*python, "models.recipe.corpus.build", *where], check=True)
        subprocess.run([*python, "models.recipe.corpus.cutting", "--out", where[-1]], check=True)
    if "train" in steps:
        how = ["--folder", str(options.folder), "--minutes", str(options.minutes)]
        subprocess.run([*python, "models.recipe.train.trainer", *how], check=True)
        units = [str(options.folder / "units.model"), str(RECIPE / "nano.bpe.model")]
        subprocess.run([*python, "models.recipe.train.pieces", *units], check=True)
    if "export" in steps:
        export(options.folder)


if __name__ == "__main__":
    main()
