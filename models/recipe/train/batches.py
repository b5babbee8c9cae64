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
from models.recipe.train.draw import Draw, Part
from models.recipe.train.targets import Targets

BUCKETS = (12, 18, 24, 30, 38, 48, 60, 80, 110, 150, 200, 260)
"""Stacked frames (60 ms) per clip: the only lengths that training uses."""
FRAMES_PER_BATCH = 1000
"""Stacked frames of one rank's batch, about 60 s of audio."""


@dataclass(frozen=True)
class Item:
    """One training example: clips to join, how to time them, and the seed of its changes."""

    parts: tuple[Part, ...]
    before: int
    after: int
    gap: int
    seed: int

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The joined clips."""
        return tuple(part.entry for part in self.parts)

    @property
    def frames(self) -> int:
        """Count of 10 ms frames altogether."""
        gaps = self.gap * (len(self.parts) - 1)
        return self.before + sum(part.length for part in self.parts) + gaps + self.after


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
        self._draw = Draw(entries, seed)
        self._ranks = ranks
        self._waiting: dict[int, list[Item]] = defaultdict(list)

    def next(self, longest: int) -> tuple[int, list[Item]]:
        """Return a bucket's length and its items for all ranks; nothing over `longest` frames."""
        while True:
            item = self._item(longest)
            stacked = -(-item.frames // 6)
            fitting = [bucket for bucket in BUCKETS if stacked <= bucket]
            if not fitting or item.frames > longest:
                continue
            waiting = self._waiting[fitting[0]]
            waiting.append(item)
            if len(waiting) == self._ranks * batch_size(fitting[0]):
                del self._waiting[fitting[0]]
                return fitting[0], waiting

    def _item(self, longest: int) -> Item:
        parts, gap = self._draw.parts(longest)
        pick = self._draw.pick
        before, after = (
            int(pick.choice([0, int(pick.integers(0, 20)), int(pick.integers(0, 60))])) for _ in "ab"
        )
        return Item(parts, before, after, gap, int(pick.integers(1 << 40)))


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
        for part in item.parts:
            mel = self._store.mel(part.entry)[part.start : part.stop]
            if parts:
                parts.append(np.full((item.gap, mel.shape[1]), augment.FLOOR, np.float32))
            parts.append(augment.stretch(mel, part.length))
        mel = augment.pad(np.concatenate(parts), item.before, item.after)
        if item.entries[0].kind == "noise" and pick.random() < 0.3:  # noqa: PLR2004 - share
            return silence(pick, len(mel))
        if item.entries[0].kind == "noise":
            mel = np.maximum(mel + np.float32(pick.uniform(-7, 2)), augment.FLOOR)
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
