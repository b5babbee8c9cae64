"""What the recogniser found in the commands themselves: when it may be taken for what was said."""

from assistant.understand.grammar.canonical import Canonical, canonical
from assistant.values.phrases import Candidate
from assistant.values.transcript import Transcript

MOST_DOUBT = 1.5
"""Mean loss of log-probability for each word of the phrase..."""
WORST = 6.0
"""...and of the word that fits worst, against what the model hears freely."""
LEAST_MARGIN = 0.5
"""By how much the next phrase has to fit worse."""


def decoded(transcript: Transcript) -> Canonical | None:
    """Return the phrase of the commands that was heard; None where it is in doubt."""
    candidate = transcript.candidate
    return canonical(candidate.text) if candidate is not None and _is_sure(candidate) else None


def _is_sure(candidate: Candidate) -> bool:
    return candidate.doubt <= MOST_DOUBT and candidate.worst <= WORST and candidate.margin >= LEAST_MARGIN
