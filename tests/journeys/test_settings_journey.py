"""Settings changed in the file and by a click in the window act on the next utterance."""

import os
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

from tests.journeys.conftest import Spoken
from tests.journeys.test_push_to_talk import SETTINGS, hold_and_speak
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


def test_the_next_utterance_goes_by_what_was_changed_in_the_file_and_in_the_window(
    screen: XServer, sound: SoundServer, spoken: Spoken, tmp_path: Path
) -> None:
    text, samples = spoken[0]
    environment = {**screen.environment, **sound.environment}
    with (
        TextField("qt", screen) as field,
        RunningAssistant(tmp_path / "home", environment, settings=SETTINGS) as assistant,
    ):

        def dictate(number: int) -> str:
            field.focus()
            field.mark()
            hold_and_speak(screen, sound, samples)
            assistant.wait_for_delivery(number)
            wait_until(field.since_mark, "the text")
            return field.since_mark()

        assert dictate(1) == text
        # By hand, as in an editor, and by the command line.
        file = assistant.home / "config" / "settings.toml"
        file.write_text(file.read_text() + '\n# mine\n[look]\ntheme = "dark"\n', encoding="utf-8")
        said = assistant.ask("settings", "set", "keep.history", "false")
        assert "keep.history is false" in said
        wait_until(lambda: "history = false" in file.read_text(), "the file")
        sleep(TAKEN_UP)
        assert dictate(2) == text
        assert assistant.ask("history").count(text.strip()) == 1
        assert "# mine" in file.read_text()
        # By a click in the real window, beside the running assistant.
        click(assistant.home, screen, "privacy", "keep.history")
        sleep(TAKEN_UP)
        assert dictate(3) == text
        wait_until(lambda: assistant.ask("history").count(text.strip()) == 2, "the history goes on")
        # Another key, and the one before is free again.
        assistant.ask("settings", "set", "act.hotkeys", "F9")
        sleep(TAKEN_UP)
        field.focus()
        field.mark()
        screen.press("F9")
        try:
            sound.play(samples)
        finally:
            screen.release("F9")
        assistant.wait_for_delivery(4)
        wait_until(lambda: field.since_mark() == text, "the text by the other key")
