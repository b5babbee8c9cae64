"""One line of history, and how it stands in a row."""

import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant.values.action import Action, InsertText, KeepText, Outcome, ReplaceSelection, Result
from assistant.values.intent import Intent, Nothing
from assistant.values.transcript import Tag, Timings, Transcript

COLUMNS = """at text raw language language_probability emotion emotion_probability sounds app intent why
result method seconds model is_demo timings""".split()
"""What `row` gives, in this order."""
READ = ", ".join(["id", *COLUMNS, "audio"])
"""What `entry` takes."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line of history."""

    id: int
    at: datetime
    text: str = field(repr=False)
    """As it was typed, or kept."""
    raw: str = field(repr=False)
    """As the recogniser wrote it."""
    language: Tag
    emotion: Tag
    sounds: tuple[Tag, ...]
    app: str
    intent: str
    """dictate, command, nothing and so on."""
    why: str
    """Why it came to nothing, or was kept."""
    result: Result
    method: str
    seconds: float
    """From the order to the receipt."""
    model: str
    is_demo: bool
    timings: Timings
    audio: Path | None = None
    """The recording, where it is kept."""

    def as_object(self) -> dict[str, Any]:
        """Return the entry as plain data for JSON."""
        plain = asdict(self)
        plain["at"] = self.at.isoformat(timespec="milliseconds")
        plain["result"] = self.result.value
        plain["audio"] = str(self.audio) if self.audio else None
        return plain


def row(
    transcript: Transcript, intent: Intent, action: Action, outcome: Outcome
) -> tuple[str | float | bool, ...]:
    """Return the COLUMNS of a new line, written now."""
    why = intent.why.value if isinstance(intent, Nothing) else getattr(action, "why", "")
    window = outcome.window or getattr(action, "window", None)
    return (
        datetime.now(UTC).isoformat(timespec="milliseconds"),
        _written(transcript, intent, action),
        transcript.text,
        transcript.language.name,
        transcript.language.probability,
        transcript.emotion.name,
        transcript.emotion.probability,
        json.dumps([[tag.name, tag.probability] for tag in transcript.sounds]),
        window.app if window else "",
        type(intent).__name__.lower(),
        str(why),
        outcome.result.value,
        outcome.method,
        outcome.seconds,
        transcript.model,
        transcript.is_demo,
        json.dumps(asdict(transcript.timings)),
    )


def _written(transcript: Transcript, intent: Intent, action: Action) -> str:
    if isinstance(action, InsertText | KeepText | ReplaceSelection):
        return action.text
    return intent.text if isinstance(intent, Nothing) else transcript.text


def entry(found: tuple[Any, ...]) -> HistoryEntry:
    """Return the line of history of a row of READ."""
    number, at, text, raw, language, sure, emotion, moved, sounds, app, intent, why, *rest = found
    result, method, seconds, model, is_demo, timings, audio = rest
    return HistoryEntry(
        id=number,
        at=datetime.fromisoformat(at),
        text=text,
        raw=raw,
        language=Tag(language, sure),
        emotion=Tag(emotion, moved),
        sounds=tuple(Tag(name, probability) for name, probability in json.loads(sounds)),
        app=app,
        intent=intent,
        why=why,
        result=Result(result),
        method=method,
        seconds=seconds,
        model=model,
        is_demo=bool(is_demo),
        timings=Timings(**json.loads(timings)),
        audio=Path(audio) if audio else None,
    )
