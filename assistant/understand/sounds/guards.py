"""Speech that was not the user's: the assistant's own voice, music, a television."""

from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.understand.grammar.canonical import canonical
from assistant.values.audio import SAMPLE_RATE
from assistant.values.transcript import Transcript

LINGER = round(1.5 * SAMPLE_RATE)
"""Reverberation outlasts a reply by about this much, as others measured."""
ALIKE = 80
"""Per cent of likeness to a reply that makes it an echo."""
SHORTEST = 4
"""Characters; "yes" is in every reply."""
MEMORY = 60 * SAMPLE_RATE
REMEMBERED = 64
"""Replies, each a sentence."""
_FOR_EVER = 1 << 62
BACKGROUND = {"BGM", "Music", "Sing"}
LOUD = 0.6
"""Probability of the music tag from which on speech is taken for a programme."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Something that the assistant said aloud."""

    text: str = field(repr=False)
    start: int
    stop: int


class EchoGuard:
    """Knows what the assistant said, and when. Positions are sample indexes of the microphone."""

    def __init__(self) -> None:
        self._replies: tuple[Reply, ...] = ()  # exchanged as a whole: voice and brain are two threads

    def spoke(self, text: str, start: int, stop: int) -> None:
        """Remember a reply that was spoken from `start` to `stop`."""
        self._remember(Reply(canonical(text).text, start, stop))

    def speaks(self, text: str, start: int) -> Callable[[int], None]:
        """Note that a reply is being spoken from `start` on; what is returned is told where it ended."""
        open_ended = Reply(canonical(text).text, start, _FOR_EVER)
        self._remember(open_ended)

        def ended(stop: int) -> None:
            spoken = Reply(open_ended.text, start, stop)
            self._replies = tuple(spoken if each is open_ended else each for each in self._replies)

        return ended

    def _remember(self, reply: Reply) -> None:
        self._replies = (*self._replies, reply)[-REMEMBERED:]

    def overlaps(self, transcript: Transcript) -> bool:
        """Tell whether it was heard while the assistant spoke, or right after."""
        return any(
            transcript.start < each.stop + LINGER and transcript.stop > each.start for each in self._replies
        )

    def is_copy(self, transcript: Transcript) -> bool:
        """Tell whether it says what the assistant has just said."""
        from rapidfuzz import fuzz

        text = canonical(transcript.text).text
        if len(text) < SHORTEST:
            return False
        recent = [each for each in self._replies if transcript.start < each.stop + MEMORY]
        return any(each.text and fuzz.partial_ratio(text, each.text) >= ALIKE for each in recent)


def has_background(transcript: Transcript) -> bool:
    """Tell whether music or a programme was heard with the speech."""
    return any(tag.name in BACKGROUND and tag.probability >= LOUD for tag in transcript.sounds)
