"""From the first start to words in a box: microphone, key, download with a pause, and speech."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.devices.places import nano_model
from assistant.values.audio import Samples
from tests.journeys.conftest import Spoken
from tests.journeys.first_run.newcomer import Newcomer
from tests.support import http_server as http
from tests.support.http_server import FileServer, folder_files
from tests.support.model_shop import write_catalogue
from tests.support.sound_server import SoundServer
from tests.support.waiting import wait_until
from tests.support.x_server import XServer

pytestmark = pytest.mark.timeout(300)
NAME = "sense-voice-small"


@pytest.fixture
def mirror(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FileServer]:
    """Serve nano under the name of the real model; the first request for its graph stalls half-way."""
    catalogue = write_catalogue(tmp_path / "catalogue.toml", nano_model(), name=NAME)
    monkeypatch.setenv("ASSISTANT_CATALOGUE", str(catalogue))
    half = (nano_model() / "model.int8.onnx").stat().st_size // 2
    with FileServer(
        folder_files(nano_model(), NAME), {"model.int8.onnx": [http.held(half), http.serve]}
    ) as server:
        yield server


def test_the_first_run_from_end_to_end(
    screen: XServer, sound: SoundServer, mirror: FileServer, spoken: Spoken, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    text, phrase = spoken[0]
    with Newcomer(screen, sound.environment, home) as somebody:
        tries_the_microphone(somebody, sound, phrase)
        presses_the_key(somebody, screen)
        fetches_the_model(somebody, mirror, home)
        somebody.sees(lambda seen: seen["page"] == 3, "the last page")
        with screen.holding("Control_R"):
            sound.play(phrase)
        seen = somebody.sees(lambda seen: seen["done"][3], "the words are in the box")
        assert text in seen["box"].lower()
        assert seen["done"] == [True, True, True, True]
        assert somebody.sees_wizard
        somebody.click("Finish")
        wait_until(lambda: not somebody.sees_wizard, "the window is gone")
        assert somebody.quit() == 0

    with Newcomer(screen, sound.environment, home) as somebody:
        screen.wait_for_window("Assistant")
        assert not somebody.sees_wizard, "it is shown once"


def tries_the_microphone(somebody: Newcomer, sound: SoundServer, phrase: Samples) -> None:
    somebody.sees(lambda seen: seen["page"] == 0 and seen["is_active"], "the first page")
    sound.play(phrase)
    somebody.reads("The assistant hears you.")
    somebody.click("Record 3 seconds and play them back")
    somebody.reads("Recording")
    sound.play(phrase)
    somebody.reads("Good. This is what the assistant hears.")
    somebody.click("Next")


def presses_the_key(somebody: Newcomer, screen: XServer) -> None:
    somebody.reads("Press it now")
    screen.tap("Control_R")
    somebody.reads("That is the key.")
    somebody.click("Next")


def fetches_the_model(somebody: Newcomer, mirror: FileServer, home: Path) -> None:
    somebody.click("I accept its licence")
    somebody.click("Mirror")
    somebody.write(mirror.url)
    somebody.click("Download")
    somebody.click("Pause")
    somebody.reads("Paused.")
    arrived = [*(home / "data" / "models" / ".arriving").rglob("*.part")]
    assert sum(path.stat().st_size for path in arrived) > 100_000
    somebody.click("Resume")
    somebody.reads("Another model is in use now.")
    assert [span for path, span in mirror.requests if path.endswith(".onnx")][1].startswith("bytes=")
    somebody.click("Next")
