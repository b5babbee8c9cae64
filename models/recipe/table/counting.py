"""Errors counted over one set of clips."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass
class Score:
    """Counts over one set."""

    clips: int = 0
    wrong: int = 0
    """Clips whose text is not exactly the reference."""
    words: int = 0
    errors: int = 0
    """Word insertions, deletions and substitutions."""

    def add(self, reference: str, text: str) -> None:
        """Count one clip."""
        self.clips += 1
        self.wrong += text != reference
        self.words += len(reference.split())
        self.errors += distance(reference.split(), text.split())

    @property
    def word_error(self) -> float:
        """Per cent of the words of the references."""
        return 100 * self.errors / max(1, self.words)

    @property
    def clip_error(self) -> float:
        """Per cent of the clips."""
        return 100 * self.wrong / max(1, self.clips)


def sounds_alike(one: str, other: str) -> bool:
    """Tell whether texts differ in their writing alone: "upper case", "uppercase"."""
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def distance(one: Sequence[str], other: Sequence[str]) -> int:
    """Levenshtein distance."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (left != right))
    return row[-1]
