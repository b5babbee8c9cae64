from dataclasses import replace

import pytest

from assistant.understand.gate import Gate
from assistant.understand.router import Router
from assistant.understand.safety import PATIENCE
from assistant.understand.sounds.wake import WINDOW
from assistant.values.action import Window
from assistant.values.audio import SAMPLE_RATE
from assistant.values.control import Job, Mode
from assistant.values.intent import (
    Ask,
    Command,
    Commands,
    Confirm,
    Context,
    Dictate,
    Intent,
    Nothing,
    Suggest,
    Why,
)
from assistant.values.settings import CommandSettings, RecognizeSettings
from assistant.values.transcript import Tag, Transcript
from tests.fakes.recognizer import transcript
from tests.support.commands import builtin_router

ROUTER = Router(Gate(RecognizeSettings(demo_confidence=0.6)))
DICTATE, COMMAND = Context(Job.DICTATE), Context(Job.COMMAND)
WAKE, ASLEEP = Context(None, mode=Mode.WAKE_PHRASE), Context(None, mode=Mode.ASLEEP)
FREE, COMMANDING = Context(None, mode=Mode.HANDS_FREE), Context(None, mode=Mode.COMMAND)
NOT_ADDRESSED = Nothing(Why.NOT_ADDRESSED)


def _said(text: str, start: float = 0.0, *sounds: Tag) -> Transcript:
    """Return what was said from second `start` on, for one second."""
    at = round(start * SAMPLE_RATE)
    return replace(transcript(1, text), start=at, stop=at + SAMPLE_RATE, sounds=sounds)


def _name(intent: Intent) -> str:
    match intent:
        case Command(name):
            return name
        case Confirm(command):
            return f"confirm {command.name}"
        case Commands(parts):
            return "+".join(part.name for part in parts)
        case Nothing(why):
            return f"nothing {why}"
        case _:
            return type(intent).__name__.lower()


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        (transcript(1, "hello there"), Dictate("hello there")),
        (transcript(1, "hello there", 0.1), Dictate("hello there")),
        (transcript(1, ""), Nothing(Why.NO_SPEECH)),
        (transcript(1, "hello there", 0.9, is_demo=True), Dictate("hello there")),
        (transcript(1, "hello there", 0.5, is_demo=True), Nothing(Why.UNSURE, "hello there")),
    ],
)
def test_routes_without_any_commands(heard: Transcript, meant: Intent) -> None:
    assert ROUTER.route(heard, DICTATE) == meant


def test_one_unsure_word_is_enough_to_hold_a_demo_text_back() -> None:
    sure = transcript(1, "a b", 0.95, is_demo=True)
    words = (sure.words[0], transcript(1, "b", 0.2).words[0])
    heard = Transcript(1, 0, 9, "a b", sure.language, sure.emotion, (), words, is_demo=True)
    assert ROUTER.route(heard, DICTATE) == Nothing(Why.UNSURE, "a b")


def test_an_unsure_model_may_still_say_a_whole_command_where_one_is_meant() -> None:
    unsure = transcript(1, "next tab", 0.3, is_demo=True)
    assert _name(builtin_router().route(unsure, COMMAND)) == "tabs.next"
    assert (
        _name(builtin_router().route(transcript(1, "new line", 0.3, is_demo=True), DICTATE))
        == "nothing unsure"
    )


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("New line.", "text.newline"),
        ("换行。", "text.newline"),
        ("scratch that", "text.scratch"),
        ("literal new line", "text.literal"),
        ("Literal translations are hard.", "dictate"),
        ("please new line", "dictate"),
        ("new line and then some", "dictate"),
        ("I said new line", "dictate"),
        ("next tab", "dictate"),
        ("close the window", "dictate"),
        ("yes I am sure", "dictate"),
        ("hello", "dictate"),
    ],
)
def test_between_dictation_only_a_whole_utterance_of_the_white_list_counts(said: str, name: str) -> None:
    assert _name(builtin_router().route(_said(said), DICTATE)) == name
    assert _name(builtin_router().route(_said(said), FREE)) == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("next tab", "tabs.next"),
        ("Please, next tab, thank you.", "tabs.next"),
        ("bold that, new line", "format.bold+text.newline"),
        ("select all then copy that and then new paragraph", "select.all+edit.copy+text.newparagraph"),
        ("选中上一句，加粗，换行", "select.sentence+format.bold+text.newline"),
        ("take a note buy milk, eggs and bread", "note.add"),
        ("bold that, hello there", "nothing no_command"),
        ("next tab, close the window", "nothing refused"),
        ("close the window", "confirm window.close"),
        ("shut down the computer", "nothing switched_off"),
        ("yes I am sure", "nothing no_command"),
        ("wake up", "assistant.wake"),
        ("ask the model why", "ask"),
    ],
)
def test_what_is_meant_as_a_command(said: str, name: str) -> None:
    assert _name(builtin_router().route(_said(said), COMMAND)) == name


