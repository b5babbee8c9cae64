"""The hands with a repairer: texts are written to fit, taken back, corrected and remembered as they were."""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import monotonic

import pytest

from assistant.act.formatting.formatter import Formatter
from assistant.act.profiles import languages_in
from assistant.act.repair.repairer import Means, Repairer
from assistant.engine.brain import Brain
from assistant.engine.hands import Hands, HandsItem
from assistant.engine.work import Order, Work
from assistant.values.action import InsertText, KeepText, Result, TakeBack, Window
from assistant.values.audio import Trigger, Utterance
from assistant.values.control import Correct, Remember, Undo
from assistant.values.event import ActionPerformed, CorrectionMade, CorrectionOffered, Event, Fault, Trouble
from assistant.values.intent import Context, Dictate, Nothing, Why
from assistant.values.settings import FormatSettings, Profile, Script
from assistant.values.transcript import RunnerUp
from tests.fakes.desktop import RecordingDesktop
from tests.fakes.history import RecordingHistory
from tests.fakes.journal import RecordingJournal
from tests.fakes.mending import RecordingEraser, RecordingWordKeeper, ScriptedCaret
from tests.fakes.recognizer import ScriptedRecognizer, transcript
from tests.fakes.rooms import loud, scripted_rooms

WINDOW = Window(1, "gedit")


