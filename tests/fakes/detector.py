"""Detectors that judge by something a test can control."""

from collections.abc import Iterable

import numpy as np

from assistant.values.audio import Samples


class LevelDetector:
    """Takes for speech what is louder than a threshold on average."""

    def __init__(self, frame: int = 320, threshold: float = 300.0) -> None:
        self.frame = frame
        self.heard = 0
        self._threshold = threshold

    def is_speech(self, frame: Samples) -> bool:
        """Judge one frame."""
        assert frame.shape == (self.frame,), "a detector takes whole frames only"
        self.heard += 1
        return float(np.abs(frame.astype(np.int32)).mean()) > self._threshold

    def reset(self) -> None:
        """Nothing is remembered."""


class ScriptedDetector:
    """Gives verdicts from a list, then silence; after a reset it goes on where it was."""

    def __init__(self, verdicts: Iterable[bool], frame: int = 320) -> None:
        self.frame = frame
        self.resets = 0
        self._verdicts = iter(verdicts)

    def is_speech(self, frame: Samples) -> bool:
        """Give the next verdict."""
        return next(self._verdicts, False)

    def reset(self) -> None:
        """Note it."""
        self.resets += 1
