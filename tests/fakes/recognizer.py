"""A recogniser that says what it is told to."""

from collections.abc import Iterator

from assistant.errors import CancelledError
from assistant.recognize.ports import Cancellation
from assistant.values.audio import Segment, SpeechStarted, Utterance
from assistant.values.transcript import Tag, Transcript, Word


def transcript(utterance: int, text: str, score: float = 1.0, *, is_demo: bool = False) -> Transcript:
    """Return a transcript of `text`, every word with the same score."""
    words = tuple(Word(word, 0, 960, score) for word in text.split())
    language = Tag("en" if text else "nospeech", 0.9)
    return Transcript(utterance, 0, 960, text, language, Tag("NEUTRAL", 0.8), (), words, is_demo=is_demo)


class ScriptedRecognizer:
    """Gives the next of its texts for every utterance; an exception in the list is raised."""

    def __init__(self, texts: list[str | Exception]) -> None:
        self.texts = texts
        self.heard: list[SpeechStarted | Segment | Utterance] = []

    def feed(
        self,
        item: SpeechStarted | Segment | Utterance,
        cancellation: Cancellation | None = None,
        *,
        for_commands: bool = False,
    ) -> Iterator[Transcript]:
        """Take the next item."""
        self.heard.append(item)
        if not isinstance(item, Utterance):
            return
        if cancellation is not None and cancellation.is_set:
            raise CancelledError("cancelled")
        answer = self.texts.pop(0)
        if isinstance(answer, Exception):
            raise answer
        yield transcript(item.number, answer)
