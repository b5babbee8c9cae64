"""The promise as the kernel sees it: what is said here stays here. No library below us breaks it either."""

import subprocess
import sys
from pathlib import Path

import pytest

from assistant.devices import places
from tests.journeys.conftest import Spoken
from tests.journeys.test_push_to_talk import SETTINGS, hold_and_speak
from tests.support.running_assistant import RunningAssistant
from tests.support.sound_server import SoundServer
from tests.support.system_calls import SILENCERS, TracedSockets
from tests.support.targets.field import TextField
from tests.support.x_server import XServer


@pytest.fixture
def traced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TracedSockets:
    """Trace programs, in the environment of a user."""
    for name in SILENCERS:
        monkeypatch.delenv(name, raising=False)
    return TracedSockets(tmp_path)


def test_recognising_a_recording_opens_no_internet_socket(
    traced: TracedSockets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    recording = places.resources() / "recordings" / "music.flac"
    command = [*traced.command, sys.executable, "-m", "assistant", "transcribe", str(recording)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=True)
    assert done.stdout.strip()
    assert traced.internet == []


def test_dictating_with_no_language_model_opens_no_internet_socket(
    traced: TracedSockets, screen: XServer, sound: SoundServer, spoken: Spoken, tmp_path: Path
) -> None:
    environment = {**screen.environment, **sound.environment}
    with (
        TextField("qt", screen) as field,
        RunningAssistant(
            tmp_path / "home", environment, settings=SETTINGS, before=traced.command
        ) as assistant,
    ):
        field.focus()
        for number, (_, samples) in enumerate(spoken[:3]):
            hold_and_speak(screen, sound, samples)
            assistant.wait_for_delivery(number + 1)
    assert "AF_UNIX" in traced.families  # so calls were seen
    assert traced.internet == []


def test_a_question_to_a_language_model_is_seen(
    traced: TracedSockets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    for arguments in (("on",), ("use", "http://127.0.0.1:9"), ("ask", "hello")):
        command = [*traced.command, sys.executable, "-m", "assistant", "consult", *arguments]
        subprocess.run(command, capture_output=True, timeout=100, check=False)
    assert traced.internet
