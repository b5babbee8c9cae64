"""Texts are made to fit, taken back and corrected."""

from dataclasses import replace

import pytest

from assistant.act.formatting.formatter import Formatter
from assistant.act.repair import repairer as room
from assistant.act.repair.repairer import Means, Repairer
from assistant.values.action import InsertText, Method, Outcome, RememberCorrection, Result, TakeBack, Window
from assistant.values.commands.asked import TextRecalled
from assistant.values.event import CorrectionMade, CorrectionOffered
from assistant.values.settings import FormatSettings, Profile
from assistant.values.transcript import RunnerUp, Transcript
from tests.fakes.desktop import RecordingDesktop
from tests.fakes.mending import RecordingEraser, RecordingMarker, RecordingWordKeeper, ScriptedCaret
from tests.fakes.recognizer import transcript

WINDOW, OTHER = Window(1, "gedit"), Window(2, "mail")


class Desk:
    """A repairer with everything around it; the clock stands until it is moved."""

    def __init__(self, settings: FormatSettings | None = None, profiles: tuple[Profile, ...] = ()) -> None:
        self.now = 100.0
        self.desktop = RecordingDesktop(WINDOW)
        self.eraser = RecordingEraser(self.desktop)
        self.caret, self.words = ScriptedCaret(), RecordingWordKeeper()
        self.marker = RecordingMarker()
        means = Means(lambda: self.now, self.eraser, self.caret, self.words, self.marker)
        self.repairer = Repairer(means, Formatter(settings or FormatSettings(), profiles))

    def say(
        self,
        text: str,
        window: Window = WINDOW,
        result: Result = Result.DELIVERED,
        others: tuple[str, ...] = (),
    ) -> CorrectionOffered | None:
        """Dictate `text` into `window`."""
        heard = replace(
            transcript(len(self.desktop.texts) + 1, text),
            runners_up=tuple(RunnerUp(other, -1.0) for other in others),
        )
        action = self.repairer.write(InsertText(text, window), heard, window)
        self.desktop.window = window
        self.desktop.results = [result]
        return self.repairer.note(action, self.desktop.insert(action.text, window), heard)


def test_a_text_joins_our_own_last_one_while_it_is_fresh() -> None:
    desk = Desk()
    for text in ("It begins.", "and goes on", "The end"):
        desk.say(text)
    desk.now += room.AGAIN + 60
    desk.say("Later")
    assert desk.desktop.texts == ["It begins.", " And goes on", " the end", "Later"]


def test_what_the_application_says_counts_more_than_what_we_remember() -> None:
    desk = Desk()
    desk.say("One.")
    desk.caret.text = "something (typed by hand "
    desk.say("The rest")
    assert desk.desktop.texts[-1] == "the rest"


def test_after_the_user_typed_nothing_is_known() -> None:
    desk = Desk()
    desk.say("One.")
    desk.caret.has_moved = True
    desk.say("two")
    assert desk.desktop.texts[-1] == "two"


def test_another_window_begins_afresh() -> None:
    desk = Desk()
    desk.say("One.")
    desk.say("two", OTHER)
    assert desk.desktop.texts[-1] == "two"


def test_what_did_not_arrive_is_not_stood_before_the_caret() -> None:
    desk = Desk()
    desk.say("One.", result=Result.ON_CLIPBOARD)
    desk.say("two")
    assert desk.desktop.texts == ["two"]


def test_a_profile_says_how_text_gets_in() -> None:
    desk = Desk(profiles=(Profile("gedit", method=Method.CTRL_V),))
    heard = transcript(1, "hi")
    assert desk.repairer.write(InsertText("hi", WINDOW), heard, WINDOW).method is Method.CTRL_V
    assert desk.repairer.write(InsertText("hi", OTHER), heard, OTHER).method is Method.AUTO


def test_the_newest_texts_are_taken_back_newest_first() -> None:
    desk = Desk()
    for text in ("one", "two", "three"):
        desk.say(text)
        desk.repairer.file(len(desk.desktop.texts) * 10)
    mended = desk.repairer.take_back(2)
    assert mended.outcome.result is Result.TAKEN_BACK
    assert [trace.line for trace in mended.taken] == [30, 20]
    assert desk.desktop.texts == ["one"]


