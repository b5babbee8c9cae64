"""The journey back: what was dictated is taken back from a real window, and a new word is taken up."""

import json
from pathlib import Path

import pytest

from assistant.devices.audio_file import AudioFile
from assistant.devices.places import resources
from assistant.values.audio import Samples, read_only
from tests.journeys.conftest import trimmed
from tests.support.running_assistant import RunningAssistant
from tests.support.sound_server import SoundServer
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_server import XServer

pytestmark = pytest.mark.timeout(300)

SETTINGS = """
[recognize]
demo_confidence = 0.0

[act]
undo_key = "F12"

[keep]
audio_history = true
"""


def recording(name: str) -> Samples:
    """Return a shipped recording, from the first sample of speech to the last."""
    import numpy as np

    return trimmed(read_only(np.concatenate(list(AudioFile(resources() / "recordings" / name).blocks()))))


def speak(screen: XServer, sound: SoundServer, samples: Samples) -> None:
    screen.press("Control_R")
    try:
        sound.play(samples)
    finally:
        screen.release("Control_R")


def test_two_dictations_join_and_are_taken_back_from_the_window(
    screen: XServer, sound: SoundServer, tmp_path: Path
) -> None:
    weather = recording("weather.flac")
    environment = {**screen.environment, **sound.environment}
    with (
        RunningAssistant(tmp_path, environment, settings=SETTINGS) as assistant,
        TextField("qt", screen) as field,
    ):
        field.focus()
        speak(screen, sound, weather)
        assistant.wait_for_delivery(1)
        wait_until(lambda: field.text() != "", "the first text")
        first = field.text()
        assistant.ask("vocabulary", "add", "Changed", "--heard", "how")
        speak(screen, sound, weather)
        assistant.wait_for_delivery(2)
        wait_until(lambda: field.text() != first, "the second text")
        one, two = _entries(assistant)
        assert one["text"] == one["raw"] == first  # what nothing stands before, and no rule is for
        assert two["text"] == " " + two["raw"].replace("how", "Changed")
        assert field.text() == one["text"] + two["text"]
        assistant.ask("undo")
        wait_until(lambda: field.text() == first, "the second text is gone")
        screen.tap("F12")
        wait_until(lambda: field.text() == "", "the first text is gone")
        wait_until(
            lambda: [each["result"] for each in _entries(assistant)] == ["taken_back"] * 2, "history knows"
        )


def _entries(assistant: RunningAssistant) -> list[dict[str, str]]:
    return [json.loads(line) for line in assistant.ask("history", "last", "--json").splitlines()]
