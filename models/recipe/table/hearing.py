"""One model over all held-out clips, each heard once."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.recognize.features import Floats
from models.recipe.corpus.recordings import OTHER_WORDS
from models.recipe.corpus.store import Entry, Store
from models.recipe.decode import Model
from models.recipe.graph import QUERY_FRAMES

COMMANDS, SLOTS, SENTENCES = "tts command", "tts slot command", "tts sentence"
PRODUCT = "tts product command"
WORDS, OTHERS, DIGITS = "en-speech-commands-test", OTHER_WORDS, "en-fsdd"
LEARNERS, BOOKS, NOISE, CHINESE = "en-speechocean762", "en-librispeech-sub", "noise", "chinese"
ASSORTED = "assorted"


@dataclass(frozen=True)
class Clip:
    """What was said and what the model made of it."""

    entry: Entry
    text: str
    tags: tuple[str, ...]
    frames: Floats
    """[T, vocabulary]: log-probabilities of the text frames."""

    @property
    def reference(self) -> str:
        """The words that were said."""
        return self.entry.text


def held_out_set(entry: Entry) -> str:
    """Name the set that a test clip belongs to."""
    if entry.kind in (NOISE, CHINESE):
        return entry.kind
    if entry.kind != "human":
        return f"tts {entry.kind}"
    source = str(entry.facts["source"])
    return source if source in (WORDS, OTHERS, DIGITS, LEARNERS, BOOKS) else ASSORTED


def log_probabilities(logits: Floats) -> Floats:
    """Logits [T, V] -> log-probabilities [T, V]."""
    top = logits - logits.max(1, keepdims=True)
    return np.asarray(top - np.log(np.exp(top).sum(1, keepdims=True)), np.float32)


def hear(model: Model, mel: Floats, entry: Entry) -> Clip:
    """Run the model on log-mel frames [T, 80] of a clip, changed or not."""
    heard = model.hear_mel(mel)
    return Clip(entry, heard.text, heard.tags, log_probabilities(heard.logits[QUERY_FRAMES:]))


@dataclass(frozen=True)
class Hearing:
    """A model and what it made of every test clip."""

    model: Model
    store: Store
    clips: dict[str, list[Clip]]
    """By set."""

    @classmethod
    def of(cls, graph: Path, folder: Path) -> "Hearing":
        """Hear all test clips under `folder`; `tokens.txt` lies beside the graph."""
        model, store = Model(graph, graph.with_name("tokens.txt")), Store(folder)
        clips: dict[str, list[Clip]] = defaultdict(list)
        for entry in store.entries("dev"):
            clips[held_out_set(entry)].append(hear(model, store.mel(entry), entry))
        return cls(model, store, clips)

    def mels(self, name: str) -> Iterator[tuple[Entry, Floats]]:
        """Yield the features of a set's clips, [T, 80] each."""
        for clip in self.clips[name]:
            yield clip.entry, self.store.mel(clip.entry)