def test_more_than_there_is_is_told() -> None:
    desk = Desk()
    desk.say("one")
    mended = desk.repairer.take_back(3)
    assert mended.outcome.result is Result.TAKEN_BACK
    assert mended.outcome.message == f"1 taken back; then: {room.EMPTY}"
    assert desk.repairer.take_back(1).outcome == Outcome(Result.UNTOUCHED, room.EMPTY)


def test_a_refusal_leaves_everything_as_it_was() -> None:
    desk = Desk()
    desk.say("one")
    desk.eraser.refusals = [Outcome(Result.UNTOUCHED, "The focus moved.")]
    assert desk.repairer.take_back(1).outcome.message == "The focus moved."
    assert desk.repairer.take_back(1).outcome.result is Result.TAKEN_BACK


def test_without_an_eraser_it_says_so() -> None:
    repairer = Repairer(Means(lambda: 0.0))
    repairer.note(InsertText("one", WINDOW), Outcome(Result.DELIVERED, window=WINDOW), transcript(1, "one"))
    assert repairer.take_back(1).outcome == Outcome(Result.UNTOUCHED, room.NO_WAY)
    assert repairer.remember().outcome.result is Result.UNTOUCHED
    repairer.close()


def test_correct_that_offers_the_other_readings_as_they_would_be_written() -> None:
    desk = Desk()
    desk.say("First.")
    desk.say("send it to bob", others=("send it to Rob", "send it to bob", "sent it to bob"))
    mended = desk.repairer.offer()
    assert mended.event == CorrectionOffered(2, 1, ("Send it to Rob", "Sent it to bob"))
    corrected = desk.repairer.correct(1)
    assert corrected.retype == InsertText(" Send it to Rob", WINDOW)
    assert corrected.event == CorrectionMade(2, "bob", "Rob")
    assert desk.desktop.texts == ["First."]
    assert desk.repairer.correct(1).outcome.message == room.NO_OFFER


def test_without_other_readings_nothing_is_offered() -> None:
    desk = Desk()
    desk.say("one")
    assert desk.repairer.offer().outcome.message == room.NO_OTHER
    assert desk.repairer.understand("choose one") is None


@pytest.mark.parametrize(("later", "is_offered"), [(14.0, True), (16.0, False)])
def test_nearly_the_same_again_within_15_seconds_offers_to_replace(later: float, is_offered: bool) -> None:
    desk = Desk()
    desk.say("Please send it to bob today.")
    desk.now += later
    offer = desk.say("Please send it to Rob today.")
    assert (offer is not None) is is_offered
    if offer is None:
        return
    assert (offer.count, offer.choices) == (2, ("Please send it to Rob today.",))
    mended = desk.repairer.correct(1)
    assert desk.desktop.texts == []
    assert mended.retype == InsertText("Please send it to Rob today.", WINDOW)
    assert mended.event == CorrectionMade(2, "bob", "Rob")


def test_a_second_attempt_is_written_as_if_it_had_been_the_first() -> None:
    desk = Desk()
    desk.say("It was so")  # the model wrote no full stop
    desk.say("The cat sat on the met")
    offer = desk.say("The cat sat on the mat")
    assert desk.desktop.texts[1:] == [" the cat sat on the met", " the cat sat on the mat"]
    assert offer is not None
    assert offer.choices == ("the cat sat on the mat",)
    assert desk.repairer.correct(1).retype == InsertText(" the cat sat on the mat", WINDOW)


def test_no_offer_in_another_window_or_where_it_is_not_wanted() -> None:
    desk = Desk()
    desk.say("Please send it to bob today.")
    assert desk.say("Please send it to Rob today.", OTHER) is None
    quiet = Desk(FormatSettings(offer_corrections=False))
    quiet.say("Please send it to bob today.")
    assert quiet.say("Please send it to Rob today.") is None


def test_a_correction_becomes_a_word() -> None:
    desk = Desk()
    desk.say("send it to bob now", others=("send it to Rob now",))
    desk.repairer.offer()
    desk.repairer.correct(1)
    assert desk.repairer.remember().outcome.result is Result.DONE
    assert desk.words.words == [("bob", "Rob")]
    assert desk.repairer.remember().outcome.result is Result.UNTOUCHED


