"""Nothing said, nothing typed: what keeps a transcript from becoming text."""

from assistant.values.intent import Why
from assistant.values.settings import RecognizeSettings
from assistant.values.transcript import Transcript

NO_SPEECH_TAG = "nospeech"


class Gate:
    """Judges whether a transcript is fit to be acted on."""

    def __init__(self, settings: RecognizeSettings) -> None:
        self._demo_confidence = settings.demo_confidence

    def objection(self, transcript: Transcript) -> Why | None:
        """Return why `transcript` must not be acted on, or None where it may."""
        if not transcript.text:
            is_silent = transcript.language.name == NO_SPEECH_TAG
            return Why.NO_SPEECH if is_silent else Why.NO_WORDS
        # A demonstration model errs in most free sentences; its word scores tell when.
        if transcript.is_demo and transcript.lowest_score < self._demo_confidence:
            return Why.UNSURE
        return None
