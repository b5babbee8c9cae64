"""Train the nano model, or go on training it.

    python -m models.recipe.train.trainer --minutes 40 [--resume]

While the file named by --pause exists, the trainer sleeps between steps.
"""

import argparse
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.multiprocessing as spawning

from assistant.recognize.features import LFR_WINDOW, Cmvn
from models.recipe.corpus.store import Entry, Store
from models.recipe.train import pieces
from models.recipe.train.batches import Assembler, Plan, batch_size
from models.recipe.train.losses import TAG_WEIGHT, losses
from models.recipe.train.network import Network
from models.recipe.train.parallel import Shared, Updater, tie
from models.recipe.train.schedule import CONTINUED, FROM_NOTHING
from models.recipe.train.targets import Targets
from models.recipe.weights import Checkpoint, grown, load, nano, save

UNITS = Path(__file__).resolve().parent.parent / "nano.bpe.model"
RANKS = 2
REPORT = 200
"""Steps between printed lines."""
KEEP = 60.0
"""Seconds between checkpoints."""


@dataclass(frozen=True)
class Options:
    """Where things are and how long to train."""

    folder: Path
    """Holds features/, and gets units.model, checkpoint.pt and nano.npz."""
    pause: Path
    minutes: float
    """Un-paused training time; the learning rate reaches its end then."""
    resume: bool
    start: Path | None
    """A checkpoint of weights to begin from; its CMVN and the recipe's units are kept."""


@dataclass
class Material:
    """The corpus as one rank sees it."""

    store: Store
    entries: list[Entry]
    targets: Targets
    cmvn: Cmvn

    @classmethod
    def load(cls, options: Options) -> "Material":
        """Read the corpus; learn the units and measure the features where that is not done yet."""
        store = Store(options.folder / "features")
        entries = list(store.entries("train"))
        units = UNITS if options.start else options.folder / "units.model"
        if not units.exists():
            pieces.learn((entry.text for entry in entries if entry.text), units)
        words = {word for entry in entries for word in entry.text.split()}
        targets = Targets(pieces.load(units), words)
        cmvn = load(options.start).cmvn if options.start else measure(store, entries)
        return cls(store, entries, targets, cmvn)


def measure(store: Store, entries: list[Entry], count: int = 3000) -> Cmvn:
    """Mean and variance of the log-mel of speech clips, repeated for the seven stacked frames."""
    spoken = [entry for entry in entries if entry.text]
    picked = np.random.default_rng(0).choice(len(spoken), min(count, len(spoken)), replace=False)
    mel = np.concatenate([store.mel(spoken[index]) for index in picked])
    shift, scale = -mel.mean(0), 1 / mel.std(0)
    return Cmvn(np.tile(shift, LFR_WINDOW), np.tile(scale, LFR_WINDOW).astype(np.float32))


