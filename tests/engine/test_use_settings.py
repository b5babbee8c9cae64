"""Other settings while the assistant runs: between two utterances, each part on its own thread."""

from dataclasses import replace
from threading import current_thread

from assistant.engine.engine import Engine
from assistant.engine.ports import Keepers, Recognizer
from assistant.errors import ModelNotFoundError
from assistant.values.audio import samples_in
from assistant.values.control import Mode, Press, Release, UseSettings
from assistant.values.event import (
    Event,
    Fault,
    ModeChanged,
    PrivacyChanged,
    Recovered,
    SettingsChanged,
    Trouble,
    UtteranceEnded,
)
from assistant.values.settings import HearSettings, KeepSettings, RecognizeSettings, Settings
from tests.fakes.desktop import RecordingDesktop
from tests.fakes.hand_fed_source import HandFedSource
from tests.fakes.recognizer import ScriptedRecognizer
from tests.fakes.rooms import chunks, loud, scripted_rooms
from tests.support.waiting import PATIENCE, wait_until

OTHER = replace(Settings(), recognize=RecognizeSettings(language="zh"))


class RecordingFitter:
    """Remembers who was fitted to what, and on which thread."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.fitted: list[tuple[str, str, Settings]] = []
        self.failure = failure

    def hear(self, settings: Settings) -> None:
        self._note("hear", settings)

    def keep(self, settings: Settings) -> Keepers:
        self._note("keep", settings)
        return Keepers()

    def think(self, settings: Settings) -> Recognizer | None:
        self._note("think", settings)
        if self.failure is not None:
            raise self.failure
        is_other = settings.recognize.language == "zh"
        return ScriptedRecognizer(["by the other"] * 9) if is_other else None

    def consult(self, settings: Settings) -> None:
        return None

    def act(self, settings: Settings) -> None:
        self._note("act", settings)

    def _note(self, what: str, settings: Settings) -> None:
        self.fitted.append((what, current_thread().name, settings))


class Running:
    """An engine that hears 300 ms of speech every second."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.desktop, self.source, self.told = RecordingDesktop(), HandFedSource(), list[Event]()
        self.fitter = RecordingFitter(failure)
        rooms = scripted_rooms(self.desktop, ScriptedRecognizer(["by the first"] * 9))
        self.engine = Engine(replace(rooms, fitter=self.fitter), self.source, (self.told.append,))
        self.engine.start()
        self.audio = iter(chunks(loud(9.0), 8000))
        self.at = 0

    def press(self) -> None:
        self.engine.post(Press(self.at + samples_in(100)))
        self.source.hear(next(self.audio))

    def release(self) -> None:
        self.engine.post(Release(self.at + samples_in(400)))
        self.source.hear(next(self.audio))
        self.at += samples_in(1000)

    def speak(self) -> None:
        self.press()
        self.release()

    def typed(self, count: int) -> list[str]:
        wait_until(lambda: len(self.desktop.texts) == count, f"{count} texts")
        return self.desktop.texts


def test_each_room_is_fitted_on_its_own_thread_and_the_next_utterance_goes_by_it() -> None:
    running = Running()
    running.speak()
    running.typed(1)
    running.engine.post(UseSettings(OTHER))
    running.speak()
    assert running.typed(2) == ["by the first", "by the other"]
    assert running.fitter.fitted == [
        ("keep", "ear", OTHER),
        ("hear", "ear", OTHER),
        ("think", "brain", OTHER),
        ("act", "hands", OTHER),
    ]
    assert [event for event in running.told if isinstance(event, SettingsChanged)] == [SettingsChanged(OTHER)]
    assert running.engine.stop(PATIENCE)


def test_what_is_being_said_is_still_heard_read_and_acted_on_by_the_settings_before() -> None:
    running = Running()
    running.press()
    wait_until(lambda: running.told, "the key")
    running.engine.post(UseSettings(OTHER))
    running.engine.post(UseSettings(replace(OTHER, hear=HearSettings(vad_mode=3))))
    assert running.fitter.fitted == []
    running.release()
    running.speak()
    assert running.typed(2) == ["by the first", "by the other"]
    assert [fitted[0] for fitted in running.fitter.fitted] == ["keep", "hear", "think", "act"]
    assert running.fitter.fitted[0][2].hear.vad_mode == 3, "the newest counts"
    order = [type(event) for event in running.told if isinstance(event, UtteranceEnded | SettingsChanged)]
    assert order == [UtteranceEnded, SettingsChanged, UtteranceEnded]
    assert running.engine.stop(PATIENCE)


def test_mode_and_privacy_change_only_where_the_settings_say_otherwise_than_before() -> None:
    running = Running()
    free = replace(Settings(), mode=Mode.HANDS_FREE, keep=KeepSettings(private=True))
    running.engine.post(UseSettings(free))
    running.engine.post(UseSettings(replace(free, hear=HearSettings(sounds=True))))
    wait_until(lambda: len(running.fitter.fitted) == 8, "two changes")
    changes = [event for event in running.told if isinstance(event, ModeChanged | PrivacyChanged)]
    assert changes == [ModeChanged(Mode.HANDS_FREE), PrivacyChanged(is_private=True)]
    assert running.engine.stop(PATIENCE)


def test_a_model_that_cannot_be_loaded_is_told_and_everything_else_is_taken_up() -> None:
    running = Running(ModelNotFoundError("there is no model in gone"))
    running.engine.post(UseSettings(OTHER))
    running.speak()
    assert running.typed(1) == ["by the first"]
    wait_until(lambda: len(running.fitter.fitted) == 4, "all rooms")
    troubles = [event for event in running.told if isinstance(event, Trouble | Recovered)]
    assert [type(event) for event in troubles] == [Trouble, Recovered]
    assert troubles[0].fault is Fault.MODEL
    assert running.engine.stop(PATIENCE)
