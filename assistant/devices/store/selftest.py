"""A model is spoken to: a shipped recording goes in, and words have to come out."""

import re
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from assistant.devices.audio_file import AudioFile
from assistant.devices.onnx import load_model
from assistant.devices.places import resources
from assistant.errors import DamagedModelError
from assistant.recognize.sense_voice import SenseVoice
from assistant.values.audio import Trigger, Utterance
from assistant.values.settings import RecognizeSettings

_RECORDINGS = 3
_ENOUGH = 0.5
"""Share of words that have to be right: the voices are synthetic, and no model is perfect."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What became of the recordings."""

    is_random: bool
    """The graph's weights mean nothing, so only its contract was tried."""
    words: int
    """Words in the recordings."""
    right: int
    """Words that were recognised."""
    seconds: float
    """Time to load the model and to recognise."""


def speak_to(folder: Path, *, knows_english: bool) -> Spoken:
    """Run the model in `folder`, in a process of its own. Raises DamagedModelError, ModelError."""
    begun = perf_counter()
    settings = RecognizeSettings(folder)
    model = load_model(folder, settings)
    is_random = model.description.is_random
    words = right = 0
    try:
        model.warm()
        recognizer = SenseVoice(model, settings, perf_counter)
        for number, (path, text) in enumerate(_recordings(), 1):
            utterance = Utterance(number, 0, AudioFile.read(path), Trigger.FILE)
            heard = " ".join(one.text for one in recognizer.feed(utterance))
            words += len(_words(text))
            right += len(_words(text) & _words(heard))
            if is_random:
                break
    finally:
        model.close()
    if knows_english and not is_random and right < _ENOUGH * words:
        raise DamagedModelError(
            f"{folder.name} loads, but recognised {right} of {words} words of our own recordings: "
            "remove it and install it again, or take another model"
        )
    return Spoken(is_random, words, right, perf_counter() - begun)


def _recordings() -> list[tuple[Path, str]]:
    folder = resources() / "recordings"
    rows = (folder / "recordings.tsv").read_text(encoding="utf-8").splitlines()[1:]
    pairs = [(folder / row.split("\t")[0], row.split("\t")[1]) for row in rows if row.split("\t")[1:]]
    return [(path, text) for path, text in pairs if text][:_RECORDINGS]


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z']+", text.lower()))
