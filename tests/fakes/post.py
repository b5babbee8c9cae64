"""Remembers what a source posts."""

from time import monotonic

import numpy as np

from assistant.hear.ports import Heard
from assistant.values.audio import AudioChunk, Gap, Samples
from assistant.values.event import Fault, Recovered, Trouble


class RecordingPost:
    """Takes what a source posts, and when."""

    def __init__(self) -> None:
        self.items: list[Heard] = []
        self.times: list[float] = []

    def __call__(self, item: Heard) -> None:
        """Remember it."""
        self.items.append(item)
        self.times.append(monotonic())

    @property
    def chunks(self) -> list[AudioChunk]:
        """Return the audio so far."""
        return [item for item in self.items if isinstance(item, AudioChunk)]

    @property
    def gaps(self) -> list[Gap]:
        """Return the gaps so far."""
        return [item for item in self.items if isinstance(item, Gap)]

    @property
    def stop(self) -> int:
        """Return the position after the last sample."""
        return self.chunks[-1].stop if self.chunks else 0

    @property
    def samples(self) -> Samples:
        """Return all audio so far."""
        return np.concatenate([np.zeros(0, np.int16), *(chunk.samples for chunk in self.chunks)])

    def troubles(self, fault: Fault) -> list[Trouble | Recovered]:
        """Return what was told of one kind of trouble, and of its end."""
        found = [item for item in self.items if isinstance(item, Trouble | Recovered)]
        return [item for item in found if item.fault is fault]

    def check_positions(self) -> None:
        """Fail where audio does not abut, or a gap lies elsewhere than between two chunks."""
        position = 0
        for item in self.items:
            if isinstance(item, AudioChunk | Gap):
                assert item.start == position, f"{item} does not go on at {position}"
            if isinstance(item, AudioChunk):
                assert not item.samples.flags.writeable
                assert item.samples.dtype == np.int16
                position = item.stop
