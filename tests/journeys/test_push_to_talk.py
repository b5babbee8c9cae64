"""The journey: a held key and a voice in, text in a real window out."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from assistant.cli.reading import RecordingReader
from assistant.values.audio import Samples
from tests.journeys.conftest import Spoken
from tests.support.running_assistant import RunningAssistant
from tests.support.sound_server import SoundServer
from tests.support.targets.field import KINDS, TextField
from tests.support.x_server import XServer

pytestmark = pytest.mark.timeout(600)  # fifty recordings, at the pace they were spoken

# The journey asks whether speech arrives whole and once, not how sure the small model is of it.
SETTINGS = """
[recognize]
demo_confidence = 0.0

[format]
joining = false

[keep]
audio_history = true
"""
MANY = pytest.param(50, marks=pytest.mark.slow)


@pytest.fixture
def assistant(
    screen: XServer, sound: SoundServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningAssistant]:
    """Start the assistant beside its windows."""
    environment = {**screen.environment, **sound.environment}
    home = tmp_path_factory.mktemp("home")
    with RunningAssistant(home, environment, settings=SETTINGS) as running:
        yield running


def hold_and_speak(screen: XServer, sound: SoundServer, samples: Samples) -> None:
    """Press the key, speak at once (the player takes about 50 ms to be heard), let go at the end."""
    screen.press("Control_R")
    try:
        sound.play(samples)
    finally:
        screen.release("Control_R")


@pytest.mark.parametrize("count", [12, MANY])
def test_dictations_arrive_exactly_once_in_the_window_they_were_meant_for(
    screen: XServer,
    sound: SoundServer,
    assistant: RunningAssistant,
    spoken: Spoken,
    reader: RecordingReader,
    count: int,
) -> None:
    arrived: list[str] = []
    with ExitStack() as stack:
        fields = [stack.enter_context(TextField(kind, screen)) for kind in KINDS]
        for number, (text, samples) in enumerate(spoken[:count]):
            field = fields[number % len(fields)]
            others = {other: other.text() for other in fields if other is not field}
            field.focus()
            field.mark()
            hold_and_speak(screen, sound, samples)
            assistant.wait_for_delivery(number + 1)
            arrived.append(field.received(text))
            assert {other: other.text() for other in others} == others, "text in a window it was not for"
    meant = [reader.read(path, lambda _: None).text for path in assistant.delivered()]
    assert arrived == meant
    known = [text for text, _ in spoken[:count]]
    assert _differences(known, arrived) == []


def _differences(known: list[str], arrived: list[str]) -> list[tuple[str, str]]:
    return [(text, found) for text, found in zip(known, arrived, strict=True) if text != found]
