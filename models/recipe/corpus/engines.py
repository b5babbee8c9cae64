"""Calls the synthesisers, each as its own program or library, and brings what they say to 16 kHz."""

import subprocess
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
import soxr

from assistant.values.audio import SAMPLE_RATE, Samples
from models.recipe.corpus.rooms import in_a_room
from models.recipe.corpus.voices import Voice

_TRUSTED_HEADER = 44


def synthesize(text: str, voice: Voice) -> Samples:
    """Speak `text`; return int16 samples at 16 kHz, shape [n]."""
    wave, rate = _ENGINES[voice.engine](text, voice)
    if rate * voice.formant != SAMPLE_RATE:
        wave = soxr.resample(wave, rate * voice.formant, SAMPLE_RATE)
    if voice.room:
        wave = in_a_room(wave, voice.room)
    return np.clip(np.round(wave * 32768), -32768, 32767).astype(np.int16)


def _espeak(text: str, voice: Voice) -> tuple[np.ndarray, int]:
    speed = ["-s", str(round(165 * voice.speed)), "-p", str(round(voice.pitch))]
    command = ["espeak-ng", "-v", voice.name, *speed, "--stdout", text]
    raw = subprocess.run(command, check=True, capture_output=True).stdout
    rate = int.from_bytes(raw[24:28], "little")
    return np.frombuffer(raw[_TRUSTED_HEADER:], "<i2").astype(np.float32) / 32768, rate


def _written(command: Callable[[Path], list[str]], spoken: bytes = b"") -> tuple[np.ndarray, int]:
    """Run the command for a file to write, `spoken` on its standard input; return what it wrote."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "speech.wav"
        subprocess.run(command(path), input=spoken, check=True, capture_output=True)
        samples, rate = soundfile.read(path, dtype="float32")
        return np.asarray(samples), int(rate)


def _flite(text: str, voice: Voice) -> tuple[np.ndarray, int]:
    command = ["flite", "-voice", voice.name, "--setf", f"duration_stretch={1 / voice.speed:.3f}"]
    if voice.pitch != Voice.pitch:
        command += ["--setf", f"int_f0_target_mean={voice.pitch:.0f}"]
    return _written(lambda path: [*command, "-t", text, "-o", str(path)])


def _festival(text: str, voice: Voice) -> tuple[np.ndarray, int]:
    def command(path: Path) -> list[str]:
        script = (
            f"(begin (voice_{voice.name}) (Parameter.set 'Duration_Stretch {1 / voice.speed:.3f})"
            f'(utt.save.wave (utt.synth (Utterance Text "{text}")) "{path}" \'riff))'
        )
        return ["festival", "-b", script]

    return _written(command)


@cache
def _pico_engine(language: str) -> Any:  # noqa: ANN401 - a library without types
    import ttspico

    engine = ttspico.TtsEngine(language)
    engine.volume = 60  # at 100 it clips
    return engine


def _pico(text: str, voice: Voice) -> tuple[np.ndarray, int]:
    engine = _pico_engine(voice.name)
    engine.rate, engine.pitch = round(100 * voice.speed), round(50 + voice.pitch)
    return np.frombuffer(engine.speak(text), "<i2").astype(np.float32) / 32768, 16000


def _rhvoice(text: str, voice: Voice) -> tuple[np.ndarray, int]:
    how = ["-p", voice.name, "-r", str(round(100 * voice.speed)), "-t", str(round(50 + voice.pitch))]
    return _written(lambda path: ["RHVoice-test", *how, "-o", str(path)], text.encode())


_ENGINES: dict[str, Callable[[str, Voice], tuple[np.ndarray, int]]] = {
    "espeak-ng": _espeak,
    "flite": _flite,
    "festival": _festival,
    "pico": _pico,
    "rhvoice": _rhvoice,
}