class Workplace:
    """Hands, and all that they touch."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.desktop = RecordingDesktop(WINDOW)
        self.history, self.journal = RecordingHistory(), RecordingJournal()
        self.words, self.caret = RecordingWordKeeper(), ScriptedCaret()
        means = Means(monotonic, RecordingEraser(self.desktop), self.caret, self.words)
        rooms = scripted_rooms(self.desktop, ScriptedRecognizer([]))
        rooms = replace(
            rooms,
            history=self.history,
            journal=self.journal,
            keeps_audio=True,
            repairer=Repairer(means, Formatter(FormatSettings())),
        )
        self.hands = Hands(rooms, self.events.append)
        self._number = 0

    def hear(self, text: str, *others: str) -> None:
        """Carry out what follows from hearing `text`, which could also be read as `others`."""
        self._number += 1
        heard = replace(
            transcript(self._number, text), runners_up=tuple(RunnerUp(other, -1.0) for other in others)
        )
        self.journal.complete(Utterance(self._number, 0, loud(0.1), Trigger.PUSH_TO_TALK))
        self.hands.feed(Order(heard, Dictate(text), InsertText(text, WINDOW)))

    def order(self, order: HandsItem) -> None:
        """Give an order."""
        self.hands.feed(order)

    def outcomes(self) -> list[Result]:
        """Return how every action ended."""
        return [event.outcome.result for event in self.events if isinstance(event, ActionPerformed)]


@pytest.fixture
def place() -> Workplace:
    return Workplace()


def test_text_is_written_to_fit_and_history_has_both(place: Workplace) -> None:
    place.hear("One.")
    place.hear("and um two")
    assert place.desktop.texts == ["One.", " And two"]
    transcript_, _, action, _ = place.history.lines[1]
    assert isinstance(action, InsertText)
    assert (action.text, transcript_.text) == (" And two", "and um two")
    assert transcript_.emotion.probability == 0.8  # with its probability, and not in the text


def test_a_phrase_takes_the_newest_text_back_and_is_not_typed(place: Workplace) -> None:
    place.hear("One.")
    place.hear("scratch that")
    assert place.desktop.texts == []
    assert place.outcomes() == [Result.DELIVERED, Result.TAKEN_BACK]
    assert [line[3].result for line in place.history.lines] == [Result.TAKEN_BACK, Result.TAKEN_BACK]
    assert place.history.lines[1][2] == TakeBack(1)
    assert place.history.last_kept() is None
    assert place.journal.kept == [1, 2]  # done with, both


def test_the_key_takes_back_as_many_as_it_says(place: Workplace) -> None:
    for text in ("One.", "Two.", "Three."):
        place.hear(text)
    place.order(Undo(2))
    assert place.desktop.texts == ["One."]
    assert [line[3].result for line in place.history.lines] == [
        Result.DELIVERED,
        Result.TAKEN_BACK,
        Result.TAKEN_BACK,
    ]
    place.order(Undo(5))
    place.order(Undo(1))
    assert place.outcomes()[-2:] == [Result.TAKEN_BACK, Result.UNTOUCHED]


def test_correct_that_offers_and_a_choice_replaces(place: Workplace) -> None:
    place.hear("send it to bob", "send it to Rob")
    place.hear("correct that")
    assert place.events[-1:] == [CorrectionOffered(1, 1, ("send it to Rob",))]
    place.hear("choose one")
    assert place.desktop.texts == ["send it to Rob"]
    assert place.events[-1:] == [CorrectionMade(1, "bob", "Rob")]
    place.order(Remember())
    assert place.words.words == [("bob", "Rob")]
    place.order(Undo(1))
    assert place.desktop.texts == []


def test_nearly_the_same_again_is_typed_and_offered_as_a_replacement(place: Workplace) -> None:
    place.hear("Please send it to bob today.")
    place.hear("Please send it to Rob today.")
    assert len(place.desktop.texts) == 2  # exactly once each, until the user says otherwise
    assert isinstance(place.events[-1], CorrectionOffered)
    place.order(Correct(1))
    assert place.desktop.texts == ["Please send it to Rob today."]


def test_what_was_not_to_be_stored_is_not_stored_when_it_is_corrected(place: Workplace) -> None:
    heard = replace(transcript(1, "for bob only"), runners_up=(RunnerUp("for Rob only", -1.0),))
    place.order(Order(heard, Dictate(heard.text), InsertText(heard.text, WINDOW), is_stored=False))
    place.order(
        Order(transcript(2, "correct that"), Dictate("correct that"), InsertText("correct that", WINDOW))
    )
    place.order(Correct(1))
    assert place.desktop.texts == ["for Rob only"]
    assert [line[0].text for line in place.history.lines] == ["correct that"]


def test_a_choice_without_an_offer_is_typed(place: Workplace) -> None:
    place.hear("choose one")
    assert place.desktop.texts == ["choose one"]
    place.order(Correct(1))
    assert place.outcomes()[-1] is Result.UNTOUCHED


def test_only_dictation_is_written_to_fit(place: Workplace) -> None:
    heard = transcript(1, "um perhaps")
    place.order(Order(heard, Nothing(Why.UNSURE, "um perhaps"), KeepText("um perhaps", "unsure")))
    assert place.history.last_kept() == "um perhaps"


def test_a_recording_that_is_still_needed_is_named_in_the_history(place: Workplace) -> None:
    place.desktop.results = [Result.WRONG_WINDOW]
    place.hear("astray")
    assert place.history.audio == {1: Path("1.wav")}
    place.hear("arrived")
    assert place.history.audio == {1: Path("1.wav"), 2: Path("2-delivered.wav")}


def test_a_style_that_needs_what_is_not_there_types_the_text_as_it_was_heard(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from assistant.act.formatting.script import converter
    from assistant.errors import SettingsError

    converter.cache_clear()
    monkeypatch.setitem(sys.modules, "opencc", None)  # as where it is not installed
    with pytest.raises(SettingsError, match="hant"):
        converter(Script.TAIWAN)
    means = Means(monotonic)
    rooms = scripted_rooms(place.desktop, ScriptedRecognizer([]))
    repairer = Repairer(means, Formatter(FormatSettings(script=Script.TAIWAN)))
    hands = Hands(replace(rooms, repairer=repairer), place.events.append)
    hands.feed(Order(transcript(1, "鼠标"), Dictate("鼠标"), InsertText("鼠标", WINDOW)))
    assert place.desktop.texts == ["鼠标"]
    assert any(isinstance(event, Trouble) and event.fault is Fault.DELIVERY for event in place.events)


def test_a_history_that_cannot_be_written_stops_no_repair(place: Workplace) -> None:
    place.hear("One.")
    place.history.refusal = OSError(28, "No space left on device")
    place.order(Undo(1))
    assert place.desktop.texts == []
    assert any(isinstance(event, Trouble) and event.fault is Fault.STORAGE for event in place.events)


class MultilingualRecognizer(ScriptedRecognizer):
    """Remembers which languages it was told to expect, once an item."""

    def __init__(self, texts: list[str | Exception]) -> None:
        super().__init__(texts)
        self.told: list[tuple[str, ...]] = []

    def speak(self, languages: tuple[str, ...]) -> None:
        self.told.append(languages)


def test_the_recogniser_is_told_which_languages_are_spoken_in_the_window() -> None:
    recognizer = MultilingualRecognizer(["ni hao", "hello"])
    rooms = scripted_rooms(RecordingDesktop(WINDOW), recognizer)
    brain = Brain(recognizer, rooms.router, rooms.planner, lambda _: None)
    brain.languages = partial(languages_in, (Profile("gedit", languages=("zh",)),))
    for number, window in enumerate((WINDOW, Window(2, "mail")), 1):
        utterance = Utterance(number, 0, loud(0.1), Trigger.PUSH_TO_TALK)
        assert len(list(brain.feed(Work(utterance, Context(window=window))))) == 1
    assert recognizer.told == [("zh",), ()]
