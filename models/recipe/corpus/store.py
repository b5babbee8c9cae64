"""Log-mel features of all clips, kept in shards on disk: frames as float16, facts as JSON."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
import soxr

from assistant.recognize.features import Floats, fbank
from assistant.values.audio import SAMPLE_RATE, Samples
from models.recipe.corpus.engines import synthesize
from models.recipe.corpus.noises import Noise, sound
from models.recipe.corpus.voices import Voice

SHORTEST = 5
"""Frames of 10 ms below which a spoken part is not believed."""


@dataclass(frozen=True)
class Clip:
    """One clip: what is said in it and where its audio comes from."""

    text: str
    kind: str
    """command, number, digit, letters, date, word, sentence (synthetic); human, noise, chinese."""
    split: str
    """train or dev."""
    source: str
    """Corpus folder, or tts."""
    speaker: str = ""
    path: str = ""
    """Recording, relative to the data folder; empty for synthetic speech."""
    spoken: str = ""
    """What the synthesiser was given."""
    voice: Voice | None = None
    noise: Noise | None = None


def audio(clip: Clip, data: Path) -> Samples:
    """Return the clip's int16 samples at 16 kHz, shape [n]."""
    if clip.voice:
        return synthesize(clip.spoken, clip.voice)
    if clip.noise:
        return sound(clip.noise)
    wave, rate = soundfile.read(data / clip.path, dtype="float32", always_2d=True)
    mono = soxr.resample(wave.mean(1), rate, SAMPLE_RATE)
    samples: Samples = np.clip(np.round(mono * 32768), -32768, 32767).astype(np.int16)
    return samples


def spoken_part(mel: Floats) -> tuple[int, int]:
    """Return the half-open range of 10 ms frames of `mel` [T, 80] that stand out of what surrounds them.

    At least five frames; the bar lies 26 dB under the loudest part, or half-way down to the quietest.
    """
    level = mel[:, 5:60].mean(1)
    loud, quiet = np.quantile(level, [0.95, 0.05])
    above = np.flatnonzero(level > loud - min(6.0, 0.5 * (loud - quiet)))
    if not len(above):
        return 0, len(mel)
    first, stop = int(above[0]), int(above[-1]) + 1
    return (first, stop) if stop - first >= SHORTEST else (0, len(mel))


def write_shard(clips: Sequence[Clip], data: Path, target: Path) -> None:
    """Compute the features of `clips` and write them; what has no frame is left out."""
    heard = ((clip, fbank(audio(clip, data))) for clip in clips)
    write_features(((asdict(clip), mel) for clip, mel in heard if len(mel)), target)


def write_features(clips: Iterable[tuple[dict[str, Any], Floats]], target: Path) -> None:
    """Write facts and log-mel frames as `target`.json and `target`.npy [frames, 80], a whole or nothing."""
    frames, facts, start = [], [], 0
    for known, mel in clips:
        frames.append(mel.astype(np.float16))
        facts.append(known | {"start": start, "frames": len(mel), "spoken_part": spoken_part(mel)})
        start += len(mel)
    np.save(target.with_suffix(".npy"), np.concatenate(frames))
    partial = target.with_suffix(".partial")
    partial.write_text(json.dumps(facts))
    partial.rename(target.with_suffix(".json"))


@dataclass(frozen=True)
class Entry:
    """One stored clip."""

    facts: dict[str, Any]
    shard: Path
    start: int
    frames: int
    """Count of 10 ms frames."""

    @property
    def text(self) -> str:
        """The reference words."""
        return str(self.facts["text"])

    @property
    def spoken_part(self) -> tuple[int, int]:
        """The half-open range of frames in which something is said."""
        first, stop = self.facts["spoken_part"]
        return int(first), int(stop)

    @property
    def kind(self) -> str:
        """What sort of clip it is, as in `Clip.kind`."""
        return str(self.facts["kind"])


class Store:
    """All shards under one folder; features are memory-mapped."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._maps: dict[Path, np.ndarray] = {}

    def entries(self, split: str) -> Iterator[Entry]:
        """Yield the stored clips of a split, in a stable order."""
        for path in sorted(self._folder.glob(f"{split}-*.json")):
            for facts in json.loads(path.read_text()):
                yield Entry(facts, path.with_suffix(".npy"), facts["start"], facts["frames"])

    def mel(self, entry: Entry) -> Floats:
        """Return the log-mel frames of one clip, float32 [frames, 80]."""
        if entry.shard not in self._maps:
            self._maps[entry.shard] = np.load(entry.shard, mmap_mode="r")
        part = self._maps[entry.shard][entry.start : entry.start + entry.frames]
        return np.asarray(part, np.float32)
