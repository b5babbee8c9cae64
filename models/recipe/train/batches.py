"""Which clips a training step sees, and the arrays that it gets.

Every rank draws the same plan from the same seed and takes its own share of each batch, so that
all ranks work on the same array shape at the same time.
"""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from assistant.recognize.features import Cmvn, Floats, stack
from models.recipe.corpus.store import Entry, Store
from models.recipe.train import augment
from models.recipe.train.targets import Targets

BUCKETS = (12, 18, 24, 30, 38, 48, 60, 80, 110, 150)
"""Stacked frames (60 ms) per clip: the only lengths that training uses."""
FRAMES_PER_BATCH = 1000
"""Stacked frames of one rank's batch, about 60 s of audio."""
SHARES = {
    "command": 0.42, "number": 0.10, "letters": 0.03, "date": 0.03, "word": 0.08, "sentence": 0.12,
    "en-speech-commands-test": 0.12, "en-speechocean762": 0.08, "wakewords": 0.015,
    "other human": 0.06, "read aloud": 0.02, "noise": 0.04, "chinese": 0.01,
}  # fmt: skip
"""How often each category is drawn, by clips."""
JOINABLE = ("number", "word", "command", "en-speech-commands-test")
_CATEGORY = {
    "en-librispeech-sub": "read aloud",
    "en-ljspeech-sub": "read aloud",
    "en-picovoice-wakewords": "wakewords",
    "en-mycroft-precise": "wakewords",
    "en-speech-commands-test": "en-speech-commands-test",
    "en-speechocean762": "en-speechocean762",
}


def category(entry: Entry) -> str:
    """Name the share that a clip belongs to."""
    if entry.kind == "human":
        return _CATEGORY.get(str(entry.facts["source"]), "other human")
    return entry.kind


@dataclass(frozen=True)
class Item:
    """One training example: clips to join, how to time them, and the seed of its changes."""

    entries: tuple[Entry, ...]
    lengths: tuple[int, ...]
    """10 ms frames of each clip after stretching (noise: after cropping)."""
    before: int
    after: int
    gap: int
    seed: int

    @property
    def frames(self) -> int:
        """Count of 10 ms frames altogether."""
        gaps = self.gap * (len(self.lengths) - 1)
        return self.before + sum(self.lengths) + gaps + self.after


@dataclass
class Batch:
    """Arrays of one rank's share of a step."""

    features: Tensor
    """[B, T, 560] after CMVN."""
    lengths: Tensor
    queries: Tensor
    """[B, 4] rows of the query embedding."""
    tags: Tensor
    """[B, 4] target ids of the first four frames."""
    texts: list[list[int]]
    phonemes: list[list[int]]
    has_text: Tensor
    """[B] 1 where the words are known."""
    seconds: float


