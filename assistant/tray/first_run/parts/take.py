"""A few seconds from a microphone, and what they say about it."""

from dataclasses import dataclass, field
from enum import StrEnum
from queue import Empty, SimpleQueue
from time import monotonic

import numpy as np

from assistant.devices.microphone import PortAudioMicrophone
from assistant.errors import NoMicrophoneError
from assistant.hear.level import SILENCE, LevelMeter
from assistant.values.audio import SAMPLE_RATE, AudioChunk, Samples, read_only

SECONDS = 3.0
PATIENCE_S = 8.0
"""Longest time to wait for them: a sleeping device needs two before it begins."""
NOTHING, FAINT, CLIPPED = -60.0, -42.0, -1.0
"""Decibels of the loudest twentieth of a second: below, nothing or too little was heard; above, too much."""


class Verdict(StrEnum):
    """What was heard."""

    GOOD = "good"
    DEAD = "dead"
    """Exact silence: muted, or not permitted."""
    NOTHING = "nothing"
    """A microphone, but nobody near it: probably the wrong one."""
    FAINT = "faint"
    LOUD = "loud"


@dataclass(frozen=True, slots=True)
class Take:
    """What a microphone gave."""

    samples: Samples = field(repr=False)
    loudest: float
    """Decibels of the loudest twentieth of a second."""

    @property
    def verdict(self) -> Verdict:
        """Say what that means."""
        if self.loudest <= SILENCE or not self.samples.any():
            return Verdict.DEAD
        if self.loudest < NOTHING:
            return Verdict.NOTHING
        if self.loudest < FAINT:
            return Verdict.FAINT
        return Verdict.LOUD if self.loudest > CLIPPED else Verdict.GOOD


def take(name: str | None, seconds: float = SECONDS) -> Take:
    """Record from the microphone called `name`; takes as long as that. Raises NoMicrophoneError."""
    heard: SimpleQueue[object] = SimpleQueue()
    microphone = PortAudioMicrophone(name)
    microphone.start(heard.put)
    try:
        chunks = _chunks(heard, round(seconds * SAMPLE_RATE))
    finally:
        microphone.stop()
    if not chunks:
        raise NoMicrophoneError(f"{microphone.name} delivers no audio. Plug it in again, or choose another.")
    meter = LevelMeter()
    levels = [level for chunk in chunks for level in meter.feed(chunk)]
    samples = read_only(np.concatenate([chunk.samples for chunk in chunks]))
    return Take(samples, max([*levels, *meter.flush()], default=SILENCE))


def _chunks(heard: "SimpleQueue[object]", wanted: int) -> list[AudioChunk]:
    chunks: list[AudioChunk] = []
    deadline = monotonic() + PATIENCE_S
    while sum(len(each.samples) for each in chunks) < wanted and (left := deadline - monotonic()) > 0:
        try:
            item = heard.get(timeout=left)
        except Empty:
            break
        if isinstance(item, AudioChunk):
            chunks.append(item)
    return chunks
