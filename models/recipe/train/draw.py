"""Which clip comes next, and which part of it: categories by share, people's words cut and joined."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from models.recipe.corpus.cutting import SOURCE
from models.recipe.corpus.phrases import ONES
from models.recipe.corpus.recordings import OTHER_WORDS
from models.recipe.corpus.store import Entry
from models.recipe.train.targets import EVENTS

SHARES = {
    "command": 0.32, "number": 0.05, "digit": 0.02, "letters": 0.03, "date": 0.03, "word": 0.04,
    "sentence": 0.16, "en-speech-commands-test": 0.15, "human digit": 0.12, "other human words": 0.03,
    "en-speechocean762": 0.09, "wakewords": 0.01, "other human": 0.02, "read aloud": 0.04,
    "noise": 0.06, "Cry": 0.015, "Sneeze": 0.005, "Applause": 0.003, "BGM": 0.015, "chinese": 0.015,
}  # fmt: skip
"""How often each category is drawn, by clips."""
_WORDS = ("word", "digit", "human digit", "en-speech-commands-test", "other human words")
JOINED = dict.fromkeys(("number", "word", "command", "digit"), 0.12) | {
    "human digit": 0.4, "en-speech-commands-test": 0.25, "other human words": 0.3,
    "sentence": 0.08, "en-speechocean762": 0.08, "read aloud": 0.2,
}  # fmt: skip
"""How often clips of a category follow one another in one example."""
_CATEGORY = {
    "en-librispeech-sub": "read aloud",
    "en-ljspeech-sub": "read aloud",
    "en-picovoice-wakewords": "wakewords",
    "en-mycroft-precise": "wakewords",
    "en-speech-commands-test": "en-speech-commands-test",
    "en-speech-commands-v1-words": "other human words",
    OTHER_WORDS: "other human words",
    SOURCE: "other human words",
    "en-speechocean762": "en-speechocean762",
}


def category(entry: Entry) -> str:
    """Name the share that a clip belongs to."""
    if entry.kind == "human":
        if entry.text in ONES[:10]:
            return "human digit"
        return _CATEGORY.get(str(entry.facts["source"]), "other human")
    if entry.kind == "noise":
        return EVENTS.get(str(entry.facts["speaker"]), "noise")
    return entry.kind


@dataclass(frozen=True)
class Part:
    """A stretch of one clip."""

    entry: Entry
    start: int
    stop: int
    """Half-open range of the clip's 10 ms frames."""
    length: int
    """Frames that it is stretched to."""


class Draw:
    """Draws clips by category, seeded."""

    def __init__(self, entries: list[Entry], seed: int) -> None:
        self.pick = np.random.default_rng(seed)
        self._by: dict[str, list[Entry]] = defaultdict(list)
        self._of: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in entries:
            self._by[category(entry)].append(entry)
            self._of[category(entry), str(entry.facts["speaker"])].append(entry)
        self._names = [name for name in SHARES if self._by[name]]
        shares = np.array([SHARES[name] for name in self._names])
        self._shares = shares / shares.sum()

    def parts(self, longest: int) -> tuple[tuple[Part, ...], int]:
        """Return the clips of one example and the silence between them, in 10 ms frames."""
        pick = self.pick
        name = str(pick.choice(self._names, p=self._shares))
        clips = [self._any(self._by[name])]
        if pick.random() < JOINED.get(name, 0):
            clips += self._followers(name, clips[0], longest)
        if clips[0].kind == "noise":
            return (self._excerpt(clips[0]),), 0
        fastest = 0.65 if name in _WORDS else 0.85
        factor = pick.uniform(fastest, 1.2)
        tight = len(clips) > 1 or pick.random() < (0.45 if name in _WORDS else 0.15)
        parts = tuple(self._timed(clip, factor, tight=tight) for clip in clips)
        return parts, int(pick.integers(0, 40))

    def _followers(self, name: str, first: Entry, longest: int) -> list[Entry]:
        """Draw more clips, by the same speaker where there are enough of them."""
        own = self._of[name, str(first.facts["speaker"])]
        near = own if len(own) > 3 else self._by[name]  # noqa: PLR2004 - a few
        found, frames = [], first.frames
        for _ in range(int(self.pick.integers(1, 6 if name in _WORDS else 4))):
            clip = self._any(near)
            frames += clip.frames
            if frames < longest:
                found.append(clip)
        return found

    def _excerpt(self, clip: Entry) -> Part:
        """Take a random stretch of a sound."""
        length = min(clip.frames, int(self.pick.integers(8, 400)))
        start = int(self.pick.integers(0, clip.frames - length + 1))
        return Part(clip, start, start + length, length)

    def _timed(self, clip: Entry, factor: float, *, tight: bool) -> Part:
        """Take the whole clip, or what is spoken in it with hardly anything around."""
        start, stop = 0, clip.frames
        if tight:
            first, last = clip.spoken_part
            start = max(0, first - int(self.pick.integers(-2, 8)))
            stop = min(clip.frames, last + int(self.pick.integers(-2, 10)))
        return Part(clip, start, stop, max(7, round((stop - start) * factor)))

    def _any(self, clips: list[Entry]) -> Entry:
        return clips[int(self.pick.integers(len(clips)))]
