"""What the overlay says about an utterance, step by step."""

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from assistant.tray.overlay.story import Choice, Page, Story
from assistant.tray.standing import Face
from assistant.values.action import (
    AskFirst,
    DoNothing,
    Execute,
    InsertText,
    KeepText,
    Outcome,
    Result,
    TakeBack,
    Window,
)
from assistant.values.audio import SpeechStarted, Trigger, Utterance
from assistant.values.control import Mode
from assistant.values.event import (
    ActionPerformed,
    CorrectionOffered,
    Fault,
    IntentRouted,
    MicrophoneOpened,
    MicrophoneOpening,
    ModeChanged,
    PauseChanged,
    RecordingLimited,
    Trouble,
    UtteranceDropped,
    UtteranceEnded,
)
from assistant.values.intent import Command, Dictate, Nothing, Suggest, Why
from tests.tray.overlay.scenes import said

BEGUN = SpeechStarted(1, 0, Trigger.PUSH_TO_TALK)
HEARD = SpeechStarted(1, 0, Trigger.HANDS_FREE)


@pytest.fixture
def story(app: QApplication) -> Story:
    return Story(Mode.PUSH_TO_TALK)


def after(story: Story, *events: object) -> Page:
    for event in events:
        story.follow(event)
    assert story.page is not None
    return story.page


def did(text: str, outcome: Outcome) -> ActionPerformed:
    return ActionPerformed(1, InsertText(text, None), outcome)


def test_a_dictation_from_the_first_sound_to_the_window(story: Story) -> None:
    assert after(story, BEGUN).face is Face.HEARING
    partial = after(story, said("good mor", "en", is_final=False))
    assert (partial.text, partial.is_final, partial.language) == ("good mor", False, "en")
    assert (
        after(story, UtteranceEnded(Utterance(1, 0, np.zeros(800, np.int16), Trigger.PUSH_TO_TALK))).face
        is Face.THINKING
    )
    assert after(story, said("good morning", "en", is_final=True)).is_final
    assert after(story, IntentRouted(1, Dictate("good morning"))).face is Face.ACTING
    end = after(story, did("Good morning.", Outcome(Result.DELIVERED, window=Window(7, "gedit"))))
    assert (end.text, end.note, end.choices) == ("Good morning.", "Typed into gedit", (Choice.UNDO,))
    assert end.stays_ms > 0


def test_partial_text_can_be_switched_off(story: Story) -> None:
    story.with_partial_text = False
    assert after(story, BEGUN, said("good mor", "en", is_final=False)).text == ""
    assert after(story, said("good morning", "en", is_final=True)).text == "good morning"


@pytest.mark.parametrize(
    "event",
    [
        ActionPerformed(1, KeepText("words", "unsure"), Outcome(Result.KEPT)),
        IntentRouted(1, Nothing(Why.UNSURE, "words")),
        did("words", Outcome(Result.WRONG_WINDOW, "The window has changed.")),
    ],
)
def test_what_was_not_typed_is_one_click_away(story: Story, event: object) -> None:
    page = after(story, BEGUN, event)
    assert page.text == "words"
    assert page.choices == (Choice.KEEP,)
    assert page.note in {"Not sure of it, so it was not typed", "The window has changed."}


@pytest.mark.parametrize("why", list(Why))
def test_every_reason_for_nothing_is_said(story: Story, why: Why) -> None:
    page = after(story, BEGUN, IntentRouted(1, Nothing(why, "words")))
    assert page.note not in {"", "Nothing done"}


def test_silence_after_a_key_is_told_and_offers_nothing(story: Story) -> None:
    page = after(story, BEGUN, IntentRouted(1, Nothing(Why.NO_SPEECH)))
    assert (page.note, page.choices) == ("No speech heard", ())
    assert after(story, ActionPerformed(1, DoNothing("no_speech"), Outcome(Result.NOTHING))) == page


def test_what_others_say_is_not_shown(story: Story) -> None:
    story.follow(ModeChanged(Mode.WAKE_PHRASE))
    story.follow(HEARD)
    story.follow(said("private talk", "en", is_final=True))
    story.follow(IntentRouted(1, Nothing(Why.NOT_ADDRESSED)))
    assert story.page is None
    story.follow(ModeChanged(Mode.HANDS_FREE))
    assert after(story, HEARD).face is Face.HEARING


def test_a_cancelled_one_is_gone(story: Story) -> None:
    after(story, BEGUN)
    story.follow(UtteranceDropped(1))
    assert story.page is None


def test_a_microphone_that_is_late_is_told(story: Story) -> None:
    assert "getting ready" in after(story, BEGUN, MicrophoneOpening()).note
    assert after(story, MicrophoneOpened("Headset")).note == "Hearing…"
    assert "10 s" in after(story, RecordingLimited(10.0)).note


def test_commands_say_what_they_were_taken_for_and_what_came_of_it(story: Story) -> None:
    command = Command("tabs.close", said="clothes tab", taken_for="close tab")
    assert after(story, BEGUN, IntentRouted(1, command)).note == "Taken for: close tab"
    assert after(story, ActionPerformed(1, Execute(()), Outcome(Result.DONE))).note == "Done"
    failed = after(story, ActionPerformed(1, Execute(()), Outcome(Result.FAILED, "There is no tab.")))
    assert failed.note == "There is no tab."
    assert (
        "close tab, new tab"
        in after(story, IntentRouted(1, Suggest("clothe", ("close tab", "new tab")))).note
    )


def test_a_question_is_left_to_its_card(story: Story) -> None:
    after(story, BEGUN)
    story.follow(ActionPerformed(1, AskFirst((), "Shut down?"), Outcome(Result.ASKED)))
    assert story.page is None


def test_corrections_are_offered(story: Story) -> None:
    page = after(story, CorrectionOffered(1, 1, ("Rob", "Bob")))
    assert page.note == "Or: Rob"
    assert page.choices == (Choice.SWAP, Choice.UNDO)
    assert (
        after(story, ActionPerformed(1, TakeBack(1), Outcome(Result.TAKEN_BACK, "Taken back."))).choices == ()
    )


def test_troubles_and_pauses_are_told(story: Story) -> None:
    assert after(story, Trouble(Fault.MODEL, "No model.")).face is Face.TROUBLE
    assert after(story, PauseChanged(is_paused=True)).face is Face.OFF
    assert after(story, PauseChanged(is_paused=False)).note == "Hearing again"
