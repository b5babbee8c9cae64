"""Private mode, and applications of which nothing is kept: no recording and no history, not for a moment."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from assistant.engine.discretion.privacy import Privacy
from assistant.engine.engine import Engine
from assistant.values.action import Window
from assistant.values.audio import samples_in
from assistant.values.control import Press, Release, SetPrivacy
from assistant.values.event import ActionPerformed, Event, PrivacyChanged
from assistant.values.settings import KeepSettings
from tests.fakes.desktop import RecordingDesktop
from tests.fakes.hand_fed_source import HandFedSource
from tests.fakes.history import RecordingHistory
from tests.fakes.journal import RecordingJournal
from tests.fakes.recognizer import ScriptedRecognizer
from tests.fakes.rooms import chunks, loud, scripted_rooms
from tests.support.waiting import PATIENCE, wait_until

MAIL = Window(1, "Mail")
BANK = Window(2, "Bank")


class Scene:
    """An engine that stores everything it may store where a test can look."""

    def __init__(self, privacy: Privacy) -> None:
        self.journal, self.history = RecordingJournal(), RecordingHistory()
        self.desktop, self.source = RecordingDesktop(MAIL), HandFedSource()
        self.events: list[Event] = []
        rooms = scripted_rooms(self.desktop, ScriptedRecognizer(["one", "two", "three"]))
        rooms = replace(rooms, journal=self.journal, history=self.history, privacy=privacy)
        self.engine = Engine(rooms, self.source, (self.events.append,))
        self.engine.start()
        self._at = 0

    def dictate(self, window: Window) -> None:
        """Hold the key for a second in a window, and wait for the delivery."""
        self.desktop.window = window
        done = self.count(ActionPerformed)
        self.engine.post(Press(self._at + samples_in(100), window))
        for chunk in chunks(loud(1.0), 512):
            self.source.hear(replace(chunk, start=chunk.start + self._at))
        self.engine.post(Release(self._at + samples_in(600)))
        self._at += samples_in(1000)
        wait_until(lambda: self.count(ActionPerformed) > done, "the delivery")

    def count(self, kind: type) -> int:
        """Count events of a kind."""
        return sum(isinstance(event, kind) for event in self.events)

    def is_untouched(self) -> bool:
        """Tell whether not a sample and not a line was ever handed to a keeper."""
        return not (self.journal.pieces or self.journal.completed or self.history.lines)


@pytest.fixture
def scenes() -> Iterator[Callable[[KeepSettings], Scene]]:
    made: list[Scene] = []

    def make(settings: KeepSettings) -> Scene:
        made.append(Scene(Privacy(settings)))
        return made[-1]

    yield make
    for scene in made:
        assert scene.engine.stop(PATIENCE)


Make = Callable[[KeepSettings], Scene]


def test_private_mode_keeps_nothing_and_types_all_the_same(scenes: Make) -> None:
    scene = scenes(KeepSettings(private=True))
    scene.dictate(MAIL)
    assert scene.desktop.texts == ["one"]
    assert scene.is_untouched()


def test_of_an_application_that_was_named_nothing_is_kept(scenes: Make) -> None:
    scene = scenes(KeepSettings(never_store=("bank",)))
    scene.dictate(BANK)
    assert scene.is_untouched()
    scene.dictate(MAIL)
    assert scene.journal.completed == {2}
    assert len(scene.history.lines) == 1
    assert scene.desktop.texts == ["one", "two"]


def test_private_mode_begins_and_ends_with_a_word(scenes: Make) -> None:
    scene = scenes(KeepSettings())
    scene.engine.post(SetPrivacy(is_private=True))
    scene.dictate(MAIL)
    assert scene.is_untouched()
    scene.engine.post(SetPrivacy(is_private=False))
    scene.dictate(MAIL)
    assert len(scene.history.lines) == 1
    assert [event.is_private for event in scene.events if isinstance(event, PrivacyChanged)] == [True, False]
