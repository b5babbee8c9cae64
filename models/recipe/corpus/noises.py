"""Sounds nobody makes by speaking, synthesised: they teach the model to stay silent."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from assistant.recognize.features import Floats
from assistant.values.audio import SAMPLE_RATE, Samples
from models.recipe.corpus.rooms import darkened

Pick = np.random.Generator


@dataclass(frozen=True)
class Noise:
    """One synthetic sound; the same one every time."""

    name: str
    """A key of `MAKERS`."""
    seed: int


def _times(seconds: float) -> Floats:
    return np.arange(round(seconds * SAMPLE_RATE), dtype=np.float32) / np.float32(SAMPLE_RATE)


def _coloured(pick: Pick, length: int, darkness: float) -> Floats:
    """Return white (0) to dark (1) noise of unit power, [length]."""
    wave = darkened(pick.standard_normal(length), darkness)
    return np.asarray(wave / (wave.std() + 1e-9), np.float32)


def _note(pick: Pick, hertz: float, seconds: float) -> Floats:
    at = _times(seconds)
    fall = np.exp(-at * pick.uniform(0.5, 8)) * np.minimum(1, at / pick.uniform(0.003, 0.08))
    overtones = range(1, int(pick.integers(2, 9)))
    tilt = pick.uniform(0.5, 2)
    wave = sum(np.sin(2 * np.pi * hertz * k * at + pick.uniform(0, 6)) / k**tilt for k in overtones)
    return np.asarray(fall * wave, np.float32)


def music(pick: Pick, seconds: float) -> Floats:
    """Chords and a tune over a beat."""
    wave = np.zeros(round(seconds * SAMPLE_RATE), np.float32)
    beat, root = pick.uniform(0.18, 0.6), pick.uniform(80, 330)
    scale = np.array(pick.choice([[0, 2, 4, 7, 9, 12], [0, 3, 5, 7, 10, 12]]))
    at = 0.0
    while at < seconds:
        for _ in range(int(pick.integers(1, 4))):
            hertz = root * 2 ** ((int(pick.choice(scale)) + 12 * int(pick.integers(0, 3))) / 12)
            _place(wave, _note(pick, hertz, beat * pick.uniform(0.8, 4)), at)
        if pick.random() < 0.5:  # noqa: PLR2004 - a coin
            drum = _coloured(pick, 1600, pick.uniform(0, 0.98)) * np.exp(-np.arange(1600) / 300)
            _place(wave, drum.astype(np.float32), at)
        at += beat * float(pick.choice([0.5, 1, 1, 2]))
    return wave


def tones(pick: Pick, seconds: float) -> Floats:
    """Beeps, rings and sirens."""
    at = _times(seconds)
    pitch = pick.uniform(150, 3500) * (
        1 + pick.uniform(0, 0.4) * np.sin(2 * np.pi * pick.uniform(0.2, 12) * at)
    )
    wave = np.sin(2 * np.pi * np.cumsum(pitch) / SAMPLE_RATE)
    if pick.random() < 0.5:  # noqa: PLR2004 - a coin
        wave = wave + np.sin(2 * np.pi * pick.uniform(300, 2000) * at)
    gate = np.sin(2 * np.pi * pick.uniform(0.3, 14) * at) > pick.uniform(-1, 0.6)
    return np.asarray(wave * gate, np.float32)


def clicks(pick: Pick, seconds: float) -> Floats:
    """Keys, knocks and ticks: short resonances at regular or random times."""
    wave = np.zeros(round(seconds * SAMPLE_RATE), np.float32)
    gap, at = pick.uniform(0.06, 0.9), pick.uniform(0, 0.3)
    steadiness = pick.uniform(0, 1)
    ring, fall = pick.uniform(80, 5000), pick.uniform(40, 900)
    while at < seconds:
        span = _times(0.15)
        hit = np.exp(-span * fall) * np.sin(2 * np.pi * ring * pick.uniform(0.85, 1.2) * span)
        hit = hit + 0.5 * pick.standard_normal(len(span)) * np.exp(-span * fall * 2)
        _place(wave, (hit * pick.uniform(0.3, 1)).astype(np.float32), at)
        at += gap * (steadiness + (1 - steadiness) * pick.exponential())
    return wave


def fan(pick: Pick, seconds: float) -> Floats:
    """Fans, motors and mains hum: dark noise with a few harmonics, slowly swelling."""
    at = _times(seconds)
    base = float(pick.choice([50.0, 60.0, pick.uniform(30, 250)]))
    hum = sum(np.sin(2 * np.pi * base * k * at) * pick.exponential() / k for k in range(1, 12))
    swell = 1 + pick.uniform(0, 0.8) * np.sin(2 * np.pi * pick.uniform(0.2, 9) * at)
    noise = _coloured(pick, len(at), pick.uniform(0.3, 0.995))
    return np.asarray((noise + pick.uniform(0, 2) * hum) * swell, np.float32)


def gusts(pick: Pick, seconds: float) -> Floats:
    """Wind, breath, rain and rustling: noise whose level and colour wander."""
    at = _times(seconds)
    level = darkened(pick.standard_normal(len(at)), 0.9997)
    level = np.exp(pick.uniform(0.5, 2) * level / (np.abs(level).max() + 1e-9))
    dark, bright = (_coloured(pick, len(at), d) for d in (0.97, 0.2))
    mix = (1 + np.sin(2 * np.pi * pick.uniform(0.05, 1.5) * at)) / 2
    return np.asarray(level * (mix * dark + (1 - mix) * bright), np.float32)


def cries(pick: Pick, seconds: float) -> Floats:
    """Animals and squeaks: gliding harmonic calls with pauses, without vowels that last."""
    wave = np.zeros(round(seconds * SAMPLE_RATE), np.float32)
    at = pick.uniform(0, 0.5)
    start, stop = pick.uniform(200, 2500, 2)
    while at < seconds:
        span = _times(pick.uniform(0.05, 0.7))
        pitch = np.linspace(start, stop, len(span)) * (
            1 + 0.05 * np.sin(2 * np.pi * pick.uniform(3, 30) * span)
        )
        angle = 2 * np.pi * np.cumsum(pitch) / SAMPLE_RATE
        call = sum(np.sin(k * angle) / k for k in range(1, 5)) * np.sin(np.pi * span / span[-1])
        _place(wave, np.asarray(call, np.float32), at)
        at += pick.uniform(0.1, 1.2)
    return wave


def _place(wave: Floats, part: Floats, seconds: float) -> None:
    start = round(seconds * SAMPLE_RATE)
    stop = min(len(wave), start + len(part))
    wave[start:stop] += part[: stop - start]


MAKERS: dict[str, Callable[[Pick, float], Floats]] = {
    "music": music,
    "tones": tones,
    "clicks": clicks,
    "fan": fan,
    "gusts": gusts,
    "cries": cries,
}


def sound(noise: Noise) -> Samples:
    """Make the int16 samples of one sound, one to six seconds at any level."""
    pick = np.random.default_rng([noise.seed, *noise.name.encode()])
    wave = MAKERS[noise.name](pick, pick.uniform(1, 6))
    wave = wave + _coloured(pick, len(wave), pick.uniform(0, 0.9)) * wave.std() * 10 ** pick.uniform(-4, -0.7)
    peak = 10 ** pick.uniform(1.3, 4.4)
    samples: Samples = np.round(wave / (np.abs(wave).max() + 1e-9) * peak).astype(np.int16)
    return samples