def test_a_disk_that_is_full_is_told() -> None:
    desk = Desk()
    desk.words.refusal = OSError(28, "No space left on device")
    desk.say("send it to bob now", others=("send it to Rob now",))
    desk.repairer.offer()
    desk.repairer.correct(1)
    assert "No space left" in desk.repairer.remember().outcome.message


def test_phrases_are_understood() -> None:
    desk = Desk()
    assert desk.repairer.understand("scratch that") == TakeBack(1)
    assert desk.repairer.understand("remember this correction") == RememberCorrection()


def test_no_words_are_shown() -> None:
    desk = Desk()
    desk.say("xylophone", others=("saxophone",))
    shown = repr(desk.repairer.offer()) + repr(desk.repairer.take_back(1)) + repr(Transcript)
    assert "phone" not in shown


def test_the_newest_text_is_written_otherwise_in_its_own_window() -> None:
    desk = Desk()
    desk.say("one two")
    mended = desk.repairer.change(str.upper, WINDOW)
    assert mended.retype == InsertText("ONE TWO", WINDOW, is_confirmed=True)
    assert len(mended.taken) == 1
    assert desk.desktop.texts == []


def test_what_cannot_be_written_otherwise_stays() -> None:
    desk = Desk()
    assert desk.repairer.change(str.upper, WINDOW).outcome.message == room.NO_TEXT
    desk.say("one two")
    assert desk.repairer.change(lambda _: None, WINDOW).outcome.message == room.NOT_THERE
    assert desk.repairer.change(str.lower, WINDOW).outcome.result is Result.DONE
    desk.eraser.refusals = [Outcome(Result.UNTOUCHED, "Something else stands there.")]
    assert desk.repairer.change(str.upper, WINDOW).retype is None
    assert desk.desktop.texts == ["one two"]


def test_words_are_selected_and_then_written_otherwise() -> None:
    desk = Desk()
    desk.say("one two three")
    assert desk.repairer.mark(lambda text: (4, 7), WINDOW).outcome.result is Result.DONE
    assert desk.marker.marked == [("two", " three")]
    mended = desk.repairer.change(str.upper, WINDOW)
    assert (mended.taken, mended.retype) == ((), InsertText("TWO", WINDOW, is_confirmed=True))


@pytest.mark.parametrize("change", ["window", "keys"])
def test_what_was_selected_counts_no_more_once_anything_happened(change: str) -> None:
    desk = Desk()
    desk.say("one two three")
    desk.repairer.mark(lambda text: (4, 7), WINDOW)
    desk.caret.has_moved = change == "keys"
    mended = desk.repairer.change(str.upper, OTHER if change == "window" else WINDOW)
    assert mended.retype == InsertText("ONE TWO THREE", WINDOW, is_confirmed=True)


def test_words_that_are_not_there_or_not_known_are_not_selected() -> None:
    desk = Desk()
    assert desk.repairer.mark(lambda text: (0, 1), WINDOW).outcome.message == room.NO_TEXT
    desk.say("one")
    assert desk.repairer.mark(lambda text: None, WINDOW).outcome.message == room.NOT_THERE
    desk.marker.refusal = Outcome(Result.UNTOUCHED, "Something else.")
    assert desk.repairer.mark(lambda text: (0, 3), WINDOW).outcome.message == "Something else."
    assert desk.repairer.change(str.upper, WINDOW).taken  # it is the text that is meant, and nothing selected
    bare = Repairer(Means(lambda: 0.0))
    bare.note(InsertText("x", WINDOW), Outcome(Result.DELIVERED, window=WINDOW), transcript(1, "x"))
    assert bare.mark(lambda text: (0, 1), WINDOW).outcome.message == room.NO_MARKER


def test_the_newest_text_is_typed_again_and_recalled() -> None:
    desk = Desk()
    assert desk.repairer.again(WINDOW).outcome.message == room.NO_TEXT
    assert desk.repairer.recall().outcome.message == room.NO_TEXT
    desk.say("one")
    assert desk.repairer.again(OTHER).retype == InsertText("one", OTHER, is_confirmed=True)
    assert desk.repairer.recall().event == TextRecalled("one")
