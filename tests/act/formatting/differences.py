"""What formatting changes in everything that was said in the test data.

ASSISTANT_TEST_DATA=... python -m tests.act.formatting.differences
"""

import csv
import os
from collections.abc import Iterator
from pathlib import Path

from assistant.act.formatting.about import About
from assistant.act.formatting.formatter import FOLDS
from assistant.values.transcript import Tag


def sentences(data: Path) -> Iterator[tuple[str, str]]:
    """Yield every different text of the recordings with its language."""
    seen = set()
    for name in ("dev", "train"):
        with (data / "speech" / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                said = row["text"], row["lang"]
                if said[0] and not said[0].startswith("_") and said not in seen:
                    seen.add(said)
                    yield said


def differences(data: Path) -> Iterator[tuple[str, str, str]]:
    """Yield fold, text before and text after for whatever a fold changes."""
    for text, language in sentences(data):
        about = About(language=Tag(language, 1.0))
        for fold in FOLDS:
            after = fold(text, about)
            if after != text:
                yield fold.__name__, text, after
            text = after  # noqa: PLW2901 - the next fold sees what this one made


def main() -> None:
    data = Path(os.environ["ASSISTANT_TEST_DATA"])
    found = list(differences(data))
    for fold, before, after in found:
        print(f"{fold}\n  - {before}\n  + {after}")
    print(f"{len(found)} changes in {sum(1 for _ in sentences(data))} texts")


if __name__ == "__main__":
    main()
