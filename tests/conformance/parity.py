"""Token by token: ours against sherpa-onnx and funasr-onnx with the same model.

In float32 all three say the same. In int8 a difference in the last bit of a float moves dynamic
quantisation by a whole step, so that frames where two tokens are level tip over. One such difference
is known: sherpa-onnx 2.0.1 brings ONNX Runtime 1.28.2 along, and 1.30 changed its LayerNormalization
kernel (halving its error). With onnxruntime 1.28 or 1.29 we agree in int8 in every clip, too.
funasr-onnx runs on the ONNX Runtime that we run on.

Run `python -m tests.conformance.parity` with ASSISTANT_TEST_DATA set; `--clips 200`, and
`--checkpoint nano.npz` for other weights than those that ship.
"""

import argparse
import logging
import os
import sys
import tempfile
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from importlib.metadata import version
from itertools import zip_longest
from pathlib import Path

import soundfile

from assistant.values.audio import SAMPLE_RATE, Samples, read_only
from models.recipe.layouts import Writing, write_layouts
from tests.conformance.references import Ours, Reading, Reference, Said, funasr_onnx, sherpa_onnx

RECIPE = Path(__file__).parents[2] / "models" / "recipe"
CHECKPOINT = RECIPE / "nano.npz"
UNEXPLAINED = "not explained"
SHERPA_INT8 = "LayerNormalization of ONNX Runtime 1.30 against the 1.28 in it"
TAGS = "it takes the first four tokens for tags: our ids, collapsed that way, are its own"
LEVEL = 0.5
"""Two tokens nearer than this in log-probability are level: rounding may choose between them."""


def rounds_like_sherpa() -> bool:
    """Say whether our ONNX Runtime has the kernels of the one in sherpa-onnx."""
    major, minor = (int(part) for part in version("onnxruntime").split(".")[:2])
    return (1, 28) <= (major, minor) < (1, 30)


@dataclass(frozen=True)
class Difference:
    """A clip that the two read differently."""

    clip: str
    margin: float
    """Smallest lead (log-probability) of our best token where the readings part."""
    cause: str
    ours: int
    theirs: int
    """Tokens each says."""


@dataclass
class Comparison:
    """Ours against one runtime on one graph."""

    title: str
    cause: str = UNEXPLAINED
    """Why readings may differ."""
    seconds: float | None = None
    """How much of each clip is read; None: all of it."""
    clips: int = 0
    tokens: int = 0
    differences: list[Difference] = field(default_factory=list)

    @property
    def equal(self) -> float:
        """Share of clips read alike."""
        return 1 - len(self.differences) / self.clips if self.clips else 0.0


def clips(folder: Path, count: int) -> list[Path]:
    """Return `count` clips, spread evenly over the folders and inside each of them."""
    groups = [sorted(place.glob("*.ogg")) for place in sorted(folder.iterdir()) if place.is_dir()]
    shares = [[] if not group else [group[i * len(group) // count] for i in range(count)] for group in groups]
    chosen: dict[Path, None] = {}
    turns = (
        clip
        for turn in zip_longest(*(dict.fromkeys(share) for share in map(_spread, shares)))
        for clip in turn
    )
    for clip in turns:
        if clip is not None and len(chosen) < count:
            chosen[clip] = None
    return sorted(chosen)


def _spread(share: list[Path]) -> list[Path]:
    """Reorder so that any beginning of the list is spread over the whole of it."""
    step = 89  # prime to every count in use
    return [share[index * step % len(share)] for index in range(len(share))]


def read(clip: Path, seconds: float | None = None) -> Samples:
    """Read a clip, or the beginning of it, as int16."""
    frames = -1 if seconds is None else round(seconds * SAMPLE_RATE)
    samples, _ = soundfile.read(clip, frames=frames, dtype="int16")
    return read_only(samples)


def compare(comparison: Comparison, ours: Ours, reference: Reference, chosen: list[Path]) -> Comparison:
    """Read every clip with both."""
    for clip in chosen:
        samples = read(clip, comparison.seconds)
        reading = ours.read(samples)
        theirs = reference(samples)
        comparison.clips += 1
        comparison.tokens += len(reading.said)
        if theirs != reading.said:
            name = f"{clip.parent.name}/{clip.name}"
            comparison.differences.append(difference(name, reading, theirs, comparison.cause))
    return comparison


def difference(clip: str, reading: Reading, theirs: Said, cause: str) -> Difference:
    """Describe where and why two readings part."""
    margin = min(
        reading.margin(*_frames(reading, start, stop)) for start, stop in _parted(reading.said, theirs)
    )
    if theirs == reading.as_theirs:
        cause = TAGS
    return Difference(clip, margin, cause, len(reading.said), len(theirs))


def _parted(ours: Said, theirs: Said) -> Iterator[tuple[int, int]]:
    for kind, start, stop, _, _ in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            yield start, stop


def _frames(reading: Reading, start: int, stop: int) -> tuple[int, int]:
    """Return the text frames between the last token they share before a difference and the first after."""
    last_before = reading.tokens[start - 1].last if start else 0
    after = reading.tokens[stop].first if stop < len(reading.tokens) else len(reading.emissions.best) - 1
    return last_before, after


def comparisons(layouts: Path, chosen: list[Path]) -> Iterator[Comparison]:
    """Compare in both layouts, float32 and int8."""
    for file, cause in (("model.onnx", UNEXPLAINED), ("model.int8.onnx", SHERPA_INT8)):
        graph = layouts / "sherpa-onnx" / file
        row = Comparison(f"sherpa-onnx {file}", cause)
        yield compare(row, Ours(graph), sherpa_onnx(graph), chosen)
    for file in ("model.onnx", "model_quant.onnx"):
        graph = layouts / "funasr" / file
        ours = Ours(graph)
        reference = funasr_onnx(graph, ours.description.pieces)
        yield compare(Comparison(f"funasr-onnx {file}"), ours, reference, chosen)


def report(comparison: Comparison) -> None:
    """Print one row, and a line for every difference that is not in how the same ids are collapsed."""
    same = comparison.clips - len(comparison.differences)
    print(
        f"{comparison.title:28s} {same:4d} of {comparison.clips} clips equal "
        f"({comparison.equal:6.1%}), {comparison.tokens} tokens"
    )
    collapsed = [each for each in comparison.differences if each.cause == TAGS]
    if collapsed:
        print(f"    {len(collapsed)} others: {TAGS}")
    for each in (each for each in comparison.differences if each.cause != TAGS):
        print(f"    {each.clip}: margin {each.margin:.4f}, {each.ours} / {each.theirs} tokens: {each.cause}")


def write(checkpoint: Path, out: Path) -> None:
    """Write the model in both layouts, with what funasr-onnx wants beside it."""
    write_layouts(checkpoint, out, Writing(pieces=RECIPE / "nano.bpe.model"))


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, default=CHECKPOINT)
    parser.add_argument("--clips", type=int, default=200)
    options = parser.parse_args()
    data = os.environ.get("ASSISTANT_TEST_DATA")
    if not data:
        print("ASSISTANT_TEST_DATA names no folder of recordings", file=sys.stderr)
        return 2
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    chosen = clips(Path(data) / "speech" / "dev", options.clips)
    folders = len({clip.parent for clip in chosen})
    runtime = version("onnxruntime")
    print(f"{len(chosen)} clips of {folders} folders, weights {options.checkpoint.name}, ours on {runtime}")
    with tempfile.TemporaryDirectory() as out:
        write(options.checkpoint, Path(out))
        for comparison in comparisons(Path(out), chosen):
            report(comparison)
    return 0


if __name__ == "__main__":
    sys.exit(main())
