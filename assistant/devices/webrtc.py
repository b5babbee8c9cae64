"""The first detector: WebRTC's, a few microseconds a frame."""

from typing import Literal

import webrtcvad

from assistant.values.audio import SAMPLE_RATE, Samples, samples_in


class WebRtcDetector:
    """Tells speech from the rest, and lets much that is not speech through."""

    def __init__(self, mode: Literal[0, 1, 2, 3] = 2, frame_ms: Literal[10, 20, 30] = 20) -> None:
        """Take frames of `frame_ms`; of the modes, 3 takes the least for speech."""
        self._mode = mode
        self._frame = samples_in(frame_ms)
        self._vad = webrtcvad.Vad(mode)

    @property
    def frame(self) -> int:
        """Samples in a frame."""
        return self._frame

    def is_speech(self, frame: Samples) -> bool:
        """Judge the next frame of mono int16 at 16 kHz, shape [self.frame]."""
        return bool(self._vad.is_speech(frame.tobytes(), SAMPLE_RATE))

    def reset(self) -> None:
        """Forget what came before: the library adapts to noise and cannot be set back otherwise."""
        self._vad = webrtcvad.Vad(self._mode)
