r"""Phrases that the nano model is sure of, spoken by a synthesiser when a test needs them.

    python -m models.recipe.journey --model models/nano/model.int8.onnx \
        --out tests/data/journey_phrases.tsv

chooses them again for a new model. A test calls `read` and `speak`.
"""

import argparse
import csv
import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import soundfile

from assistant.understand.router import Router
from assistant.values.audio import SAMPLE_RATE, Samples, samples_in
from assistant.values.intent import Context, Dictate
from assistant.values.settings import Settings
from assistant.values.transcript import Tag, Transcript
from assistant.wiring import load_router
from models.recipe.corpus import phrases
from models.recipe.corpus.engines import synthesize
from models.recipe.corpus.voices import Voice
from models.recipe.decode import Model
from models.recipe.graph import QUERY_FRAMES

FIELDS = ("text", "engine", "voice", "speed", "pitch")
VOICES = (
    Voice("espeak-ng", "en-us"),
    Voice("espeak-ng", "en-us", 0.85),
    Voice("espeak-ng", "en"),
    Voice("espeak-ng", "en-us+f2"),
    Voice("espeak-ng", "en-us+m3", 0.9),
    Voice("flite", "rms"),
    Voice("flite", "awb"),
    Voice("flite", "kal16"),
)
SURE = 1.0
"""Smallest distance between the best and the second logit of any text frame."""


@dataclass(frozen=True)
class Phrase:
    """One row of the table."""

    text: str
    voice: Voice


def read(path: Path) -> list[Phrase]:
    """Read the table."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [
        Phrase(r["text"], Voice(r["engine"], r["voice"], float(r["speed"]), float(r["pitch"]))) for r in rows
    ]


def speak(phrase: Phrase, around: float = 0) -> Samples:
    """Speak a phrase at 16 kHz, with `around` milliseconds of digital silence on both sides."""
    spoken = phrases.Prompt(phrase.text, "command").spoken
    return np.pad(synthesize(spoken, phrase.voice), samples_in(around))


def write_wav(samples: Samples, path: Path) -> None:
    """Write 16-bit mono WAV."""
    soundfile.write(path, samples, SAMPLE_RATE, subtype="PCM_16")


def variants(samples: Samples) -> list[Samples]:
    """Return what a journey may do to a clip: silence around, quieter, a little noise, shifted."""
    pick = np.random.default_rng(1)
    padded = np.pad(samples, samples_in(300))
    noise = pick.normal(0, 12, len(padded))
    quiet = padded * 0.25
    return [
        samples,
        padded,
        np.pad(samples, (samples_in(330), samples_in(700))),
        quiet.astype(np.int16),
        np.clip(padded + noise, -32768, 32767).astype(np.int16),
    ]


def margin(model: Model, text: str, samples: Samples) -> float:
    """Return how sure the model is of `text`, at least over all variants; -1 where it is wrong."""
    least = np.inf
    for clip in variants(samples):
        heard = model.hear(clip)
        if heard.text != text or heard.tags[0] != "<|en|>":
            return -1.0
        top = np.sort(heard.logits[QUERY_FRAMES:], axis=1)[:, -2:]
        least = min(least, float((top[:, 1] - top[:, 0]).min()))
    return least


def is_typed(text: str) -> bool:
    """Return whether text that was dictated is typed: a few phrases are commands between dictation, too."""
    sure = Tag("en", 1.0)
    heard = Transcript(1, 0, SAMPLE_RATE, text, language=sure, emotion=sure, sounds=())
    return isinstance(_router().route(heard, Context()), Dictate)


@cache
def _router() -> Router:
    return load_router(Settings())


def choose(model: Model, per_voice: int) -> list[Phrase]:
    """Return the phrases that the model is surest of, each phrase once."""
    pick = random.Random(3)
    texts = [text for text in phrases.fixed_commands() if len(text.split()) > 1 and is_typed(text)]
    chosen: dict[str, Phrase] = {}
    for voice in VOICES:
        candidates = [Phrase(text, voice) for text in pick.sample(texts, 160) if text not in chosen]
        rated = [(margin(model, phrase.text, speak(phrase)), phrase) for phrase in candidates]
        sure = sorted((r for r in rated if r[0] >= SURE), key=lambda r: -r[0])
        print(f"{voice.engine} {voice.name}: {len(sure)} of {len(rated)} sure")
        chosen |= {phrase.text: phrase for _, phrase in sure[:per_voice]}
    return list(chosen.values())


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--per-voice", type=int, default=10)
    options = parser.parse_args()
    model = Model(options.model, options.model.with_name("tokens.txt"))
    rows = choose(model, options.per_voice)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    with options.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(FIELDS)
        writer.writerows([p.text, p.voice.engine, p.voice.name, p.voice.speed, p.voice.pitch] for p in rows)
    print(f"{len(rows)} phrases")


if __name__ == "__main__":
    main()
