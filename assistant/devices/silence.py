"""Nothing to hear: for an assistant that is told what to do in writing."""

from collections.abc import Iterator
from time import monotonic

from assistant.hear.ports import Post
from assistant.values.audio import SAMPLE_RATE, Segment, SpeechStarted, Utterance
from assistant.values.transcript import Transcript


class NoMicrophone:
    """Implements hear.ports.Source. Its samples are counted: questions wait so many for an answer."""

    name = "no microphone"

    def __init__(self) -> None:
        self._began = monotonic()

    def start(self, post: Post) -> None:
        """Begin to hear nothing."""

    def position(self, when: float) -> int | None:
        """Return where a microphone would be at `when`."""
        return round((when - self._began) * SAMPLE_RATE)

    def stop(self) -> None:
        """End."""


class NoRecognizer:
    """Implements engine.ports.Recognizer where nothing is ever heard."""

    def feed(
        self,
        item: SpeechStarted | Segment | Utterance,  # noqa: ARG002 - the port's signature
        cancellation: object = None,  # noqa: ARG002 - the port's signature
        *,
        for_commands: bool = False,  # noqa: ARG002 - the port's signature
    ) -> Iterator[Transcript]:
        """Read nothing."""
        return iter(())
