"""Settings changed in the file and by a click in the window act on the next utterance."""

from pathlib import Path
from time import sleep

import pytest

from assistant.values.audio import Samples
from tests.journeys.conftest import Spoken
from tests.journeys.test_push_to_talk import SETTINGS
from tests.journeys.test_tray import WholeTray
from tests.support import accessibility, message_bus
from tests.support.message_bus import MessageBus
from tests.support.pointer import click
from tests.support.running_assistant import RunningAssistant
from tests.support.sound_server import SoundServer
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_server import XServer

pytestmark = pytest.mark.timeout(300)
TAKEN_UP = 3.0
"""Seconds in which a change of the file has been seen and taken up, on a busy machine."""


class Dictation:
    """Says the same phrase again and again, and returns what arrives."""

    def __init__(
        self,
        desk: tuple[XServer, SoundServer],
        field: TextField,
        assistant: RunningAssistant,
        phrase: tuple[str, Samples],
    ) -> None:
        self.screen, self.sound = desk
        self.text, self.samples = phrase
        self.field, self.assistant = field, assistant
        self.count = 0

    def say(self, key: str = "Control_R") -> str:
        """Hold a key, speak, and wait for the text."""
        self.count += 1
        self.field.focus()
        self.field.mark()
        self.screen.press(key)
        try:
            self.sound.play(self.samples)
        finally:
            self.screen.release(key)
        self.assistant.wait_for_delivery(self.count)
        return self.field.received(self.text)


def test_the_next_utterance_goes_by_what_was_changed_in_the_file(
    screen: XServer, sound: SoundServer, spoken: Spoken, tmp_path: Path
) -> None:
    text = spoken[0][0]
    environment = {**screen.environment, **sound.environment}
    with (
        TextField("qt", screen) as field,
        RunningAssistant(tmp_path / "home", environment, settings=SETTINGS) as assistant,
    ):
        dictation = Dictation((screen, sound), field, assistant, spoken[0])
        assert dictation.say() == text
        # By hand, as in an editor, and by the command line.
        file = assistant.home / "config" / "settings.toml"
        file.write_text(file.read_text() + '\n# mine\n[look]\ntheme = "dark"\n', encoding="utf-8")
        assert "keep.history is false" in assistant.ask("settings", "set", "keep.history", "false")
        sleep(TAKEN_UP)
        assert dictation.say() == text
        assert assistant.ask("history").count(text.strip()) == 1
        assert "# mine" in file.read_text()
        # Another key.
        assistant.ask("settings", "set", "act.hotkeys", "F9")
        sleep(TAKEN_UP)
        assert dictation.say("F9") == text


def test_the_next_utterance_goes_by_what_was_clicked_in_the_window(
    screen: XServer, sound: SoundServer, spoken: Spoken, tmp_path: Path
) -> None:
    if reason := message_bus.missing_programs() or accessibility.missing_programs():
        pytest.skip(reason)
    text, samples = spoken[0]
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    with TextField("qt", screen) as field, MessageBus() as bus:
        environment = {**screen.environment, **sound.environment, **bus.environment}
        tray = WholeTray(tmp_path, {**environment, **accessibility.SPEAKING})

        def say() -> str:
            field.focus()
            field.mark()
            with screen.holding("Control_R"):
                sound.play(samples)
            return field.received(text)

        for is_kept in (False, True):
            tray.ask("show", "settings:privacy")
            left, top, _width, height = accessibility.place_of(bus, "History", accessibility.CHECK_BOX)
            click(screen.name, left + 8, top + height // 2)
            value = str(is_kept).lower()
            wait_until(lambda: value in tray.ask("settings", "get", "keep.history")[1], "the change")  # noqa: B023 - asked at once
            sleep(TAKEN_UP)
            assert say() == text
            wait_until(lambda: "ready" in tray.ask("status")[1], "it is done")
            assert tray.ask("history")[1].count(text.strip()) == is_kept
        tray.process.terminate()
        assert tray.process.wait(60) == 0
