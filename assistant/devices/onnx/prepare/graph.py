"""What a prepared graph takes and gives, and what is written down beside it."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

FEATURES, LANGUAGE, TEXT_NORM = "features", "language", "text_norm"
"""Inputs: float32 [1, T, 560], int32 [1] twice."""
TAGS, TOP_IDS, TOP_SCORES = "tags", "top", "top_score"
"""Outputs: log-probabilities [4, V], ids and log-probabilities [T, K]."""
STATES, SCORES = "states", "scores"
"""Outputs on demand: encoder states [1, 4 + T, D], all log-probabilities [4 + T, V]."""
GRAPH, WEIGHTS, NOTE = "model.onnx", "model.weights", "prepared.json"
"""Files of one prepared model."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A prepared model, as it is written down."""

    failure: str = ""
    """Why the model is to run untouched; everything else is empty then."""
    signed: bool = False
    """Its weights were made signed."""
    threads: int = 1
    """How many run it fastest here."""
    spinning: list[int] = field(default_factory=list)
    """Numbers of threads that are faster when idle ones may spin, by the same measurement."""
    is_sure: bool = True
    """Whether the machine was quiet when that was measured; else it is measured again."""
    equal: float = 1.0
    """Frames of the self-test whose best token is that of the untouched graph, 0...1."""
    files: dict[str, list[int]] | None = None
    """Size and time of last change (ns) of each file, to notice one that was touched."""

    def save(self, folder: Path) -> None:
        """Write it down in `folder`, in one step. Raises OSError."""
        fresh = folder / f"{NOTE}.new"
        fresh.write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")
        fresh.replace(folder / NOTE)

    @staticmethod
    def when(folder: Path) -> float:
        """Return when it was written down there, in seconds since 1970. Raises OSError."""
        return (folder / NOTE).stat().st_mtime

    @classmethod
    def load(cls, folder: Path) -> "Prepared | None":
        """Read what `folder` holds; None where it is not there, damaged, or was touched."""
        try:
            found = cls(**json.loads((folder / NOTE).read_text(encoding="utf-8")))
            if found.failure or found.files == stamps(folder):
                return found
        except (OSError, ValueError, TypeError):
            return None
        return None


def stamps(folder: Path) -> dict[str, list[int]]:
    """Return size and time of last change of the graph and its weights. Raises OSError."""
    each = {name: (folder / name).stat() for name in (GRAPH, WEIGHTS)}
    return {name: [stat.st_size, stat.st_mtime_ns] for name, stat in each.items()}
