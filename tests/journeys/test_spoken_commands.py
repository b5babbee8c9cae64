"""Commands by voice, on a real desktop: a held key, a voice, and what it does to windows and files."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from assistant.devices.desktop.x11.deeds.pager import MAXIMIZED, Pager
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.values.audio import samples_in
from assistant.values.settings import ActSettings
from models.recipe.corpus.engines import synthesize
from models.recipe.corpus.voices import Voice
from tests.support.running_assistant import RunningAssistant
from tests.support.sound_server import SoundServer
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_server import XServer

pytestmark = pytest.mark.timeout(300)

SETTINGS = """
[act]
hotkeys = [ { keys = "F9", job = "command" }, { keys = "Control_R", job = "dictate" } ]
"""
VOICE = Voice("flite", "rms")


class Scene:
    """A desktop with a text field and the assistant, and somebody who gives it commands."""

    def __init__(
        self, screen: XServer, sound: SoundServer, assistant: RunningAssistant, field: TextField
    ) -> None:
        self.screen, self.sound, self.assistant, self.field = screen, sound, assistant, field
        self.desktop = X11Desktop(ActSettings(), screen.name)

    def command(self, text: str) -> None:
        """Hold the key for commands and say one."""
        self.field.focus()
        with self.screen.holding("F9"):
            self.sound.play(np.pad(synthesize(text, VOICE), samples_in(120)))

    def window(self, question: Callable[[Pager], object]) -> object:
        """Return what the window manager says."""
        with self.desktop.acting() as session:
            return question(Pager(session))


@pytest.fixture(scope="module")
def scene(screen: XServer, sound: SoundServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    home = tmp_path_factory.mktemp("home")
    environment = {**screen.environment, **sound.environment, "HOME": str(home)}
    with TextField("qt", screen) as field, RunningAssistant(home, environment, settings=SETTINGS) as running:
        scene = Scene(screen, sound, running, field)
        yield scene
        scene.desktop.close()


def test_a_window_is_maximized_and_put_to_the_left(scene: Scene) -> None:
    scene.command("maximize the window")
    number = scene.field.window
    wait_until(lambda: bool(scene.window(lambda pager: pager.has(number, *MAXIMIZED))), "a large window")
    scene.command("snap left")
    wait_until(lambda: not scene.window(lambda pager: pager.has(number, *MAXIMIZED)), "a smaller one")


def test_keys_are_pressed_in_the_window(scene: Scene) -> None:
    scene.field.focus()
    scene.desktop.insert("one two", scene.desktop.active_window())
    scene.field.received("one two")
    scene.command("press backspace")
    wait_until(lambda: scene.field.text().endswith("one tw"), "a letter less")


def test_a_timer_is_set_and_a_picture_taken(scene: Scene) -> None:
    scene.command("set a timer for five minutes")
    timers = scene.assistant.home / "state" / "timers.json"
    wait_until(timers.exists, "a timer")
    assert [timer["seconds"] for timer in json.loads(timers.read_text())] == [300]
    scene.command("take a screenshot")
    pictures = Path(scene.assistant.home) / "Pictures"
    wait_until(lambda: pictures.is_dir() and any(pictures.iterdir()), "a picture")


def test_closing_a_window_waits_for_the_phrase_that_confirms(scene: Scene) -> None:
    with TextField("xterm", scene.screen) as other:
        main, scene.field = scene.field, other
        scene.command("close the window")
        wait_until(lambda: "sure" in scene.assistant.output().lower(), "a question")
        assert other.window in scene.screen.windows()
        scene.command("yes i am sure")
        wait_until(lambda: other.window not in scene.screen.windows(), "it is closed")
        scene.field = main
