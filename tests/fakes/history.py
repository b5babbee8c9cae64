"""A history in memory."""

from assistant.values.action import Action, InsertText, KeepText, Outcome
from assistant.values.intent import Intent, Nothing, Why
from assistant.values.transcript import Transcript


class RecordingHistory:
    """Remembers every line; refuses where it is told to."""

    def __init__(self, refusal: OSError | None = None) -> None:
        self.refusal = refusal
        self.lines: list[tuple[Transcript, Intent, Action, Outcome]] = []

    def add(self, transcript: Transcript, intent: Intent, action: Action, outcome: Outcome) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.lines.append((transcript, intent, action, outcome))

    def last_kept(self) -> str | None:
        if self.refusal is not None:
            raise self.refusal
        for transcript, intent, action, outcome in reversed(self.lines):
            if outcome.is_delivered or (isinstance(intent, Nothing) and intent.why is Why.CANCELLED):
                continue
            text = action.text if isinstance(action, InsertText | KeepText) else _unsaid(intent, transcript)
            if text:
                return text
        return None


def _unsaid(intent: Intent, transcript: Transcript) -> str:
    return intent.text if isinstance(intent, Nothing) else transcript.text
