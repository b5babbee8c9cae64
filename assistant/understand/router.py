"""Transcript -> Intent: what an utterance is for."""

from assistant.understand.gate import Gate
from assistant.values.intent import Context, Dictate, Intent, Nothing
from assistant.values.transcript import Transcript


class Router:
    """Sends every utterance where it belongs; until commands exist that is dictation or nothing."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    def route(self, transcript: Transcript, context: Context) -> Intent:  # noqa: ARG002 - commands will ask it
        """Return what `transcript` means in its `context`. Text that is not acted on stays in the answer."""
        objection = self._gate.objection(transcript)
        if objection is not None:
            return Nothing(objection, transcript.text)
        return Dictate(transcript.text)
