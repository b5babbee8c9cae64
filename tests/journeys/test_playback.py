"""A recording of the history is played in the tray's own window, and heard beside the loudspeaker."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep

import numpy as np
import pytest

from assistant.devices.audio_file import AudioFile
from assistant.values.audio import SAMPLE_RATE, Samples
from tests.journeys.conftest import Spoken
from tests.journeys.delivery.kills import hearing
from tests.journeys.first_run.newcomer import titled
from tests.journeys.test_push_to_talk import SETTINGS
from tests.journeys.test_tray import WholeTray
from tests.support import accessibility, message_bus, sound_server
from tests.support.accessibility import BUTTON, LABEL, place_of
from tests.support.message_bus import MessageBus
from tests.support.pointer import click
from tests.support.sound_server import SoundServer
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_server import XServer

pytestmark = pytest.mark.timeout(300)
LOUDSPEAKER = "loudspeaker"
ALIKE = 0.95
"""Correlation of what was recorded with what was heard; of other speech it is below 0.3."""
Press = Callable[[str], None]


@pytest.fixture
def sound() -> Iterator[SoundServer]:
    """Give a sound server that this test may kill, with a loudspeaker that the microphone does not hear."""
    if reason := sound_server.missing_programs():
        pytest.skip(reason)
    with SoundServer() as server:
        server.pactl("load-module", "module-null-sink", f"sink_name={LOUDSPEAKER}", "format=s16le")
        server.pactl("set-default-sink", LOUDSPEAKER)
        yield server


@pytest.fixture
def bus() -> Iterator[MessageBus]:
    if reason := message_bus.missing_programs() or accessibility.missing_programs():
        pytest.skip(reason)
    with MessageBus() as bus:
        yield bus


@pytest.fixture
def environment(screen: XServer, sound: SoundServer, bus: MessageBus) -> dict[str, str]:
    return {**screen.environment, **sound.environment, **bus.environment, **accessibility.SPEAKING}


@pytest.fixture
def tray(environment: dict[str, str], tmp_path: Path) -> Iterator[WholeTray]:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    tray = WholeTray(tmp_path, environment)
    yield tray
    tray.process.terminate()
    assert tray.process.wait(10) == 0


@pytest.fixture
def recorded(screen: XServer, sound: SoundServer, tray: WholeTray, spoken: Spoken) -> Path:
    """Dictate something that is kept, show its line in the history, and return the recording."""
    _text, samples = spoken[0]
    with TextField("qt", screen) as field:
        field.focus()
        with screen.holding("Control_R"):
            sound.play(np.concatenate([samples] * 3))  # long enough to be stopped
        wait_until(field.text, "the text")
        wait_until(lambda: "ready" in tray.ask("status")[1], "it is done")
    tray.ask("show", "history")
    wait_until(lambda: titled(screen, "History"), "the history")
    screen.focus(titled(screen, "History") or 0)
    sleep(1.0)  # until the lines have come
    screen.tap("Down")
    (recording,) = (tray.home / "state" / "journal").glob("*-delivered.wav")
    return recording


@pytest.fixture
def press(screen: XServer, bus: MessageBus) -> Press:
    def press(label: str) -> None:
        left, top, width, height = place_of(bus, label, BUTTON)
        click(screen.name, left + width // 2, top + height // 2)

    return press


def alike(heard: Samples, recording: Samples) -> float:
    """Return how well the second second of a recording is found in what was heard (1: it is the same)."""
    probe = recording[SAMPLE_RATE : 2 * SAMPLE_RATE].astype(np.float64)
    window = heard.astype(np.float64)
    energy = np.sqrt(np.convolve(window**2, np.ones(len(probe)), "valid") * np.sum(probe**2)) + 1.0
    return float(np.max(np.correlate(window, probe, "valid") / energy))


def test_it_is_heard_as_it_was_recorded_and_stops_when_told(
    sound: SoundServer, bus: MessageBus, recorded: Path, press: Press
) -> None:
    samples = AudioFile.read(recorded)
    with hearing(sound, LOUDSPEAKER) as ear:
        begun = ear.count()
        press("Play")
        place_of(bus, "Stop", BUTTON)
        place_of(bus, "Play", BUTTON)  # it came to its end
        sleep(0.5)
        heard = ear.samples()[begun:]
        assert alike(heard, samples) > ALIKE
        assert (
            alike(heard[: SAMPLE_RATE // 2 + SAMPLE_RATE], samples[::-1]) < ALIKE / 2
        )  # not just any speech
        begun = ear.count()
        press("Play")
        wait_until(lambda: np.any(np.abs(ear.samples()[begun:]) > 500), "it plays")
        press("Stop")
        place_of(bus, "Play", BUTTON)
        sleep(0.5)
        at = ear.count()
        sleep(len(samples) / SAMPLE_RATE)
        assert not np.any(np.abs(ear.samples()[at:]) > 100)


def test_without_a_loudspeaker_it_says_so(
    sound: SoundServer, bus: MessageBus, recorded: Path, press: Press
) -> None:
    place_of(bus, "Play", BUTTON)
    sound.kill()
    press("Play")
    place_of(bus, "No loudspeaker could be opened. Is a sound server running?", LABEL)
    place_of(bus, "Play", BUTTON)
