"""The same recordings with no key: the pause ends an utterance."""

import pytest

from tests.journeys.conftest import Spoken
from tests.journeys.test_push_to_talk import SETTINGS
from tests.support.running_assistant import RunningAssistant
from tests.support.sound_server import SoundServer
from tests.support.targets.field import TextField
from tests.support.x_server import XServer

pytestmark = pytest.mark.timeout(600)  # fifty recordings, at the pace they were spoken

MANY = pytest.param(50, marks=pytest.mark.slow)


@pytest.mark.parametrize("count", [12, MANY])
def test_recordings_arrive_exactly_once_without_a_key(
    screen: XServer, sound: SoundServer, spoken: Spoken, tmp_path_factory: pytest.TempPathFactory, count: int
) -> None:
    environment = {**screen.environment, **sound.environment}
    home = tmp_path_factory.mktemp("home")
    arrived: list[str] = []
    with (
        TextField("qt", screen) as field,
        RunningAssistant(home, environment, "--hands-free", settings=SETTINGS) as assistant,
    ):
        field.focus()
        for text, samples in spoken[:count]:
            field.mark()
            sound.play(samples)
            arrived.append(field.received(text))
        assert list(assistant.recordings.glob("*.wav")) == [], "speech that no key announced is never stored"
    wrong = [(text, found) for (text, _), found in zip(spoken[:count], arrived, strict=True) if text != found]
    assert wrong == []
