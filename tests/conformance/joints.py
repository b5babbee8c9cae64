"""What cutting costs: word errors of long dictations decoded as one, and in pieces as they are spoken.

    python -m tests.conformance.joints [--model DIR] [--seconds 45] [--most 20]

Clips of ASSISTANT_TEST_DATA are put together, some quiet between them, into dictations of that many
seconds. Each is decoded whole; by the endpointer's cuts, as the assistant does; and with cuts every
6 s wherever they fall, through words too. The last is no case of its own: it shows what joins are worth.
"""

import argparse
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter

import numpy as np
from rapidfuzz.distance import Levenshtein

from assistant.devices import places
from assistant.devices.audio_file import AudioFile
from assistant.recognize.sense_voice import SenseVoice
from assistant.values.audio import SAMPLE_RATE, AudioChunk, Samples, Utterance, read_only
from assistant.values.control import Mode, Press, Release
from assistant.values.settings import HearSettings, RecognizeSettings
from assistant.wiring import build_endpointer, load_acoustic_model
from models.recipe.journey import read, speak

PHRASES = "synthetic phrases"
SETS = ("en-librispeech-sub", "en-speechocean762", "en-speech-commands-test", "en-fsdd", PHRASES)
JOURNEY = Path(__file__).parents[1] / "data" / "journey_phrases.tsv"
EVERY = 6 * SAMPLE_RATE
GAPS = (0.05, 0.15, 0.3, 0.6)
"""Seconds of quiet between clips."""


@dataclass
class Dictation:
    """A long stretch of speech and what is said in it."""

    samples: Samples
    text: str


@dataclass
class Errors:
    """Word errors of one way to decode."""

    words: int = 0
    wrong: int = 0
    pieces: list[float] = field(default_factory=list)

    def add(self, said: str, reference: str) -> None:
        """Count the errors of one dictation."""
        right = reference.lower().split()
        self.words += len(right)
        self.wrong += Levenshtein.distance(right, said.lower().split())

    @property
    def rate(self) -> float:
        """Percent."""
        return 100 * self.wrong / max(1, self.words)


def clips(data: Path, source: str, chance: np.random.Generator) -> Iterator[Dictation]:
    """Yield the clips of one set, speaker by speaker."""
    if source == PHRASES:
        spoken = [Dictation(speak(phrase), phrase.text) for phrase in read(JOURNEY)]
        while True:
            yield from chance.permutation(np.array(spoken, object))
    rows = [line.split("\t") for line in (data / "speech" / "dev.tsv").read_text("utf-8").splitlines()[1:]]
    rows = [row for row in rows if f"/{source}/" in row[0] and row[2] == "en" and row[1].strip("_ ")]
    rows = [row for row in rows if not row[1].startswith("_")]
    rows.sort(key=lambda row: (row[4], chance.random()))
    for row in rows:
        yield Dictation(AudioFile.read(data / "speech" / row[0]), row[1])


def dictations(data: Path, source: str, seconds: float, most: int) -> Iterator[Dictation]:
    """Yield dictations put together from clips."""
    chance = np.random.default_rng(0)
    parts: list[Samples] = []
    words: list[str] = []
    for clip in clips(data, source, chance):
        gap = round(float(chance.choice(GAPS)) * SAMPLE_RATE)
        parts += [clip.samples, read_only(chance.normal(0, 3, gap).astype(np.int16))]
        words.append(clip.text)
        if sum(map(len, parts)) >= seconds * SAMPLE_RATE:
            yield Dictation(read_only(np.concatenate(parts)), " ".join(words))
            parts, words, most = [], [], most - 1
        if not most:
            return


def cuts_of(samples: Samples, settings: HearSettings) -> Utterance:
    """Return the utterance of a key held from the first sample to the last."""
    ear = build_endpointer(replace(settings, silero=False), Mode.PUSH_TO_TALK)
    found = list(ear.feed(Press(0)))
    for at in range(0, len(samples), 512):
        found += ear.feed(AudioChunk(at, samples[at : at + 512]))
    found += [*ear.feed(Release(len(samples))), *ear.flush()]
    return next(one for one in found if isinstance(one, Utterance))


def measure(room: SenseVoice, every: Sequence[Dictation], settings: HearSettings) -> dict[str, Errors]:
    """Return the errors of each way."""
    errors = {"whole": Errors(), "as spoken": Errors(), "every 6 s": Errors()}
    for one in every:
        spoken = cuts_of(one.samples, settings)
        ways = {
            "whole": replace(spoken, cuts=(), silent_from=None),
            "as spoken": spoken,
            "every 6 s": replace(spoken, cuts=tuple(range(EVERY, len(one.samples), EVERY)), silent_from=None),
        }
        for way, utterance in ways.items():
            [transcript] = room.feed(utterance)
            errors[way].add(transcript.text, one.text)
            errors[way].pieces += [(stop - start) / SAMPLE_RATE for start, stop in utterance.pieces()]
    return errors


def main() -> None:
    """Print a line for each set and way."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, default=places.nano_model())
    parser.add_argument("--seconds", type=float, default=45.0)
    parser.add_argument("--most", type=int, default=20, help="dictations of each set")
    parser.add_argument("--eager", type=float, default=HearSettings().eager_after_s)
    parser.add_argument("--longest", type=float, default=HearSettings().longest_segment_s)
    options = parser.parse_args()
    settings = HearSettings(eager_after_s=options.eager, longest_segment_s=options.longest)
    model = RecognizeSettings(model=options.model, isolated=False)
    room = SenseVoice(load_acoustic_model(model), model, perf_counter)
    data = Path(os.environ["ASSISTANT_TEST_DATA"])
    total: dict[str, Errors] = {}
    for source in SETS:
        every = list(dictations(data, source, options.seconds, options.most))
        for way, errors in measure(room, every, settings).items():
            whole = total.setdefault(way, Errors())
            whole.words, whole.wrong = whole.words + errors.words, whole.wrong + errors.wrong
            lengths = np.array(errors.pieces)
            print(
                f"{source:<24} {way:<10} {len(every):3d} dictations {errors.words:5d} words"
                f" {errors.rate:6.2f} % wrong; {len(lengths)} pieces of {np.median(lengths):.1f} s"
                f" (longest {lengths.max():.1f})"
            )
    for way, errors in total.items():
        print(f"{'all':<24} {way:<10} {errors.words:5d} words {errors.rate:6.2f} % wrong")


if __name__ == "__main__":
    main()
