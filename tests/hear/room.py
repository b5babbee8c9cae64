"""An endpointer in a room, and all that came out of it."""

from assistant.hear.endpointer import Endpointer, Found
from assistant.hear.ports import Detector
from assistant.values.audio import AudioChunk, Gap, Samples, Segment, Trigger, Utterance
from assistant.values.control import Cancel, Mode, Press, Release
from assistant.values.settings import HearSettings
from tests.fakes.detector import LevelDetector

SECOND = 16_000


class Room:
    """Hears what the test plays and does what it tells, in chunks as a microphone gives them."""

    def __init__(
        self,
        settings: HearSettings | None = None,
        confirm: Detector | None = None,
        mode: Mode = Mode.PUSH_TO_TALK,
    ) -> None:
        self.ear = Endpointer(settings or HearSettings(), LevelDetector(), confirm, mode)
        self.found: list[Found] = []
        self._position = 0

    def tell(self, *items: Press | Release | Cancel | Gap) -> None:
        for item in items:
            self.found += self.ear.feed(item)

    def hear(self, *stretches: Samples) -> None:
        for samples in stretches:
            for at in range(0, len(samples), 512):
                part = samples[at : at + 512]
                self.found += self.ear.feed(AudioChunk(self._position, part))
                self._position += len(part)

    @property
    def utterances(self) -> list[Utterance]:
        return [each for each in self.found if isinstance(each, Utterance)]

    @property
    def spans(self) -> list[tuple[int, int]]:
        return [(each.start, each.stop) for each in self.utterances]

    @property
    def triggered(self) -> list[tuple[int, int, Trigger]]:
        return [(each.start, each.stop, each.trigger) for each in self.utterances]

    @property
    def plot(self) -> list[str]:
        """What came, without the segments."""
        return [type(each).__name__ for each in self.found if not isinstance(each, Segment)]
