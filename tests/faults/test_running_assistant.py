"""The whole assistant while its microphone is pulled out, silenced, or loses its sound server."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.devices.audio_file import AudioFile
from assistant.values.audio import SAMPLE_RATE, Samples
from models.recipe import journey
from tests.journeys.conftest import PHRASES, trimmed
from tests.support import sound_server, x_server
from tests.support.running_assistant import RunningAssistant
from tests.support.sound_server import SoundServer
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_server import XServer

SETTINGS = "[recognize]\ndemo_confidence = 0.0\n[format]\njoining = false\n[keep]\naudio_history = true\n"


class Scene:
    """A desktop with a field, a sound server and the running assistant."""

    def __init__(
        self, screen: XServer, sound: SoundServer, assistant: RunningAssistant, field: TextField
    ) -> None:
        self.screen, self.sound, self.assistant, self.field = screen, sound, assistant, field
        phrase = journey.read(PHRASES)[0]
        self.text, self.speech = phrase.text, trimmed(journey.speak(phrase))

    def dictate(self) -> str:
        """Hold the key, speak, let go; return what arrived."""
        count = len(self.assistant.delivered()) + 1
        self.field.focus()
        self.field.mark()
        with self.screen.holding("Control_R"):
            self.sound.play(self.speech)
        self.assistant.wait_for_delivery(count)
        return self.field.received(self.text)

    def wait_for_message(self, words: str) -> None:
        """Wait until the assistant has printed something that holds `words`."""
        wait_until(lambda: words in self.assistant.output(), f"a message with {words!r}")


@pytest.fixture
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """Start everything and dictate once."""
    for reason in (x_server.missing_programs(), sound_server.missing_programs()):
        if reason:
            pytest.skip(reason)
    with XServer() as screen, SoundServer() as sound, TextField("qt", screen) as field:
        environment = {**screen.environment, **sound.environment}
        home = tmp_path_factory.mktemp("home")
        with RunningAssistant(home, environment, settings=SETTINGS) as assistant:
            scene = Scene(screen, sound, assistant, field)
            assert scene.dictate() == scene.text
            yield scene


def test_a_microphone_pulled_out_in_mid_utterance_is_told_and_comes_back(scene: Scene) -> None:
    scene.field.focus()
    scene.field.mark()
    with scene.screen.holding("Control_R"):
        scene.sound.play(scene.speech)
        scene.sound.remove_source()
        scene.wait_for_message("microphone")
    wait_until(lambda: scene.text in scene.field.since_mark(), "what was said before it went")
    scene.sound.add_microphone()
    scene.wait_for_message("again.")
    assert scene.field.since_mark() == scene.text, "nothing lost, nothing doubled, nothing invented"
    assert scene.dictate() == scene.text


def test_a_sound_server_that_dies_in_mid_utterance_is_told_and_comes_back(scene: Scene) -> None:
    scene.field.focus()
    scene.field.mark()
    with scene.screen.holding("Control_R"):
        scene.sound.play(scene.speech)
        scene.sound.kill()
        scene.wait_for_message("microphone")
    wait_until(lambda: scene.text in scene.field.since_mark(), "what was said before it died")
    scene.sound.start()
    scene.wait_for_message("again.")
    assert scene.field.since_mark() == scene.text
    assert scene.dictate() == scene.text


def test_a_silent_microphone_is_told_and_nothing_is_invented(scene: Scene) -> None:
    scene.field.focus()
    scene.field.mark()
    scene.sound.mute(on=True)
    with scene.screen.holding("Control_R"):
        scene.wait_for_message("only silence")
    sleep(0.5)
    assert scene.field.since_mark() == ""
    scene.sound.mute(on=False)
    assert scene.dictate() == scene.text


def seconds_of(recording: Path) -> float:
    """Return how much of 16-bit audio the file holds, whatever its header says yet."""
    return (recording.stat().st_size - 44) / 2 / SAMPLE_RATE


def test_push_to_talk_is_on_disk_before_it_is_recognised_and_a_kill_costs_a_quarter_second(
    scene: Scene,
) -> None:
    before = set(scene.assistant.recordings.glob("*.wav"))
    scene.field.mark()
    with scene.screen.holding("Control_R"):
        pressed = monotonic()
        scene.sound.play(scene.speech)
        spoken = monotonic() - pressed + 0.3  # with what was said before the key went down
        (left,) = set(scene.assistant.recordings.glob("*.wav")) - before
        wait_until(lambda: seconds_of(left) > spoken - 0.25, "all but a quarter second is on disk")
        print(f"on disk {1000 * (monotonic() - pressed + 0.3 - spoken):.0f} ms after it was said")
        scene.assistant.kill()
    kept = AudioFile.read(left)
    assert len(kept) / SAMPLE_RATE > spoken - 0.25
    assert scene.field.since_mark() == "", "nothing was typed of it"
    told = scene.assistant.ask("doctor")
    assert "1 undelivered" in told
    assert scene.assistant.ask("transcribe", str(left)).strip(), "it can be read"
    assert likeness(kept, scene.speech) > 0.8, "only the end may be missing"


def likeness(kept: Samples, speech: Samples) -> float:
    """Return how well `kept` follows `speech` from its start on: correlation of loudness in time."""
    heard, said = loudness(kept), loudness(speech)
    lags = range(len(heard) - len(said) // 2)  # what was kept begins before the speech does
    pairs = [(heard[lag:][: len(said)], said[: len(heard) - lag]) for lag in lags]
    return max(float(np.corrcoef(one, other)[0, 1]) for one, other in pairs)


def loudness(samples: Samples, step: int = SAMPLE_RATE // 50) -> NDArray[np.float64]:
    """Return the RMS of every 20 ms."""
    whole = samples[: len(samples) // step * step].reshape(-1, step).astype(np.float64)
    return np.sqrt((whole**2).mean(axis=1))
