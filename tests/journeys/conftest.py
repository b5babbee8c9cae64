"""What every journey needs: a sound server, an X server, and phrases that the model knows."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.cli.reading import RecordingReader
from assistant.devices.desktop.printing import PrintingDesktop
from assistant.values.audio import Samples, read_only
from assistant.values.settings import RecognizeSettings, Settings
from models.recipe import journey
from tests.support import sound_server, x_server
from tests.support.sound_server import SoundServer
from tests.support.x_server import XServer

PHRASES = Path(__file__).parents[1] / "data" / "journey_phrases.tsv"
SPEECH = 200
"""A sample louder than this is speech: the synthesisers are silent before they begin."""

Spoken = list[tuple[str, Samples]]
"""Phrases with their audio."""


@pytest.fixture(scope="module")
def screen() -> Iterator[XServer]:
    """Give a desktop with a window manager."""
    if reason := x_server.missing_programs("xterm"):
        pytest.skip(reason)
    with XServer() as server:
        yield server


@pytest.fixture(scope="module")
def sound() -> Iterator[SoundServer]:
    """Give a sound server with a microphone."""
    if reason := sound_server.missing_programs():
        pytest.skip(reason)
    with SoundServer() as server:
        yield server


@pytest.fixture(scope="session")
def spoken() -> Spoken:
    """Return 50 phrases with their audio, from the first sample of speech to the last."""
    known = journey.read(PHRASES)
    chosen = (known * -(-50 // len(known)))[:50]
    return [(phrase.text, trimmed(journey.speak(phrase))) for phrase in chosen]


@pytest.fixture(scope="session")
def reader() -> Iterator[RecordingReader]:
    """Return what writes recordings down outside the running assistant."""
    reading = RecordingReader(
        replace(Settings(), recognize=RecognizeSettings(isolated=False)), PrintingDesktop()
    )
    yield reading
    reading.close()


def trimmed(samples: Samples) -> Samples:
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > SPEECH)
    return read_only(samples[loud[0] : loud[-1] + 1])