@pytest.mark.parametrize("job", [Job.ASK, Job.EDIT])
def test_commands_come_first_with_the_keys_of_the_language_model_too(job: Job) -> None:
    router = builtin_router()
    assert _name(router.route(_said("stop talking"), Context(job))) == "assistant.quiet"
    assert _name(router.route(_said("accept the change"), Context(job))) == "assistant.accept"
    asked = router.route(_said("shorter"), Context(job))
    assert asked == Ask("shorter", is_edit=job is Job.EDIT)
    again = router.route(_said("stop talking", 5), Context(job))  # also when a question came before
    assert _name(again) == "assistant.quiet"


def test_a_miss_is_for_the_model_only_where_that_is_wanted_and_it_was_said_to_the_assistant() -> None:
    words = "dim the lights in the kitchen"
    assert _name(builtin_router().route(_said(words), COMMAND)) == "nothing no_command"
    router = builtin_router(asks_on_a_miss=True)
    assert router.route(_said(words), COMMAND) == Ask(words, may_act=True)
    assert router.route(_said(f"hey computer {words}", 20), WAKE) == Ask(words, may_act=True)
    assert router.route(_said(words, 40), COMMANDING) == Nothing(Why.NO_COMMAND)  # anybody in the room
    assert router.route(_said(words, 60), WAKE) == NOT_ADDRESSED
    assert router.route(_said(words, 80), DICTATE) == Dictate(words)
    assert _name(router.route(_said("next tab", 100), COMMAND)) == "tabs.next"


def test_a_reply_that_is_being_spoken_is_no_command_and_never_wakes() -> None:
    router = builtin_router()
    ended = router.speaks("Next tab, said somebody.", 0)
    assert _name(router.route(_said("next tab", 1), COMMANDING)) == "nothing echo"
    assert _name(router.route(_said("stop talking", 2), COMMANDING)) == "assistant.quiet"
    ended(3 * SAMPLE_RATE)
    assert _name(router.route(_said("next tab", 4), COMMANDING)) == "nothing echo"  # it still rings
    assert _name(router.route(_said("next tab", 6), COMMANDING)) in {"tabs.next", "nothing echo"}
    assert router.unwaking("Say Hey Computer to wake it.") == "Say  to wake it."


def test_asleep_nothing_but_waking_is_heard() -> None:
    router = builtin_router()
    for said in ("next tab", "hello", "hey computer", "hey computer next tab", "stop listening"):
        assert router.route(_said(said), ASLEEP) == NOT_ADDRESSED
    assert _name(router.route(_said("wake up"), ASLEEP)) == "assistant.wake"
    assert _name(router.route(_said("Hey computer, wake up."), ASLEEP)) == "assistant.wake"
    assert _name(router.route(_said("醒来"), ASLEEP)) == "assistant.wake"


def test_with_a_wake_phrase_only_what_begins_with_it_is_heard() -> None:
    router = builtin_router()
    assert router.route(_said("next tab"), WAKE) == NOT_ADDRESSED
    assert _name(router.route(_said("hey computer next tab"), WAKE)) == "tabs.next"
    assert router.route(_said("next tab", 2), WAKE) == NOT_ADDRESSED, "the window closes after one command"


def test_the_bare_phrase_opens_a_window_for_one_command() -> None:
    router = builtin_router()
    assert router.route(_said("hey computer"), WAKE) == Nothing(Why.WOKEN)
    assert _name(router.route(_said("next tab", 6.5), WAKE)) == "tabs.next"
    assert router.route(_said("next tab", 8), WAKE) == NOT_ADDRESSED


def test_the_window_closes_by_itself() -> None:
    router = builtin_router()
    router.route(_said("hey computer"), WAKE)
    late = 1 + WINDOW / SAMPLE_RATE + 0.1
    assert router.route(_said("next tab", late), WAKE) == NOT_ADDRESSED


def test_in_command_mode_what_is_no_command_leaves_no_trace() -> None:
    router = builtin_router()
    assert _name(router.route(_said("next tab"), COMMANDING)) == "tabs.next"
    unheard = router.route(_said("close the kitchen windows"), COMMANDING)
    assert unheard == Nothing(Why.NO_COMMAND)
    assert unheard.is_unheard
    assert isinstance(router.route(_said("close the kitchen windows"), COMMAND), Suggest)


@pytest.mark.parametrize("context", [WAKE, ASLEEP, COMMANDING])
@pytest.mark.parametrize("said", ["my secret plan", "what a day", "他们的秘密计划"])
def test_what_was_not_addressed_is_nowhere_in_the_intent(context: Context, said: str) -> None:
    for heard in (_said(said), replace(transcript(1, said, 0.1, is_demo=True), stop=16_000)):
        intent = builtin_router().route(heard, context)
        assert isinstance(intent, Nothing)
        assert intent.text == ""
        assert intent.is_unheard


