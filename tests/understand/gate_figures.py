"""What the gate lets through and what it keeps back, on recordings, with the model that ships.

`python -m tests.understand.gate_figures` reports on the half that nothing was fitted on; `--fit` prints
points for `assistant.understand.gate` fitted on the other half first.
"""

import argparse
import csv
import os
import zlib
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
import soundfile

from assistant.devices.onnx import load_model
from assistant.devices.webrtc import WebRtcDetector
from assistant.recognize.sense_voice import SenseVoice
from assistant.understand.gate import Clues, clues, is_made_up
from assistant.values.audio import SAMPLE_RATE, Trigger, Utterance, read_only, seconds
from assistant.values.settings import RecognizeSettings
from assistant.values.transcript import Transcript

NANO = Path(__file__).parents[2] / "models" / "nano"
GAINS = (0.1, 1.0, 3.0)
LENGTHS = (0.6, 1.0, 2.0)
"""Seconds of the pieces cut out of sounds: somebody held the key for a moment."""
QUIET = 0.05
"""Gain of speech from the other end of the room."""
LOST = 0.004
"""Part of the spoken clips that the points are set to lose."""


@dataclass(frozen=True, slots=True)
class Case:
    """A recording as it was heard."""

    kind: str
    is_speech: bool
    is_held_out: bool
    transcript: Transcript


class Listener:
    """Hears recordings as the assistant does with a key held down."""

    def __init__(self) -> None:
        settings = RecognizeSettings(isolated=False)
        self._room = SenseVoice(load_model(NANO, settings), settings, lambda: 0.0)
        self._detector = WebRtcDetector(2)

    def hear(self, samples: np.ndarray) -> Transcript:
        """Read float samples in int16 units."""
        audio = read_only(np.clip(samples, -32768, 32767).astype(np.int16))
        frame = self._detector.frame
        self._detector.reset()
        starts = range(0, len(audio) - frame + 1, frame)
        voiced = sum(self._detector.is_speech(audio[start : start + frame]) for start in starts)
        utterance = Utterance(1, 0, audio, Trigger.FILE, voiced=seconds(voiced * frame))
        [transcript] = self._room.feed(utterance)
        return transcript


def cases(data: Path, every: int = 1) -> Iterator[Case]:
    """Hear one recording in `every`: sounds at three gains, whole and in pieces; speech; quiet speech."""
    listener = Listener()
    chance = np.random.default_rng(1)
    for path, samples in _recordings(data, "sounds", every):
        held_out = bool(zlib.crc32(path.encode()) % 2)
        for gain in GAINS:
            loud = samples[: 10 * SAMPLE_RATE] * gain
            yield Case("sounds", False, held_out, listener.hear(loud))
            for length in LENGTHS:
                count = round(length * SAMPLE_RATE)
                start = chance.integers(0, max(1, len(samples) - count))
                piece = samples[start : start + count] * gain
                yield Case("sounds in pieces", False, held_out, listener.hear(piece))
    for path, samples in _recordings(data, "dev", every):
        held_out = bool(zlib.crc32(path.encode()) % 2)
        yield Case("speech", True, held_out, listener.hear(samples))
        yield Case("quiet speech", True, held_out, listener.hear(samples * QUIET))


def _recordings(data: Path, split: str, every: int) -> Iterator[tuple[str, np.ndarray]]:
    with (data / "speech" / f"{split}.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows[::every]:
        samples, _ = soundfile.read(data / "speech" / row["path"], dtype="int16")
        yield row["path"], samples.astype(np.float32)


def report(heard: list[Case]) -> Iterator[str]:
    """Yield a line for each kind, on the half that was held out."""
    for kind in dict.fromkeys(case.kind for case in heard):
        some = [case for case in heard if case.kind == kind and case.is_held_out]
        written = [case for case in some if case.transcript.text]
        passed = [case for case in written if not is_made_up(case.transcript)]
        if some[0].is_speech:
            part = len(passed) / len(written)
            yield f"{kind}: {len(some)}, text from {len(written)}, passed {len(passed)}: {part:.2%} kept"
        else:
            nothing = 1 - len(passed) / len(some)
            yield f"{kind}: {len(some)}, text from {len(written)}, passed {len(passed)}: {nothing:.2%} out"


def fit(heard: list[Case]) -> Clues:
    """Fit points on the half that is not held out: logistic regression, both classes of one weight."""
    known = [case for case in heard if case.transcript.text and not case.is_held_out]
    table = np.array([astuple(clues(case.transcript)) for case in known])
    is_speech = np.array([case.is_speech for case in known], float)
    weight = np.where(is_speech > 0, 1.0, is_speech.sum() / max(1.0, (1 - is_speech).sum()))
    points = np.zeros(table.shape[1])
    shrink = np.diag([1e-6] + [1.0] * (len(points) - 1))
    for _ in range(50):
        chance = 1 / (1 + np.exp(-table @ points))
        slope = table.T @ (weight * (chance - is_speech)) + shrink @ points
        curve = (table * (weight * chance * (1 - chance))[:, None]).T @ table + shrink
        points -= np.linalg.solve(curve, slope)
    points[0] -= np.quantile((table @ points)[is_speech > 0], LOST)
    return Clues(*(round(float(value), 2) for value in points))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--every", type=int, default=1, help="hear one recording in N")
    options = parser.parse_args()
    heard = list(cases(Path(os.environ["ASSISTANT_TEST_DATA"]), options.every))
    if options.fit:
        found = fit(heard)
        print(", ".join(f"{field.name}={getattr(found, field.name)}" for field in fields(found)))
    print("\n".join(report(heard)))


if __name__ == "__main__":
    main()
