"""Settings changed in the file and by a click in the window act on the next utterance."""

import os
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

from assistant.values.audio import Samples
from tests.journeys.conftest import Spoken
from tests.journeys.test_push_to_talk import SETTINGS
from tests.support.running_assistant import RunningAssistant
from tests.support.sound_server import SoundServer
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_server import XServer

pytestmark = pytest.mark.timeout(300)
TAKEN_UP = 1.5
"""Seconds in which a change of the file has been seen and taken up, on a busy machine."""


def click(home: Path, screen: XServer, page: str, key: str) -> None:
    """Open the settings window on the same screen, click one control, and close it."""
    subprocess.run(
        [sys.executable, "-m", "tests.tray.settings.clicking", page, key],
        env={**os.environ, **screen.environment, "ASSISTANT_HOME": str(home), "QT_QPA_PLATFORM": "xcb"},
        check=True,
        timeout=60,
    )


class Dictation:
    """Says the same phrase again and again, and returns what arrives."""

    def __init__(
        self, desk: tuple[XServer, SoundServer], field: TextField, assistant: RunningAssistant
    ) -> None:
        self.screen, self.sound = desk
        self.field, self.assistant = field, assistant
        self.count = 0

    def say(self, samples: Samples, key: str = "Control_R") -> str:
        """Hold a key, speak, and wait for the text."""
        self.count += 1
        self.field.focus()
        self.field.mark()
        self.screen.press(key)
        try:
            self.sound.play(samples)
        finally:
            self.screen.release(key)
        self.assistant.wait_for_delivery(self.count)
        wait_until(self.field.since_mark, "the text")
        return self.field.since_mark()


def test_the_next_utterance_goes_by_what_was_changed_in_the_file_and_in_the_window(
    screen: XServer, sound: SoundServer, spoken: Spoken, tmp_path: Path
) -> None:
    text, samples = spoken[0]
    environment = {**screen.environment, **sound.environment}
    with (
        TextField("qt", screen) as field,
        RunningAssistant(tmp_path / "home", environment, settings=SETTINGS) as assistant,
    ):
        dictation = Dictation((screen, sound), field, assistant)
        assert dictation.say(samples) == text
        # By hand, as in an editor, and by the command line.
        file = assistant.home / "config" / "settings.toml"
        file.write_text(file.read_text() + '\n# mine\n[look]\ntheme = "dark"\n', encoding="utf-8")
        assert "keep.history is false" in assistant.ask("settings", "set", "keep.history", "false")
        sleep(TAKEN_UP)
        assert dictation.say(samples) == text
        assert assistant.ask("history").count(text.strip()) == 1
        assert "# mine" in file.read_text()
        # By a click in the real window, beside the running assistant.
        click(assistant.home, screen, "privacy", "keep.history")
        sleep(TAKEN_UP)
        assert dictation.say(samples) == text
        wait_until(lambda: assistant.ask("history").count(text.strip()) == 2, "the history goes on")
        # Another key.
        assistant.ask("settings", "set", "act.hotkeys", "F9")
        sleep(TAKEN_UP)
        assert dictation.say(samples, "F9") == text
