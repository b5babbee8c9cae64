"""A transcript as the command line writes it: text, subtitles, tables, JSON."""

from pathlib import Path
from typing import Any

from assistant.cli.commands.transcribe import rendered
from assistant.values.audio import SAMPLE_RATE
from assistant.values.transcript import Tag, Transcript, Word

KINDS = {"text": "txt", "srt": "srt", "vtt": "vtt", "tsv": "tsv", "json": "json"}
"""Format -> ending of its files."""


def written(path: Path, plain: dict[str, Any], kind: str) -> str:
    """Return a transcript, as `assistant transcribe --json` tells it, in the format `kind`."""
    return rendered(kind, [(str(path), transcript_of(plain))])


def transcript_of(plain: dict[str, Any]) -> Transcript:
    """Return the transcript that was told as plain data."""
    return Transcript(
        1,
        round(plain["start"] * SAMPLE_RATE),
        round(plain["end"] * SAMPLE_RATE),
        plain["text"],
        language=Tag(plain["language"], plain["language_probability"]),
        emotion=Tag(plain["emotion"], plain["emotion_probability"]),
        sounds=tuple(Tag(one["name"], one["probability"]) for one in plain["sounds"]),
        words=tuple(
            Word(
                one["text"], round(one["start"] * SAMPLE_RATE), round(one["end"] * SAMPLE_RATE), one["score"]
            )
            for one in plain["words"]
        ),
        model=plain["model"],
        is_demo=plain["demo"],
    )
