"""Make the recordings that come with the assistant, and check that the nano model knows them.

python -m models.recipe.demo --model models/nano/model.int8.onnx --out resources/recordings
"""

import argparse
import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from assistant.values.audio import SAMPLE_RATE, Samples, samples_in
from models.recipe.corpus.engines import synthesize
from models.recipe.corpus.voices import Voice
from models.recipe.decode import Model

EDGE = 250
"""Milliseconds of silence before and after."""


@dataclass(frozen=True)
class Recording:
    """One file: utterances with pauses between them; none at all means noise."""

    name: str
    utterances: tuple[str, ...]
    voice: Voice | None = None
    pause: float = 1200
    """Milliseconds."""

    @property
    def text(self) -> str:
        """What is said, all utterances together."""
        return " ".join(self.utterances)


RMS, AWB, ESPEAK = Voice("flite", "rms"), Voice("flite", "awb"), Voice("espeak-ng", "en-us")
RECORDINGS = (
    Recording("new-window.flac", ("open a new window",), AWB),
    Recording("close-window.flac", ("close the window",), RMS),
    Recording("music.flac", ("play music",), Voice("espeak-ng", "en-us+f2")),
    Recording("volume.flac", ("turn the volume down",), RMS),
    Recording("timer.flac", ("set a timer for five minutes",), AWB),
    Recording("weather.flac", ("how is the weather",), ESPEAK),
    Recording("two-commands.flac", ("play music", "open a new window"), AWB),
    Recording("noise.flac", ()),
)


def silence(milliseconds: float, pick: np.random.Generator) -> Samples:
    """Return the faint hiss of a quiet room."""
    return np.round(pick.normal(0, 3, samples_in(milliseconds))).astype(np.int16)


def room_noise(pick: np.random.Generator, milliseconds: float = 3000) -> Samples:
    """Return a low rumble, as of a fan, and nobody speaking."""
    steps = pick.normal(0, 1, samples_in(milliseconds))
    level = np.zeros_like(steps)
    for index in range(1, len(steps)):
        level[index] = 0.97 * level[index - 1] + steps[index]
    return np.round(level * 80).astype(np.int16)


def audio(recording: Recording) -> Samples:
    """Make the samples of one file, the same ones every time."""
    pick = np.random.default_rng(5)
    if recording.voice is None:
        return room_noise(pick)
    parts = [silence(EDGE, pick)]
    for index, utterance in enumerate(recording.utterances):
        if index:
            parts.append(silence(recording.pause, pick))
        parts.append(synthesize(utterance, recording.voice))
    return np.concatenate([*parts, silence(EDGE, pick)])


def main() -> None:
    """Write every file, the table, and what the model hears."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    model = Model(options.model, options.model.with_name("tokens.txt"))
    wrong = []
    for recording in RECORDINGS:
        path = options.out / recording.name
        soundfile.write(path, audio(recording), SAMPLE_RATE, subtype="PCM_16")
        heard = model.hear(soundfile.read(path, dtype="int16")[0])
        print(f"{recording.name}: {path.stat().st_size} bytes, {heard.tags[0]} {heard.text!r}")
        wrong += [recording.name] if heard.text != recording.text else []
    with (options.out / "recordings.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(["file", "text"])
        writer.writerows([recording.name, recording.text] for recording in RECORDINGS)
    if wrong:
        message = f"the model mishears {', '.join(wrong)}: choose other words or voices"
        raise SystemExit(message)


if __name__ == "__main__":
    main()
