"""The command line of the full-size recipe."""

import argparse
from pathlib import Path

from models.recipe import full_size
from models.recipe.full_size.writing import LAYOUTS, write


def main() -> None:
    """Write one layout."""
    parser = argparse.ArgumentParser(
        description=full_size.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--layout", choices=LAYOUTS, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    graph = write(options.layout, options.out, seed=options.seed)
    print(f"{graph}: {graph.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
