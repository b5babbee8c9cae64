"""Rooms that do not exist: impulse responses made of early echoes and a decaying, darkening tail."""

import numpy as np

from assistant.recognize.features import Doubles, Floats
from assistant.values.audio import SAMPLE_RATE


def response(pick: np.random.Generator) -> Floats:
    """Return an impulse response at 16 kHz: direct sound of height 1, then the room."""
    decay = pick.uniform(0.12, 0.7)
    """Seconds until the room has fallen by 60 dB."""
    length = round(min(0.6, decay) * SAMPLE_RATE)
    at = np.arange(length) / SAMPLE_RATE
    tail = pick.standard_normal(length) * 10 ** (-3 * at / decay)
    tail = darkened(tail, pick.uniform(0, 0.7))
    first = round(pick.uniform(0.001, 0.012) * SAMPLE_RATE)
    tail[:first] = 0
    tail *= pick.uniform(0.15, 0.9) / np.sqrt((tail**2).sum())
    for _ in range(int(pick.integers(2, 7))):
        tail[int(pick.integers(first, first + 600))] += pick.normal(0, 0.2)
    tail[0] = 1
    return np.asarray(tail, np.float32)


def in_a_room(wave: Floats, seed: int) -> Floats:
    """Return mono `wave` [n] as heard in a room of its own, [n + tail]; the tail is kept for 150 ms."""
    room = response(np.random.default_rng(seed))
    length = len(wave) + len(room) - 1
    heard = np.fft.irfft(np.fft.rfft(wave, length) * np.fft.rfft(room, length), length)
    return np.asarray(heard[: len(wave) + round(0.15 * SAMPLE_RATE)], np.float32)


def darkened(wave: Doubles, darkness: float) -> Doubles:
    """Return `wave` [n] through a one-pole low-pass, 0 for none to just below 1, going round in a circle."""
    angle = 2 * np.pi * np.fft.rfftfreq(len(wave))
    return np.asarray(np.fft.irfft(np.fft.rfft(wave) / (1 - darkness * np.exp(-1j * angle)), len(wave)))
