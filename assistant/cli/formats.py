"""Transcripts as text, JSON, SubRip, WebVTT and tables."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from math import inf
from typing import Any

from assistant.values.audio import SAMPLE_RATE
from assistant.values.transcript import Replacement, Transcript, Word

CUE_SECONDS = 6.0
"""Longest time one subtitle stays."""
CUE_PAUSE = 0.7
"""A pause this long begins a new subtitle."""
READABLE = 5 / 6
"""Shortest time one stays, unless the next begins: of a word alone the model knows a few milliseconds."""


def as_object(name: str, transcript: Transcript) -> dict[str, Any]:
    """Return a transcript as plain data for JSON. Times are seconds since the source began."""
    return {
        "file": name,
        "text": transcript.text,
        "language": transcript.language.name,
        "language_probability": round(transcript.language.probability, 4),
        "emotion": transcript.emotion.name,
        "emotion_probability": round(transcript.emotion.probability, 4),
        "sounds": [{"name": tag.name, "probability": round(tag.probability, 4)} for tag in transcript.sounds],
        "words": [_spoken(word) for word in transcript.words],
        "replacements": [_replaced(one) for one in transcript.replacements],
        "runners_up": [
            {"text": other.text, "score": round(other.score, 3)} for other in transcript.runners_up
        ],
        "withheld": transcript.withheld,
        "start": round(transcript.start / SAMPLE_RATE, 3),
        "end": round(transcript.stop / SAMPLE_RATE, 3),
        "timings": {
            "audio": round(transcript.timings.audio, 4),
            "features": round(transcript.timings.features, 4),
            "model": round(transcript.timings.model, 4),
            "decode": round(transcript.timings.decode, 4),
        },
        "model": transcript.model,
        "demo": transcript.is_demo,
    }


def _spoken(word: Word) -> dict[str, Any]:
    return {
        "text": word.text,
        "start": round(word.start / SAMPLE_RATE, 3),
        "end": round(word.stop / SAMPLE_RATE, 3),
        "score": round(word.score, 4),
    }


def _replaced(one: Replacement) -> dict[str, Any]:
    return {
        "before": one.before,
        "after": one.after,
        "why": one.why,
        "start": round(one.start / SAMPLE_RATE, 3),
        "end": round(one.stop / SAMPLE_RATE, 3),
    }


def cues(transcript: Transcript) -> Iterator[tuple[float, float, str]]:
    """Yield subtitles (start, end, text): words held together until a pause or the length limit."""
    groups = list(_groups(transcript.words))
    for group, following in zip_longest(groups, groups[1:]):
        start, end, text = _cue(group)
        room = following[0].start / SAMPLE_RATE if following else inf
        yield start, max(end, min(start + READABLE, room)), text


def _groups(words: Iterable[Word]) -> Iterator[list[Word]]:
    group: list[Word] = []
    for word in words:
        is_new = group and (
            word.start - group[-1].stop > CUE_PAUSE * SAMPLE_RATE
            or word.stop - group[0].start > CUE_SECONDS * SAMPLE_RATE
        )
        if is_new:
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def srt(transcripts: list[Transcript]) -> str:
    """Return SubRip subtitles."""
    every = [cue for transcript in transcripts for cue in cues(transcript)]
    blocks = (
        f"{number}\n{_clock(start, ',')} --> {_clock(end, ',')}\n{text}\n"
        for number, (start, end, text) in enumerate(every, 1)
    )
    return "\n".join(blocks)


def vtt(transcripts: list[Transcript]) -> str:
    """Return WebVTT subtitles."""
    blocks = [
        f"{_clock(start, '.')} --> {_clock(end, '.')}\n{text}\n"
        for transcript in transcripts
        for start, end, text in cues(transcript)
    ]
    return "\n".join(["WEBVTT\n", *blocks])


def tsv(transcripts: list[Transcript]) -> str:
    """Return a table of cues: start and end in milliseconds, text."""
    rows = (
        f"{round(1000 * start)}\t{round(1000 * end)}\t{text}"
        for transcript in transcripts
        for start, end, text in cues(transcript)
    )
    return "\n".join(["start\tend\ttext", *rows]) + "\n"


def _cue(words: list[Word]) -> tuple[float, float, str]:
    text = words[0].text
    for word in words[1:]:
        # Latin words are spaced, Chinese and Japanese characters are not.
        text += f" {word.text}" if word.text[0].isascii() or text[-1].isascii() else word.text
    return words[0].start / SAMPLE_RATE, words[-1].stop / SAMPLE_RATE, text


def _clock(position: float, mark: str) -> str:
    thousandths = round(position * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{rest // 1000:02d}{mark}{rest % 1000:03d}"
