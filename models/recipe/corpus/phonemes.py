"""Words -> phonemes by espeak-ng: the targets of the training-only middle head."""

import subprocess
from collections.abc import Iterable

STRESS = "',%=|"
"""Marks that espeak-ng mixes into its mnemonics and that are no sounds."""


def pronounce(words: Iterable[str]) -> dict[str, list[str]]:
    """Return each word's phonemes in espeak-ng's ASCII mnemonics (American English)."""
    ordered = sorted(set(words))
    lines = "".join(f"{word}.\n" for word in ordered)
    command = ["espeak-ng", "-q", "-x", "--sep=_", "-v", "en-us"]
    heard = subprocess.run(command, input=lines, check=True, capture_output=True, text=True).stdout
    answers = heard.strip().split("\n")
    if len(answers) != len(ordered):
        message = f"espeak-ng spoke {len(answers)} lines for {len(ordered)} words"
        raise RuntimeError(message)
    return {word: _symbols(line) for word, line in zip(ordered, answers, strict=True)}


def _symbols(line: str) -> list[str]:
    cleaned = "".join(" " if mark in "_ " else mark for mark in line if mark not in STRESS)
    return cleaned.split()