class Rank:
    """One training process."""

    def __init__(self, rank: int, shared: Shared, options: Options) -> None:
        torch.set_num_threads(1)
        torch.manual_seed(1)
        self.rank, self.shared, self.options = rank, shared, options
        self.parent = os.getppid()
        self.schedule = CONTINUED if options.start else FROM_NOTHING
        self.material = Material.load(options)
        targets = self.material.targets
        self.network = Network(nano(len(targets.names)), targets.phonemes)
        if options.start:
            begun = grown(load(options.start).weights, self.network.shape)
            known = {name: torch.from_numpy(array) for name, array in begun.items()}
            self.network.load_state_dict(known, strict=False)
        start = torch.cat([p.detach().flatten() for p in self.network.parameters()])
        if rank == 0 and not options.resume:
            shared.weights.copy_(start)
            shared.average.copy_(start)
        decays = tie(self.network, shared.weights, shared.gradients[rank])
        self.updater = Updater(shared, rank, decays)
        noises = [entry for entry in self.material.entries if entry.kind == "noise"]
        self.assembler = Assembler(self.material.store, targets, self.material.cmvn, noises)
        self.plan = Plan(self.material.entries, RANKS, seed=1 + int(shared.counters[0]))
        shared.barrier.wait()

    def run(self) -> None:
        """Train until the time is used up."""
        shared = self.shared
        tally = np.zeros(4)
        saved = reported = time.monotonic()
        while (progress := float(shared.counters[1]) / 60 / self.options.minutes) < 1:
            began = time.monotonic()
            tally += self._step(progress)
            shared.barrier.wait()
            step = int(shared.counters[0]) + 1
            if self.rank == 0:
                shared.counters[0] = step
                shared.counters[1] += time.monotonic() - began
                if step % REPORT == 0:
                    self._report(tally, time.monotonic() - reported)
                    tally[:], reported = 0, time.monotonic()
                if time.monotonic() - saved > KEEP:
                    self.keep()
                    saved = time.monotonic()
            self._rest()
            shared.barrier.wait()
        if self.rank == 0:
            self.keep()

    def _step(self, progress: float) -> np.ndarray:
        bucket, items = self.plan.next(self.schedule.longest(progress))
        size = batch_size(bucket)
        mine = items[self.rank * size : (self.rank + 1) * size]
        batch = self.assembler.batch(bucket, mine, self.schedule.strength(progress))
        self.shared.gradients[self.rank].zero_()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            output = self.network(batch.features, batch.lengths, batch.queries)
        loss = losses(output, batch)
        weight = self.schedule.phoneme_weight(progress)
        (loss.text + TAG_WEIGHT * loss.tags + weight * loss.phonemes).backward()
        self.updater.update(self.schedule.rate(progress), int(self.shared.counters[0]) + 1)
        if self.rank == 0:
            self.shared.counters[2] += batch.seconds * RANKS
        return np.array([1, loss.text.item(), loss.tags.item(), loss.phonemes.item()])

    def _rest(self) -> None:
        while self.options.pause.exists():
            time.sleep(1)
        if os.getppid() != self.parent:
            sys.exit("the process that started this training is gone")

    def _report(self, tally: np.ndarray, seconds: float) -> None:
        steps, worked, heard = (float(value) for value in self.shared.counters)
        text, tags, phonemes = tally[1:] / tally[0]
        print(
            f"step {steps:.0f}  {worked / 60:.1f} min  {heard / 3600:.1f} audio-hours  "
            f"{seconds / tally[0] * 1000:.0f} ms/step  "
            f"text {text:.3f}  tags {tags:.3f}  phonemes {phonemes:.3f}",
            flush=True,
        )

    def keep(self) -> None:
        """Write the resumable state and the averaged weights."""
        folder = self.options.folder
        torch.save(self.shared.state(), folder / "checkpoint.partial")
        (folder / "checkpoint.partial").rename(folder / "checkpoint.pt")
        export(self.network, self.shared.average, self.material, folder / "nano.npz")


def export(network: Network, flat: torch.Tensor, material: Material, target: Path) -> None:
    """Write flat weights as a named checkpoint, without the phoneme head."""
    arrays, start = {}, 0
    for name, parameter in network.named_parameters():
        stop = start + parameter.numel()
        if not name.startswith("phoneme"):
            arrays[name] = flat[start:stop].view_as(parameter).numpy().copy()
        start = stop
    shape, names = network.shape, material.targets.names
    save(Checkpoint(shape, arrays, material.cmvn, names), target)


def _run(rank: int, shared: Shared, options: Options) -> None:
    Rank(rank, shared, options).run()


def main() -> None:
    """Start both ranks and wait."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path(".cache/nano"))
    parser.add_argument("--pause", type=Path, default=Path(".cache/nano/pause"))
    parser.add_argument("--minutes", type=float, default=40)
    parser.add_argument("--resume", action="store_true", help="continue from checkpoint.pt")
    parser.add_argument("--from", type=Path, dest="start", help="begin with these weights (.npz)")
    options = Options(**vars(parser.parse_args()))
    # Page faults cost more than the arithmetic unless malloc keeps its memory.
    os.environ |= {"MALLOC_MMAP_THRESHOLD_": "1000000000", "MALLOC_TRIM_THRESHOLD_": "4000000000"}
    os.environ["OMP_NUM_THREADS"] = "1"
    material = Material.load(options)
    count = sum(
        parameter.numel()
        for parameter in Network(nano(len(material.targets.names)), material.targets.phonemes).parameters()
    )
    context = spawning.get_context("spawn")
    shared = Shared.create(count, RANKS, context.Barrier(RANKS))
    if options.resume:
        shared.restore(torch.load(options.folder / "checkpoint.pt"))
    print(f"{count:,} parameters, {len(material.entries)} clips", flush=True)
    spawning.spawn(_run, (shared, options), nprocs=RANKS)


if __name__ == "__main__":
    main()
