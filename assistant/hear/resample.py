"""Any device's audio -> mono int16 at 16 kHz, piece by piece."""

from typing import Any

import numpy as np
import soxr
from numpy.typing import NDArray

from assistant.values.audio import SAMPLE_RATE, Samples, read_only

EMPTY: Samples = read_only(np.zeros(0, np.int16))


class Resampler:
    """Converts a stream of int16 frames; how it is cut into pieces changes no sample.

    Output sample n stands for the input at n / 16000 s. It comes out up to 40 ms late, because the
    filter looks ahead; `flush` brings the rest. 16 kHz mono passes through untouched.
    """

    def __init__(self, rate: int, channels: int = 1) -> None:
        """Take audio of `rate` Hz with `channels` channels."""
        self._channels = channels
        # floats inside: the library dithers int16, and a different piece would get different dither
        self._stream = None if rate == SAMPLE_RATE else soxr.ResampleStream(rate, SAMPLE_RATE, 1, "float32")

    def feed(self, samples: NDArray[np.int16]) -> Samples:
        """Take int16 samples, shape [n, channels] or [n] for mono, and return what is ready, shape [m]."""
        if self._stream is None and self._channels == 1:
            return read_only(samples.reshape(-1))
        mono = samples.reshape(-1, self._channels).mean(axis=1, dtype=np.float32)
        if self._stream is None:
            return _whole(mono)
        return _whole(self._stream.resample_chunk(mono))

    def flush(self) -> Samples:
        """Return what the filter still holds, shape [m]. Nothing can be fed afterwards."""
        if self._stream is None:
            return EMPTY
        return _whole(self._stream.resample_chunk(np.zeros(0, np.float32), last=True))


def _whole(samples: NDArray[Any]) -> Samples:
    """Round float samples in int16 units to int16."""
    return read_only(np.clip(np.rint(samples), -32_768, 32_767).astype(np.int16))
