"""Audio -> features: Kaldi fbank, LFR stacking, CMVN, exactly as SenseVoice was trained.

Source of every number: the `frontend_conf` of SenseVoiceSmall's config.yaml and Kaldi's fbank
(25 ms Hamming windows every 10 ms, 80 mels from 20 Hz to 8 kHz, int16 scale, no dither, snipped
edges), then low-frame-rate stacking of 7 frames every 6 with clamped edges.
"""

import re
from dataclasses import dataclass

import kaldi_native_fbank as knf
import numpy as np
from numpy.typing import NDArray

from assistant.values.audio import SAMPLE_RATE, Samples

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]

MEL_BINS = 80
FRAME = 400
"""Samples in one fbank window (25 ms)."""
HOP = 160
"""Samples between fbank windows (10 ms)."""
LFR_WINDOW = 7
LFR_SHIFT = 6
LFR_SAMPLES = LFR_SHIFT * HOP
"""Samples one stacked frame stands for (60 ms)."""


def _options() -> knf.FbankOptions:
    options = knf.FbankOptions()
    options.frame_opts.samp_freq = SAMPLE_RATE
    options.frame_opts.dither = 0.0
    options.frame_opts.window_type = "hamming"
    options.frame_opts.snip_edges = True
    options.mel_opts.num_bins = MEL_BINS
    options.mel_opts.high_freq = 0.0  # 0 means Nyquist; the library's default of -400 is not ours
    options.energy_floor = 0.0
    options.use_energy = False
    return options


class Fbank:
    """Fbank frames of one utterance, computed while its audio arrives."""

    def __init__(self) -> None:
        self._fbank = knf.OnlineFbank(_options())
        self._frames: list[Floats] = []
        self._head = np.zeros(0, np.int16)  # what a window shorter than FRAME is made from
        self._count = 0

    def accept(self, samples: Samples) -> None:
        """Take the next int16 samples, shape [n]."""
        if not samples.size:
            return
        if self._head.size < FRAME:
            self._head = np.concatenate((self._head, samples[: FRAME - self._head.size]))
        self._count += samples.size
        # As a memoryview: the library takes any sequence, and an array costs it a third more.
        self._fbank.accept_waveform(SAMPLE_RATE, samples.astype(np.float32).data)
        for index in range(len(self._frames), self._fbank.num_frames_ready):
            self._frames.append(self._fbank.get_frame(index))

    def frames(self, samples: int | None = None) -> Floats:
        """Return the frames of the first `samples` samples (default: all), shape [T, 80].

        Audio shorter than one window is padded with zeros to one; no audio at all gives T = 0.
        """
        length = self._count if samples is None else min(samples, self._count)
        if length == 0:
            return np.zeros((0, MEL_BINS), np.float32)
        if length < FRAME:
            return fbank(np.pad(self._head[:length], (0, FRAME - length)))
        return self.rows(0, 1 + (length - FRAME) // HOP)

    def rows(self, first: int, last: int) -> Floats:
        """Return frames `first` ... `last` - 1, shape [last - first, 80]; row i begins at sample i * HOP."""
        return np.stack(self._frames[first:last])


def fbank(samples: Samples) -> Floats:
    """Return the fbank frames of int16 `samples` [n], shape [T, 80]."""
    stream = Fbank()
    stream.accept(samples)
    return stream.frames()


def stack(frames: Floats) -> Floats:
    """LFR: fbank [T, 80] -> [ceil(T / 6), 560]; row i holds frames 6i-3 ... 6i+3, edges clamped."""
    total = len(frames)
    if total == 0:
        return np.zeros((0, LFR_WINDOW * MEL_BINS), np.float32)
    centres = np.arange(-(-total // LFR_SHIFT)) * LFR_SHIFT
    offsets = np.arange(LFR_WINDOW) - LFR_WINDOW // 2
    index = np.clip(centres[:, None] + offsets, 0, total - 1)
    stacked: Floats = frames[index].reshape(len(centres), -1)
    return stacked


@dataclass(frozen=True)
class Cmvn:
    """Mean and variance normalisation: (x + shift) * scale, both of shape [560].

    The arithmetic is theirs: float32 as sherpa-onnx keeps them, or float64 as FunASR does. The last
    bit decides nothing a listener would hear, but int8 inference of the two agrees with ours only so.
    """

    shift: Floats | Doubles
    scale: Floats | Doubles

    def apply(self, stacked: Floats) -> Floats:
        """Normalise [T, 560] float32; the result is rounded to float32 once."""
        return np.asarray((stacked + self.shift) * self.scale, np.float32)

    @classmethod
    def parse(cls, text: str) -> "Cmvn":
        """Read FunASR's am.mvn, in float64.

        Only the `<LearnRateCoef>` lines count: the `[ 0 ]` of `<Splice>` is no statistic.
        Raises ValueError where the two blocks are missing or differ in length.
        """
        blocks = re.findall(r"<LearnRateCoef>\s+\S+\s+\[([^\]]*)\]", text)
        rows = [np.array(block.split(), np.float64) for block in blocks]
        if len(rows) != 2 or rows[0].shape != rows[1].shape or not rows[0].size:  # noqa: PLR2004 - AddShift, Rescale
            message = "am.mvn must hold one <AddShift> and one <Rescale> block of equal length"
            raise ValueError(message)
        return cls(rows[0], rows[1])
