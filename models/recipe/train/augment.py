"""Change stored log-mel features instead of audio: cheap enough to run inside each trainer.

All functions take and return float32 log-mel frames [T, 80] (natural log, int16 scale).
"""

from dataclasses import dataclass

import numpy as np

from assistant.recognize.features import MEL_BINS, Floats

FLOOR = -15.9424
"""Log-mel of digital silence: ln of float32's epsilon."""
_BINS = np.arange(MEL_BINS, dtype=np.float32)


@dataclass(frozen=True)
class Strength:
    """How far training may move the features; grows with progress."""

    warp: float = 0.12
    """Largest relative shift of the mel axis (another vocal tract)."""
    noise_share: float = 0.5
    quietest_snr: float = 6.0
    """Decibels between the loud part of the clip and added noise, at worst."""
    mask_share: float = 0.4
    echo_share: float = 0.25


def stretch(mel: Floats, length: int) -> Floats:
    """Resample along time to `length` frames (linear)."""
    if length == len(mel):
        return mel
    at = np.linspace(0, len(mel) - 1, length, dtype=np.float32)
    low = at.astype(int)
    high = np.minimum(low + 1, len(mel) - 1)
    part = (at - low)[:, None]
    return mel[low] * (1 - part) + mel[high] * part


def _warp(mel: Floats, factor: float) -> Floats:
    at = np.clip(_BINS * factor, 0, MEL_BINS - 1)
    low = at.astype(int)
    high = np.minimum(low + 1, MEL_BINS - 1)
    part = at - low
    return mel[:, low] * (1 - part) + mel[:, high] * part


def _curve(pick: np.random.Generator, size: float) -> Floats:
    waves = pick.normal(0, size, 4) / np.arange(1, 5) ** 0.5
    phase = pick.uniform(0, 2 * np.pi, 4)
    angle = np.outer(np.arange(1, 5) * np.pi / MEL_BINS, _BINS) + phase[:, None]
    return (waves @ np.cos(angle)).astype(np.float32)


def noise_like(pick: np.random.Generator, length: int) -> Floats:
    """Return stationary noise of a random smooth colour around level 0, [length, 80]."""
    colour = _curve(pick, 1.5) + np.linspace(0, pick.uniform(-5.5, 2), MEL_BINS, dtype=np.float32)
    jitter = pick.standard_exponential((length, MEL_BINS), dtype=np.float32)
    return colour + np.log(0.3 * jitter + 0.7 * np.roll(jitter, 1, 0) + 1e-3)


def _add(one: Floats, other: Floats) -> Floats:
    """Add powers given as logs; NumPy's own logaddexp takes 20 times as long."""
    return np.maximum(one, other) + np.log1p(np.exp(-np.abs(one - other)))


def _smear(mel: Floats, pick: np.random.Generator) -> Floats:
    decay = pick.uniform(0.12, 0.5)
    late = pick.uniform(0.5, 3)
    result = mel
    for step in (1, 2, 4, 8, 16):
        if step < len(mel):
            tail = result.copy()
            tail[step:] = _add(result[step:], result[:-step] - late - decay * step)
            result = tail
            late = 0.7
    return result


def narrow(mel: Floats, pick: np.random.Generator) -> Floats:
    """Take away the upper band, as a telephone or an 8 kHz recording does."""
    # Half of the time at 4 kHz exactly, the edge of what a telephone or an 8 kHz file holds.
    kept = int(pick.integers(57, 62) if pick.random() < 0.5 else pick.integers(50, 74))  # noqa: PLR2004 - a coin
    mel = mel.copy()
    if pick.random() < 0.5:  # noqa: PLR2004 - a coin
        mel[:, kept:] -= np.float32(pick.uniform(5, 14))
        return mel
    # Above the edge of an 8 kHz file there is the hiss of its rounding, as loud in silence as in speech.
    hiss = np.log(pick.standard_exponential((len(mel), MEL_BINS), dtype=np.float32) + 0.1)
    hiss += np.float32(np.quantile(mel, 0.98) - pick.uniform(9, 17))
    mel[:, kept:] = FLOOR
    return _add(mel, hiss)


def _mask(mel: Floats, pick: np.random.Generator) -> Floats:
    mel = mel.copy()
    level = mel.mean()
    for _ in range(pick.integers(1, 3)):
        width = int(pick.integers(1, 12))
        start = int(pick.integers(0, MEL_BINS - width))
        mel[:, start : start + width] = level
    width = int(pick.integers(1, max(2, min(10, len(mel) // 12))))
    start = int(pick.integers(0, max(1, len(mel) - width)))
    mel[start : start + width] = level
    return mel


def pad(mel: Floats, before: int, after: int) -> Floats:
    """Surround with digital silence; noise added later may cover it."""
    return np.pad(mel, ((before, after), (0, 0)), constant_values=FLOOR)


def augment(mel: Floats, noise: Floats, strength: Strength, pick: np.random.Generator) -> Floats:
    """Vary speaker, room, channel, level and noise of one clip; `noise` has the same length."""
    loud = float(np.quantile(mel[:, 10:60].mean(1), 0.9))
    if pick.random() < 0.6:  # noqa: PLR2004 - share
        mel = _warp(mel, 1 + pick.uniform(-strength.warp, strength.warp))
    if pick.random() < strength.echo_share:
        mel = _smear(mel, pick)
    if pick.random() < 0.6:  # noqa: PLR2004 - share
        mel = mel + _curve(pick, 0.6)
    if pick.random() < 0.3:  # noqa: PLR2004 - share
        mel = narrow(mel, pick)
    if pick.random() < strength.noise_share:
        # Decibels to natural-log power: divide by 10 log10(e).
        below = pick.uniform(strength.quietest_snr, 55) / 4.343
        level = float(np.quantile(noise.mean(1), 0.9))
        mel = _add(mel, noise + np.float32(loud - below - level))
    mel = np.maximum(mel + np.float32(pick.uniform(-5.5, 2)), FLOOR)
    if pick.random() < strength.mask_share:
        mel = _mask(mel, pick)
    return mel.astype(np.float32)
