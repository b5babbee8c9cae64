"""The voice of a front reaches the engine that is wired as it ships, also after its settings changed."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.consult.ports import Stop
from assistant.values.action import Window
from assistant.values.control import Job, Say, UseSettings
from assistant.values.event import Event, SettingsChanged
from assistant.values.settings import ConsultSettings, RecognizeSettings, Settings
from assistant.wiring import build
from tests.fakes.desktop import RecordingDesktop
from tests.fakes.hand_fed_source import HandFedSource
from tests.support.chat_server import ChatServer, talk
from tests.support.waiting import PATIENCE, wait_until

WINDOW = Window(7, "editor")


class RecordingVoice:
    """Implements consult.ports.Voice, and remembers what it was to say."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.is_closed = False

    def speak(self, text: str, language: str, token: Stop) -> None:
        self.said.append(text)

    def close(self) -> None:
        self.is_closed = True


def test_the_voice_of_a_front_speaks_before_and_after_a_change_of_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    found, told = list[RecordingVoice](), list[Event]()

    def find_voice(language: str) -> RecordingVoice:
        found.append(RecordingVoice())
        return found[-1]

    with ChatServer(talk("That is all there is.")) as server:
        consult = ConsultSettings(is_on=True, speaks=True, server=server.url, model="tiny")
        recognize = RecognizeSettings(isolated=False, demo_confidence=0.0)
        settings = replace(Settings(), recognize=recognize, consult=consult)
        desktop = RecordingDesktop(WINDOW)
        engine = build(settings, HandFedSource(), desktop, told.append, find_voice=find_voice)
        engine.start()
        try:
            assert engine.wait_until_loaded(60)
            engine.post(Say("what is there", WINDOW, Job.ASK))
            wait_until(lambda: found and found[0].said, "the first answer")
            changed = replace(settings, consult=replace(consult, longest_conversation=2))
            engine.post(UseSettings(changed))
            wait_until(lambda: any(isinstance(each, SettingsChanged) for each in told), "the change")
            engine.post(Say("what is there", WINDOW, Job.ASK))
            wait_until(lambda: len(found) > 1 and found[1].said, "the second answer")
        finally:
            assert engine.stop(PATIENCE)
    assert [voice.said for voice in found] == [["That is all there is."]] * 2
    assert all(voice.is_closed for voice in found)
