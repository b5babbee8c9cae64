"""What hotwords do on recordings with the model that ships. `python -m tests.recognize.hotwords.figures`.

Words that the plain reading gets wrong are put on a list, two hundred of them, and the recordings are
read again; then recordings are read with a list of two hundred terms that nobody says in them.
"""

import csv
import os
import random
import re
from dataclasses import dataclass
from pathlib import Path
from time import thread_time

import soundfile

from assistant.devices.onnx import load_model
from assistant.recognize import ctc
from assistant.recognize.detokenize import text_of
from assistant.recognize.features import fbank, stack
from assistant.recognize.hotwords.corrector import HotwordCorrector
from assistant.recognize.hotwords.word_list import Hotword, parse
from assistant.recognize.ports import Emissions, Query
from assistant.recognize.reading.piece import Piece, spell
from assistant.recognize.reading.runners_up import readings
from assistant.recognize.vocabulary import Vocabulary
from assistant.values.settings import RecognizeSettings

NANO = Path(__file__).parents[3] / "models" / "nano"
TERMS = Path(__file__).with_name("terms.txt")
SETS = ("en-librispeech-sub", "en-speechocean762", "multi-speech-to-phrase", "en-speech-commands-test")
LONG_ENOUGH = 6
"""Letters of the words that are put on the list: names and terms, not `these` and `about`."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A recording as the model heard it."""

    said: tuple[str, ...]
    emissions: Emissions
    pieces: tuple[Piece, ...]

    @property
    def heard(self) -> list[str]:
        return words(text_of(piece.text for piece in self.pieces))


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of it."""

    clips: int
    missed: int
    """Words of the list that were said and that the plain reading does not have."""
    found: int
    """Those of them that stand there with the list."""
    unharmed: int
    """Of all clips, with a list of terms that nobody says: those read as without it."""
    broken: int
    """Clips that were read rightly, and are not with that list."""
    milliseconds: float
    """Processor time for 10 s of speech, with two hundred terms and other readings: best of five runs."""


def words(text: str) -> list[str]:
    return re.sub(r"[^a-z' ]", " ", text.lower()).split()


def clips(data: Path, count: int) -> tuple[list[Clip], HotwordCorrector, Vocabulary]:
    """Read `count` recordings of several kinds with the model that ships."""
    with (data / "speech" / "dev.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    chosen = [row for row in rows if row["path"].split("/")[1] in SETS]
    random.Random(1).shuffle(chosen)
    model = load_model(NANO, RecognizeSettings(isolated=False))
    vocabulary = Vocabulary.of(model.description.pieces)
    found = []
    for row in chosen[:count]:
        samples, _ = soundfile.read(data / "speech" / row["path"], dtype="int16")
        emissions = model.emit(model.description.cmvn.apply(stack(fbank(samples))), Query())
        pieces = spell(ctc.collapse(emissions), vocabulary)
        found.append(Clip(tuple(words(row["text"])), emissions, pieces))
    terms = parse(TERMS.read_text(encoding="utf-8")).hotwords
    return found, HotwordCorrector(terms, vocabulary.pieces), vocabulary


def measure(data: Path, count: int = 300) -> Figures:
    """Read `count` recordings with either list."""
    heard, terms, vocabulary = clips(data, count)
    wrong = sorted(
        {word for clip in heard for word in clip.said if len(word) >= LONG_ENOUGH and word not in clip.heard}
    )
    listed = random.Random(2).sample(wrong, min(200, len(wrong)))
    own = HotwordCorrector([Hotword(word) for word in listed], vocabulary.pieces)
    missed = found = unharmed = broken = 0
    for clip in heard:
        lacking = {word for word in clip.said if word in listed and word not in clip.heard}
        missed += len(lacking)
        found += len(lacking & set(read(own, clip)))
        same = [word.lower() for word in read(terms, clip)] == clip.heard
        unharmed += same
        broken += not same and clip.heard == list(clip.said)
    return Figures(len(heard), missed, found, unharmed, broken, _milliseconds(heard, terms))


def read(corrector: HotwordCorrector, clip: Clip) -> list[str]:
    pieces, _ = corrector.correct(clip.emissions, clip.pieces)
    return words(text_of(piece.text for piece in pieces))


def _milliseconds(heard: list[Clip], terms: HotwordCorrector) -> float:
    spoken = sum(len(clip.emissions.best) for clip in heard) * 0.06
    spent = []
    for _ in range(5):
        begun = thread_time()
        for clip in heard:
            terms.correct(clip.emissions, clip.pieces)
            readings(clip.emissions)
        spent.append(thread_time() - begun)
    return 1000 * min(spent) / spoken * 10


if __name__ == "__main__":
    print(measure(Path(os.environ["ASSISTANT_TEST_DATA"])))
