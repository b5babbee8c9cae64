"""The journey by other keys: tapped, called off, part of a shortcut, pressed by a program."""

import json
from collections.abc import Iterator
from time import sleep

import pytest

from assistant.cli.reading import RecordingReader
from assistant.values.audio import Samples
from models.recipe import journey
from tests.journeys.conftest import PHRASES, trimmed
from tests.support.running_assistant import RunningAssistant
from tests.support.sound_server import SoundServer
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_server import XServer

# A busy machine may need longer than 300 ms for a tap; what is spoken takes longer than this.
SETTINGS = """
[recognize]
demo_confidence = 0.0

[format]
joining = false

[act]
hotkeys = [{keys = "Control_R"}, {keys = "F9"}]
hold_ms = 800

[keep]
audio_history = true
"""


class Scene:
    """A Qt field, the running assistant, and somebody who speaks."""

    def __init__(
        self, screen: XServer, sound: SoundServer, assistant: RunningAssistant, reader: RecordingReader
    ) -> None:
        self.screen, self.sound, self.assistant, self.reader = screen, sound, assistant, reader
        phrase = max(journey.read(PHRASES), key=lambda phrase: len(phrase.text))
        self.speech = trimmed(journey.speak(phrase))
        self.count = 0

    def speak(self) -> Samples:
        self.sound.play(self.speech)
        return self.speech

    def arrives(self, field: TextField) -> bool:
        """Wait for one more delivery; whether just what was recorded stands in the field."""
        self.count += 1
        self.assistant.wait_for_delivery(self.count)
        # A sound server on a busy machine may stutter: what counts is what was recorded.
        meant = self.reader.read(self.assistant.delivered()[-1], lambda _: None).text
        wait_until(lambda: meant in field.since_mark(), "the text in the window")
        sleep(0.2)
        return bool(meant) and field.since_mark() == meant

    def status(self) -> dict[str, object]:
        answer = json.loads(self.assistant.ask("status", "--json"))
        assert isinstance(answer, dict)
        return answer


@pytest.fixture(scope="module")
def scene(
    screen: XServer, sound: SoundServer, reader: RecordingReader, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Scene]:
    environment = {**screen.environment, **sound.environment}
    with RunningAssistant(tmp_path_factory.mktemp("home"), environment, settings=SETTINGS) as assistant:
        yield Scene(screen, sound, assistant, reader)


@pytest.fixture
def field(screen: XServer) -> Iterator[TextField]:
    with TextField("qt", screen) as field:
        field.focus()
        field.mark()
        yield field


@pytest.mark.parametrize("key", ["Control_R", "F9"])
def test_a_tap_begins_and_a_tap_ends(scene: Scene, field: TextField, key: str) -> None:
    scene.screen.tap(key)
    wait_until(lambda: scene.status()["is_recording"], "the recording")
    scene.speak()
    scene.screen.tap(key)
    assert scene.arrives(field)


def test_programs_press_and_release_and_toggle(scene: Scene, field: TextField) -> None:
    for begin, end in (("press", "release"), ("toggle", "toggle")):
        field.mark()
        scene.assistant.ask(begin)
        scene.speak()
        scene.assistant.ask(end)
        assert scene.arrives(field)


def test_what_is_called_off_goes_nowhere(scene: Scene, field: TextField) -> None:
    scene.screen.tap("Control_R")
    wait_until(lambda: scene.status()["is_recording"], "the recording")
    scene.speak()
    scene.screen.tap("Escape")
    wait_until(lambda: not scene.status()["is_recording"], "the end by Escape")
    scene.assistant.ask("toggle")
    scene.speak()
    scene.assistant.ask("cancel")
    assert not scene.status()["is_recording"]
    with scene.screen.holding("Control_R"):
        scene.speak()
        scene.screen.tap("F7")
    wait_until(lambda: scene.status()["state"] == "ready", "an assistant that has nothing to do")
    sleep(0.5)
    assert field.since_mark() == ""
    assert len(scene.assistant.delivered()) == scene.count


def test_a_second_assistant_is_refused(scene: Scene) -> None:
    before = scene.status()["pid"]
    assert scene.assistant.ask("run", "--headless") == ""
    assert scene.status()["pid"] == before


def test_other_hotkeys_are_taken_up_while_it_runs(scene: Scene, field: TextField) -> None:
    file = scene.assistant.home / "config" / "settings.toml"
    file.write_text(SETTINGS.replace("F9", "F10"), encoding="utf-8")
    wait_until(lambda: begins_with(scene, "F10"), "a recording by the new key")
    scene.speak()
    scene.screen.tap("F10")
    assert scene.arrives(field)
    scene.screen.tap("F9")
    sleep(0.3)
    assert not scene.status()["is_recording"]


def begins_with(scene: Scene, key: str) -> bool:
    scene.screen.tap(key)
    sleep(0.2)
    return bool(scene.status()["is_recording"])
