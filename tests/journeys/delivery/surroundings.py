"""A desktop, a sound server and phrases that the small model knows, for one journey."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from assistant.values.audio import Samples, read_only
from models.recipe import journey
from tests.support import sound_server, x_server
from tests.support.sound_server import SoundServer
from tests.support.x_server import XServer

PHRASES = Path(__file__).parents[2] / "data" / "journey_phrases.tsv"
SPEECH = 200
"""A sample louder than this is speech: the synthesisers are silent before they begin."""
# The journeys ask whether speech arrives whole and once; how it is written is asked elsewhere.
SETTINGS = """
[recognize]
demo_confidence = 0.0

[keep]
audio_history = true

[format]
spoken_marks = "never"
joining = false
stutters = false
fillers = false
offer_corrections = false
read_caret = false
"""

Spoken = list[tuple[str, Samples]]
"""Phrases with their audio."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an assistant needs around it."""

    screen: XServer
    sound: SoundServer
    home: Path

    @property
    def environment(self) -> dict[str, str]:
        """Variables that lead a process to both."""
        return {**self.screen.environment, **self.sound.environment}


def missing() -> str | None:
    """Return a reason to skip where these cannot be had here."""
    return x_server.missing_programs("xterm") or sound_server.missing_programs()


@contextmanager
def surroundings() -> Iterator[Surroundings]:
    """Start a desktop and a sound server, and make a home."""
    with TemporaryDirectory(prefix="journey-") as home, XServer() as screen, SoundServer() as sound:
        yield Surroundings(screen, sound, Path(home))


@contextmanager
def joined(around: Surroundings) -> Iterator[None]:
    """Make this very process use them."""
    before = dict(os.environ)
    os.environ.update(around.environment)
    os.environ["ASSISTANT_HOME"] = str(around.home)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def spoken(count: int, *, least_words: int = 3) -> Spoken:
    """Return `count` phrases of some length with their audio, from the first sample of speech to the last."""
    known = [each for each in journey.read(PHRASES) if len(each.text.split()) >= least_words]
    found = [(each.text, trimmed(journey.speak(each))) for each in known[:count]]
    return (found * -(-count // len(found)))[:count]


def trimmed(samples: Samples) -> Samples:
    """Return speech without the silence around it."""
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > SPEECH)
    return read_only(samples[loud[0] : loud[-1] + 1])