MUSIC = Tag("BGM", 0.9)


def test_with_music_only_the_wake_phrase_and_a_literal_command_count() -> None:
    router = builtin_router()
    assert _name(router.route(_said("hey computer next tab", 0, MUSIC), WAKE)) == "tabs.next"
    assert _name(router.route(_said("hey computer scratch fat", 0, MUSIC), WAKE)) == "nothing no_command"
    assert (
        _name(router.route(_said("hey computer bold that, new line", 0, MUSIC), WAKE)) == "nothing no_command"
    )
    assert router.route(_said("next tab", 0, MUSIC), COMMANDING) == Nothing(Why.BACKGROUND)
    assert _name(router.route(_said("next tab", 0, Tag("BGM", 0.2)), COMMANDING)) == "tabs.next"
    router.route(_said("hey computer"), WAKE)
    assert router.route(_said("next tab", 2, MUSIC), WAKE) == Nothing(Why.BACKGROUND)


def test_a_key_needs_no_guard_against_music() -> None:
    assert _name(builtin_router().route(_said("next tab", 0, MUSIC), COMMAND)) == "tabs.next"
    assert _name(builtin_router().route(_said("hello", 0, MUSIC), DICTATE)) == "dictate"


def test_while_the_assistant_speaks_only_hushing_it_is_heard() -> None:
    router = builtin_router()
    router.spoke("It is ten past four.", 0, 2 * SAMPLE_RATE)
    assert router.route(_said("hey computer next tab", 1), WAKE) == Nothing(Why.ECHO)
    assert router.route(_said("hey computer next tab", 3.4), WAKE) == Nothing(Why.ECHO)
    assert _name(router.route(_said("stop talking", 1), COMMANDING)) == "assistant.quiet"
    assert _name(router.route(_said("next tab", 4), COMMANDING)) == "tabs.next"


def test_the_assistant_does_not_obey_its_own_words() -> None:
    router = builtin_router()
    router.spoke("Say next tab to go on.", 0, 2 * SAMPLE_RATE)
    assert router.route(_said("next tab", 10), COMMANDING) == Nothing(Why.ECHO)
    assert _name(router.route(_said("next tab", 100), COMMANDING)) == "tabs.next"


def test_a_question_is_answered_once_and_in_time() -> None:
    router = builtin_router()
    asked = router.route(_said("close the window"), COMMAND)
    assert asked == Confirm(asked.command, SAMPLE_RATE + PATIENCE) if isinstance(asked, Confirm) else False
    done = router.route(_said("Yes, I am sure.", 4), DICTATE)
    assert isinstance(done, Command)
    assert (done.name, done.is_confirmed) == ("window.close", True)
    assert _name(router.route(_said("yes I am sure", 6), COMMAND)) == "nothing no_command"


@pytest.mark.parametrize("answer", ["yes", "okay", "sure", "do it", "next tab", "no", "cancel", "yes I am"])
def test_anything_but_the_phrase_calls_it_off(answer: str) -> None:
    router = builtin_router()
    router.route(_said("close the window"), COMMAND)
    router.route(_said(answer, 2), COMMAND)
    assert _name(router.route(_said("yes I am sure", 3), COMMAND)) == "nothing no_command"


def test_a_question_does_not_wait_for_ever() -> None:
    router = builtin_router()
    router.route(_said("close the window"), COMMAND)
    assert _name(router.route(_said("yes I am sure", 9.5), COMMAND)) == "nothing no_command"


def test_the_time_for_an_answer_begins_when_the_question_was_spoken() -> None:
    router = builtin_router()
    router.route(_said("close the window"), COMMAND)
    router.spoke("Close the window?", 2 * SAMPLE_RATE, 5 * SAMPLE_RATE)
    assert _name(router.route(_said("yes I am sure", 12), COMMAND)) == "window.close"


def test_new_packs_call_off_what_waits() -> None:
    router = builtin_router()
    router.route(_said("close the window"), COMMAND)
    router.use(router._known.interpreter.commands)
    assert _name(router.route(_said("yes I am sure", 2), COMMAND)) == "nothing no_command"


def test_danger_three_is_asked_about_once_it_is_enabled() -> None:
    router = builtin_router(CommandSettings(dangerous=True))
    assert _name(router.route(_said("shut down the computer"), COMMAND)) == "confirm power.off"
    assert _name(router.route(_said("yes I am sure", 2), COMMAND)) == "power.off"


def test_a_command_of_another_application_says_so() -> None:
    router = builtin_router()
    in_editor = Context(Job.COMMAND, Window(1, "gedit"))
    assert _name(router.route(_said("next tab"), in_editor)) == "tabs.next"
    assert _name(router.route(_said("stop dictation"), ASLEEP)) == "nothing not_addressed"
