"""Models that look right and are not: each with the reason that the user gets to read."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import ModelError


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that is known to disappoint."""

    size: int
    """Bytes; only a file of this size is hashed."""
    sha256: str
    why: str


REFUSED = (
    Refusal(
        237_115_547,
        "12ca1a2ae7ecf3e0019ef2822307ee0b5cadc9196569e379b4c4026f8205276d",
        "it is the Cantonese fine-tune of 2025-09-09, which writes no punctuation and no digits and "
        "names the wrong language; install the model of 2024-07-17 instead",
    ),
)


def refuse(graph: Path, notes: Mapping[str, str], refused: tuple[Refusal, ...] = REFUSED) -> None:
    """Raise ModelError, with the reason, where `graph` is a model that must not be used."""
    if "Nano" in notes.get("comment", ""):
        raise ModelError(
            f"{graph} is a Fun-ASR-Nano model: it has no language, emotion or event tags and another "
            "vocabulary; install SenseVoiceSmall instead"
        )
    size = graph.stat().st_size
    for refusal in refused:
        if size == refusal.size and _sha256(graph) == refusal.sha256:
            raise ModelError(f"{graph} is not used: {refusal.why}")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
