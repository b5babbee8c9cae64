"""Nothing said, nothing typed: what keeps a transcript from becoming text.

No list of strings: a model makes up other words for every noise. What counts is what there was to
hear and how much of it the model put into words. Each piece of evidence gives points for or against
speech, their sum is a log-odds, as of a logistic regression; `python -m tests.understand.gate_figures`
fits and judges them on recordings.
"""

import math
import unicodedata
from collections.abc import Iterable
from dataclasses import astuple, dataclass

from assistant.values.audio import seconds
from assistant.values.intent import Why
from assistant.values.settings import RecognizeSettings
from assistant.values.transcript import Transcript

NO_SPEECH_TAG = "nospeech"
SPEECH_TAG = "Speech"
FLUENT = 12.0
"""Letters a second from which on there is no more to be said for speech: few of those were voice."""
SYLLABLE = 3
"""Letters that a Chinese, Japanese or Korean character counts for."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What speaks for speech, each about 0 where it says nothing; or the points that each is worth."""

    certain: float = 1.0
    """Always 1: its points are what has to be outweighed."""
    tagged: float = 0.0
    """Log-odds of the model's own `Speech` tag, at most 5 either way."""
    nameless: float = 0.0
    """Log-odds of `no speech` in the place of a language, likewise."""
    sure: float = 0.0
    """Mean score of the words, 0...1."""
    wordy: float = 0.0
    """Logarithm of the letters written for each second that the detectors took for speech, at most 12."""
    voiced: float = 0.0
    """Logarithm of those seconds, at most 2 s."""
    distinct: float = 0.0
    """How far the loudest syllable stands out of the quiet, in units of 10 dB, at most 3."""
    blank: float = 0.0
    """Frames' worth of probability that was not blank, for each letter: noise smears it."""

    def points(self, weights: "Clues") -> float:
        """Return the log-odds of speech."""
        pairs: Iterable[tuple[float, float]] = zip(astuple(self), astuple(weights), strict=True)
        return sum(clue * weight for clue, weight in pairs)


NANO = Clues(
    certain=-13.5, tagged=2.6, nameless=-0.1, sure=3.9, wordy=1.9, voiced=1.3, distinct=0.3, blank=1.6
)
"""Points of the model that ships: fitted, and set so that one in 250 spoken clips is lost at most."""
SENSE_VOICE = Clues(
    certain=-10.0, tagged=0.5, nameless=-0.3, sure=8.0, wordy=2.5, voiced=1.5, distinct=0.5, blank=-0.3
)
"""Points of SenseVoice-Small, by hand: its tags look normal on silence and call a fifth of all speech
over music `BGM`, so they count for little; what it makes up is one short word that it is not sure of."""
SILENT = -85.0
"""Decibels of the loudest syllable below which there was nothing to hear at all."""


class Gate:
    """Judges whether a transcript is fit to be acted on."""

    def __init__(self, settings: RecognizeSettings) -> None:
        self._demo_confidence = settings.demo_confidence

    def objection(self, transcript: Transcript) -> Why | None:
        """Return why `transcript` must not be acted on, or None where it may."""
        if not transcript.text:
            if transcript.withheld:
                return Why.FOREIGN
            is_silent = transcript.language.name == NO_SPEECH_TAG
            return Why.NO_SPEECH if is_silent else Why.NO_WORDS
        if is_made_up(transcript):
            return Why.NO_SPEECH
        # A demonstration model errs in most free sentences; its word scores tell when.
        if transcript.is_demo and transcript.lowest_score < self._demo_confidence:
            return Why.UNSURE
        return None


def is_made_up(transcript: Transcript) -> bool:
    """Say whether there is rather nothing behind the words than something.

    Text that was never audio, and what random weights say, is not judged.
    """
    if not transcript.evidence.frames or transcript.is_random:
        return False
    if transcript.evidence.level < SILENT:
        return True
    return clues(transcript).points(NANO if transcript.is_demo else SENSE_VOICE) < 0


def clues(transcript: Transcript) -> Clues:
    """Return the evidence in a transcript that has words."""
    evidence = transcript.evidence
    length = seconds(transcript.stop - transcript.start)
    voiced = max(0.1, length if evidence.voiced is None else evidence.voiced)
    count = max(1, letters(transcript.text))
    spoken = sum(tag.probability for tag in transcript.sounds if tag.name == SPEECH_TAG)
    nameless = transcript.language.probability if transcript.language.name == NO_SPEECH_TAG else 0.0
    return Clues(
        tagged=_log_odds(spoken) if transcript.sounds else 0.0,
        nameless=_log_odds(nameless),
        sure=transcript.score,
        wordy=math.log(min(FLUENT, count / voiced)),
        voiced=math.log(min(2.0, voiced)),
        distinct=min(3.0, evidence.contrast / 10),
        blank=min(3.0, evidence.emitted / count),
    )


def letters(text: str) -> int:
    """Count what is spoken of a text, in Latin letters."""
    spoken = (char for char in text if char.isalnum())
    return sum(SYLLABLE if unicodedata.east_asian_width(char) in "WF" else 1 for char in spoken)


def _log_odds(probability: float) -> float:
    limited = min(max(probability, 1e-9), 1 - 1e-9)
    return min(5.0, max(-5.0, math.log(limited / (1 - limited))))
