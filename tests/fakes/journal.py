"""A journal in memory."""

from pathlib import Path

import numpy as np

from assistant.values.audio import Samples, Segment, Utterance, read_only


class RecordingJournal:
    """Remembers the audio of every utterance that was not dropped; refuses where it is told to."""

    def __init__(self, refusal: OSError | None = None) -> None:
        self.refusal = refusal
        self.pieces: dict[int, list[Samples]] = {}
        self.completed: set[int] = set()
        self.dropped: list[int] = []
        self.kept: list[int] = []

    def append(self, segment: Segment) -> None:
        self._refuse()
        self.pieces.setdefault(segment.utterance, []).append(segment.samples)

    def complete(self, utterance: Utterance) -> None:
        self._refuse()
        self.pieces[utterance.number] = [utterance.samples]
        self.completed.add(utterance.number)

    def drop(self, number: int) -> None:
        self._refuse()
        self.pieces.pop(number, None)
        self.dropped.append(number)

    def keep(self, number: int) -> Path | None:
        self._refuse()
        self.kept.append(number)
        return Path(f"{number}-delivered.wav")

    def place(self, number: int) -> Path | None:
        return Path(f"{number}.wav") if number in self.completed else None

    def samples(self, number: int) -> Samples | None:
        """Return what it holds of an utterance."""
        pieces = self.pieces.get(number)
        return None if pieces is None else read_only(np.concatenate(pieces))

    def _refuse(self) -> None:
        if self.refusal is not None:
            raise self.refusal
