"""A history in memory."""

from dataclasses import replace
from pathlib import Path

from assistant.values.action import Action, InsertText, KeepText, Outcome, Result
from assistant.values.intent import Intent, Nothing, Why
from assistant.values.transcript import Transcript


class RecordingHistory:
    """Remembers every line; refuses where it is told to."""

    def __init__(self, refusal: OSError | None = None) -> None:
        self.refusal = refusal
        self.lines: list[tuple[Transcript, Intent, Action, Outcome]] = []
        self.audio: dict[int, Path] = {}
        """Line number -> where its recording is."""

    def add(self, transcript: Transcript, intent: Intent, action: Action, outcome: Outcome) -> int:
        if self.refusal is not None:
            raise self.refusal
        self.lines.append((transcript, intent, action, outcome))
        return len(self.lines)

    def attach(self, number: int, audio: Path) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.audio[number] = audio

    def settle(self, number: int, result: Result) -> None:
        if self.refusal is not None:
            raise self.refusal
        transcript, intent, action, outcome = self.lines[number - 1]
        self.lines[number - 1] = (transcript, intent, action, replace(outcome, result=result))

    def last_kept(self) -> str | None:
        if self.refusal is not None:
            raise self.refusal
        for transcript, intent, action, outcome in reversed(self.lines):
            if (
                outcome.is_delivered
                or outcome.result is Result.TAKEN_BACK
                or (isinstance(intent, Nothing) and intent.why is Why.CANCELLED)
            ):
                continue
            text = action.text if isinstance(action, InsertText | KeepText) else _unsaid(intent, transcript)
            if text:
                return text
        return None


def _unsaid(intent: Intent, transcript: Transcript) -> str:
    return intent.text if isinstance(intent, Nothing) else transcript.text
