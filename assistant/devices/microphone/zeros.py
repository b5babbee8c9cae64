"""Exact silence: no real microphone gives zeros for long."""

from enum import Enum

from assistant.values.audio import SAMPLE_RATE, Samples

PATIENCE = 2 * SAMPLE_RATE
"""Zero samples in a row that make a microphone a silent one."""


class Change(Enum):
    """What became of a microphone."""

    FELL_SILENT = "fell silent"
    IS_BACK = "is back"


class ZeroWatch:
    """Counts zeros in a row."""

    def __init__(self) -> None:
        self._zeros = 0
        self._is_silent = False

    def feed(self, samples: Samples) -> Change | None:
        """Take the next samples [n]; tell when the microphone falls silent, and when it is back."""
        if samples.any():
            self._zeros = 0
            if self._is_silent:
                self._is_silent = False
                return Change.IS_BACK
            return None
        self._zeros += len(samples)
        if self._zeros < PATIENCE or self._is_silent:
            return None
        self._is_silent = True
        return Change.FELL_SILENT