class Plan:
    """An endless, seeded stream of buckets full of items."""

    def __init__(self, entries: list[Entry], ranks: int, seed: int) -> None:
        self._pick = np.random.default_rng(seed)
        self._ranks = ranks
        self._by: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            self._by[category(entry)].append(entry)
        self._names = [name for name in SHARES if self._by[name]]
        shares = np.array([SHARES[name] for name in self._names])
        self._shares = shares / shares.sum()
        self._waiting: dict[int, list[Item]] = defaultdict(list)

    def next(self, longest: int) -> tuple[int, list[Item]]:
        """Return a bucket's length and its items for all ranks; nothing over `longest` frames."""
        while True:
            item = self._draw()
            stacked = -(-item.frames // 6)
            fitting = [bucket for bucket in BUCKETS if stacked <= bucket]
            if not fitting or item.frames > longest:
                continue
            waiting = self._waiting[fitting[0]]
            waiting.append(item)
            if len(waiting) == self._ranks * batch_size(fitting[0]):
                del self._waiting[fitting[0]]
                return fitting[0], waiting

    def _draw(self) -> Item:
        pick = self._pick
        name = str(pick.choice(self._names, p=self._shares))
        clips = [self._any(name)]
        if name in JOINABLE and pick.random() < 0.12:  # noqa: PLR2004 - share of joined clips
            speaker = clips[0].facts["speaker"]
            near = [self._any(name) for _ in range(60)]
            clips += [clip for clip in near if clip.facts["speaker"] == speaker][: pick.integers(1, 4)]
        if name == "noise":
            lengths = [min(clips[0].frames, int(pick.integers(8, 400)))]
        else:
            factor = pick.uniform(0.85, 1.2)
            lengths = [max(7, round(clip.frames * factor)) for clip in clips]
        edges = [int(pick.choice([0, pick.integers(0, 20), pick.integers(0, 60)])) for _ in "ab"]
        gap = int(pick.integers(5, 60))
        return Item(tuple(clips), tuple(lengths), *edges, gap, int(pick.integers(1 << 40)))

    def _any(self, name: str) -> Entry:
        return self._by[name][int(self._pick.integers(len(self._by[name])))]


def batch_size(bucket: int) -> int:
    """Clips of one rank in a batch of this length."""
    return max(2, FRAMES_PER_BATCH // (bucket + 4))


class Assembler:
    """Turns items into a batch: reads, joins, changes, stacks, normalises."""

    def __init__(self, store: Store, targets: Targets, cmvn: Cmvn, noises: list[Entry]) -> None:
        self._store = store
        self._targets = targets
        self._cmvn = cmvn
        self._noises = noises

    def batch(self, bucket: int, items: list[Item], strength: augment.Strength) -> Batch:
        """Build the arrays of `items`, each padded to `bucket` stacked frames."""
        stacked = [self._cmvn.apply(stack(self._mel(item, strength))) for item in items]
        features = np.zeros((len(items), bucket, stacked[0].shape[1]), np.float32)
        for row, part in zip(features, stacked, strict=True):
            row[: len(part)] = part
        picks = [np.random.default_rng(item.seed + 1) for item in items]
        labels = [self._targets.labels(i.entries, p) for i, p in zip(items, picks, strict=True)]
        return Batch(
            torch.from_numpy(features),
            torch.tensor([len(part) for part in stacked]),
            torch.tensor([label.queries for label in labels]),
            torch.tensor([label.tags for label in labels]),
            [label.text for label in labels],
            [label.phonemes for label in labels],
            torch.tensor([float(label.has_text) for label in labels]),
            sum(item.frames for item in items) / 100,
        )

    def _mel(self, item: Item, strength: augment.Strength) -> Floats:
        pick = np.random.default_rng(item.seed)
        parts: list[Floats] = []
        for entry, length in zip(item.entries, item.lengths, strict=True):
            mel = self._store.mel(entry)
            if entry.kind == "noise":
                start = int(pick.integers(0, len(mel) - length + 1))
                mel = mel[start : start + length]
            if parts:
                parts.append(np.full((item.gap, mel.shape[1]), augment.FLOOR, np.float32))
            parts.append(augment.stretch(mel, length))
        mel = augment.pad(np.concatenate(parts), item.before, item.after)
        if item.entries[0].kind == "noise" and pick.random() < 0.3:  # noqa: PLR2004 - share
            return silence(pick, len(mel))
        return augment.augment(mel, self._noise(len(mel), pick), strength, pick)

    def _noise(self, length: int, pick: np.random.Generator) -> Floats:
        if pick.random() < 0.5:  # noqa: PLR2004 - half coloured, half recorded
            return augment.noise_like(pick, length)
        mel = self._store.mel(self._noises[int(pick.integers(len(self._noises)))])
        start = int(pick.integers(0, len(mel)))
        return mel[(start + np.arange(length)) % len(mel)]


def silence(pick: np.random.Generator, length: int) -> Floats:
    """Return digital silence, or steady noise at any level, [length, 80]."""
    if pick.random() < 0.4:  # noqa: PLR2004 - share of exact zeros
        return np.full((length, 80), augment.FLOOR, np.float32)
    return augment.noise_like(pick, length) + np.float32(pick.uniform(-14, 14))
