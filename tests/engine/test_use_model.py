"""Another model while the assistant runs: no utterance is lost, and a bad one changes nothing."""

from dataclasses import replace
from pathlib import Path

from assistant.engine.engine import Engine
from assistant.engine.ports import Recognizer
from assistant.errors import ModelNotFoundError
from assistant.values.audio import samples_in
from assistant.values.control import Press, Release, UseModel
from assistant.values.event import Event, Recovered, Trouble
from tests.fakes.desktop import RecordingDesktop
from tests.fakes.hand_fed_source import HandFedSource
from tests.fakes.recognizer import ScriptedRecognizer
from tests.fakes.rooms import chunks, loud, scripted_rooms
from tests.support.waiting import PATIENCE, wait_until

GONE = Path("gone")


def load(folder: Path | None) -> Recognizer:
    if folder == GONE:
        raise ModelNotFoundError("there is no model in gone")
    return ScriptedRecognizer(["by the other"] * 9)


class Running:
    """An engine that hears 300 ms of speech every half second."""

    def __init__(self) -> None:
        self.desktop, self.source, self.told = RecordingDesktop(), HandFedSource(), list[Event]()
        rooms = scripted_rooms(self.desktop, ScriptedRecognizer(["by the first"] * 9))
        self.engine = Engine(replace(rooms, use_model=load), self.source, (self.told.append,))
        self.engine.start()
        self.audio = iter(chunks(loud(9.0), 8000))
        self.at = 0

    def speak(self) -> None:
        self.engine.post(Press(self.at + samples_in(100)))
        self.source.hear(next(self.audio))
        self.engine.post(Release(self.at + samples_in(400)))
        self.source.hear(next(self.audio))
        self.at += samples_in(1000)


def test_utterances_before_the_change_and_after_it_are_all_delivered() -> None:
    running = Running()
    running.speak()
    wait_until(lambda: running.desktop.texts == ["by the first"])
    running.engine.post(UseModel(Path("other")))
    running.speak()
    running.speak()
    wait_until(lambda: len(running.desktop.texts) == 3)
    assert running.desktop.texts == ["by the first", "by the other", "by the other"]
    assert running.engine.stop(PATIENCE)


def test_a_model_that_cannot_be_loaded_leaves_the_one_before() -> None:
    running = Running()
    running.speak()
    wait_until(lambda: running.desktop.texts)
    running.engine.post(UseModel(GONE))
    running.speak()
    wait_until(lambda: len(running.desktop.texts) == 2)
    assert running.desktop.texts == ["by the first", "by the first"]
    troubles = [event for event in running.told if isinstance(event, Trouble | Recovered)]
    assert [type(event) for event in troubles] == [Trouble, Recovered]
    assert "gone" in troubles[0].message
    assert running.engine.stop(PATIENCE)
