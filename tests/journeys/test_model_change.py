"""`assistant models use` while the assistant runs: the next utterance is read by the other model."""

import shutil
from pathlib import Path

from assistant.devices import places
from tests.journeys.conftest import Spoken
from tests.journeys.test_push_to_talk import SETTINGS, hold_and_speak
from tests.support.running_assistant import RunningAssistant
from tests.support.sound_server import SoundServer
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_server import XServer


def test_a_model_put_to_use_is_used_and_no_utterance_is_lost(
    screen: XServer, sound: SoundServer, spoken: Spoken, tmp_path: Path
) -> None:
    stick = tmp_path / "stick" / "twin"
    shutil.copytree(places.nano_model(), stick)
    text, samples = spoken[0]
    environment = {**screen.environment, **sound.environment}
    with (
        TextField("qt", screen) as field,
        RunningAssistant(tmp_path / "home", environment, settings=SETTINGS) as assistant,
    ):
        field.focus()
        hold_and_speak(screen, sound, samples)
        assistant.wait_for_delivery(1)
        assistant.ask("models", "import", str(stick), "--trust", "--name", "twin")
        assistant.ask("models", "use", "twin")
        # Spoken while the other model is being loaded, or just before: it must not matter.
        hold_and_speak(screen, sound, samples)
        assistant.wait_for_delivery(2)
        wait_until(lambda: "Another model is in use now." in assistant.output(), "the change")
        hold_and_speak(screen, sound, samples)
        assistant.wait_for_delivery(3)
        wait_until(lambda: field.text() == text * 3, "three times the text")
