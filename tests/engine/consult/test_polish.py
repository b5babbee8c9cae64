"""Dictation that is polished: in its place, within its deadline, and raw wherever there is any doubt."""

import pytest

from assistant.values.action import InsertText
from assistant.values.control import Cancel, Job
from assistant.values.event import ActionPerformed, AnswerEnded, AnswerGrew, Recovered, Trouble
from assistant.values.settings import ConsultSettings, Profile
from tests.support.chat_server import Behaviour, ChatServer, babble, cut_off, silent, status, talk
from tests.support.consulting import Scene, Wishes, calling, consulting, polite
from tests.support.waiting import Stopwatch, wait_until

RAW = "um so i think we we should meet at three on friday"
CLEAN = "So I think we should meet at three on Friday."
POLISH = ConsultSettings(polish=True, polish_within_s=0.6)
PATIENT = ConsultSettings(polish=True, polish_within_s=60.0)


def typed(scene: Scene, count: int = 1) -> list[str]:
    """Return what was typed, once there are `count` texts."""
    wait_until(lambda: len(scene.desktop.texts) >= count, f"{count} texts")
    return scene.desktop.texts


def test_a_dictation_is_cleaned_and_history_knows_what_was_heard() -> None:
    with ChatServer(polite(CLEAN)) as server, consulting(server, Wishes(POLISH)) as scene:
        scene.say(RAW)
        assert typed(scene) == [CLEAN]
        wait_until(lambda: scene.history.lines, "a line of history")
        transcript, _, action, _ = scene.history.lines[0]
        assert transcript.text == RAW
        assert isinstance(action, InsertText)
        assert action.text == CLEAN
        (asked,) = server.asked
        assert "tools" not in asked
        assert asked["response_format"]["type"] == "json_schema"


@pytest.mark.parametrize(
    "behave",
    [
        silent,
        babble,
        cut_off,
        status(500),
        status(429),
        talk("So I think we should meet at three on Friday."),  # no JSON
        polite("So I think we should meet at four on Friday."),
        polite("So I think we should not meet at three on Friday."),
        polite("Let's meet."),
        polite("Sure! Here is the text: So I think we should meet at three on Friday."),
        polite("Je pense que nous devrions nous voir vendredi."),
        polite("所以我觉得我们应该星期五三点见面。"),
        polite(""),
        polite("Friday at three it is. " * 20),
        calling("media__next", says=CLEAN),
    ],
)
def test_any_doubt_gives_the_raw_text_within_the_limit(behave: Behaviour) -> None:
    with ChatServer(behave) as server, consulting(server, Wishes(POLISH)) as scene:
        started = Stopwatch()
        scene.say(RAW)
        assert typed(scene) == [RAW]
        started.soon("the raw text", POLISH.polish_within_s)
        assert scene.executed() == []


def test_a_server_that_is_down_is_told_once_and_its_return_too() -> None:
    behave = (status(500), status(500), polite(CLEAN))
    with ChatServer(*behave) as server, consulting(server, Wishes(POLISH)) as scene:
        for count in (1, 2, 3):
            scene.say(RAW)
            typed(scene, count)
        assert scene.desktop.texts == [RAW, RAW, CLEAN]
        wait_until(lambda: scene.told(Recovered), "its return")
        assert len(scene.told(Trouble)) == 1


def test_the_order_of_texts_is_the_order_in_which_they_were_said() -> None:
    slow = talk('{"text": "', CLEAN, '"}', every=0.1)
    with ChatServer(slow) as server, consulting(server, Wishes(POLISH)) as scene:
        scene.say(RAW)
        scene.say("short")  # there is nothing to clean, but it waits for its turn
        assert typed(scene, 2) == [CLEAN, "short"]


def test_a_text_is_typed_raw_at_once_while_a_question_is_answered() -> None:
    with ChatServer(babble) as server, consulting(server, Wishes(PATIENT)) as scene:
        scene.say("tell me everything", Job.ASK)
        scene.wait_for(AnswerGrew)
        started = Stopwatch()
        scene.say(RAW)
        assert typed(scene) == [RAW]
        started.soon("a text beside an answer")
        assert scene.told(AnswerEnded) == []


def test_off_is_off_and_a_profile_may_say_otherwise() -> None:
    with ChatServer(polite(CLEAN)) as server:
        with consulting(server) as scene:
            scene.say(RAW)
            assert typed(scene) == [RAW]
            assert server.asked == []
        with consulting(server, Wishes(profiles=(Profile("edit*", polish=True),))) as scene:
            scene.say(RAW)
            assert typed(scene) == [CLEAN]
        with consulting(server, Wishes(POLISH, profiles=(Profile("editor", polish=False),))) as scene:
            scene.say(RAW)
            assert typed(scene) == [RAW]


def test_who_calls_it_off_gets_the_raw_text() -> None:
    with ChatServer(silent) as server, consulting(server, Wishes(PATIENT)) as scene:
        scene.say(RAW)
        wait_until(lambda: server.asked, "the request")
        scene.post(Cancel())
        started = Stopwatch()
        assert typed(scene) == [RAW]
        started.soon("the raw text of who calls it off")
        assert len(scene.told(ActionPerformed)) == 1
