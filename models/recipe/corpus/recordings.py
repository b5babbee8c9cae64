"""Human speech and sounds of the data table: which clips train the model, which only test it."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from models.recipe.corpus.phrases import written
from models.recipe.corpus.store import Clip

NO_WORDS = "_silence_"
OTHER_WORDS = "en-speech-commands-other"
"""The source given to Speech Commands' words beside its ten commands."""
UNKNOWN_WORDS = "_unknown_"
_NAMED = re.compile(r"_unknown___([a-z]+)_[0-9a-f]+_nohash")
"""Speech Commands calls twenty words unknown, but each file is named after what is said in it."""
TRAIN_SOUNDS = ("applause", "crowd_cheering", "bg_noise")
"""Sounds beside ESC-10 folds 1-4 that may train; the rest only tests."""
JOINED = {"heycomputer": "hey computer", "heychatterbox": "hey chatterbox"}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def speech(data: Path, split: str) -> Iterator[Clip]:
    """Yield the clips of `speech/<split>.tsv` (train or dev) that the nano model can use.

    Whoever speaks in dev does not train, whatever the corpus.
    """
    tested = {row["speaker"] for row in _rows(data / "speech" / "dev.tsv")} - {""}
    for row in _rows(data / "speech" / f"{split}.tsv"):
        if split == "train" and row["speaker"] in tested:
            continue
        source = row["path"].split("/")[1]
        named = _NAMED.search(row["path"]) if row["text"] == UNKNOWN_WORDS else None
        if named:
            source, row["text"] = OTHER_WORDS, named[1]
        common = (split, source, row["speaker"], f"speech/{row['path']}")
        if row["text"] == NO_WORDS:
            yield Clip("", "noise", *common)
        elif row["lang"].startswith("zh"):
            yield Clip("", "chinese", *common)
        elif row["lang"] == "en" and row["text"] != UNKNOWN_WORDS:
            text = written(JOINED.get(row["text"], row["text"]))
            if text:
                yield Clip(text, "human", *common)


def sounds(data: Path) -> Iterator[Clip]:
    """Yield the non-speech clips, split into train and dev."""
    for row in _rows(data / "speech" / "sounds.tsv"):
        name = Path(row["path"]).name
        fold = re.match(r"fold=(\d)", row["extra"] or "")
        may_train = fold[1] != "5" if fold else name.startswith(TRAIN_SOUNDS)
        split = "train" if may_train else "dev"
        source = row["path"].split("/")[1]
        yield Clip("", "noise", split=split, source=source, speaker=row["text"], path=f"speech/{row['path']}")
