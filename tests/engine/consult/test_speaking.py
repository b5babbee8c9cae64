"""Answers aloud: sentence by sentence, and silent at once when somebody speaks."""

import sys
from pathlib import Path

import pytest

from assistant.devices.voice.program import ProgramVoice
from assistant.values.action import Window
from assistant.values.control import Cancel, Control, Job, Mode, Press, StopAnswer
from assistant.values.event import AnswerEnded, AnswerResult, Trouble
from assistant.values.intent import Command, Context, Nothing, Why
from assistant.values.settings import ConsultSettings
from tests.fakes.recognizer import transcript
from tests.support.chat_server import ChatRequest as Asked
from tests.support.chat_server import ChatServer, chunk, talk
from tests.support.consulting import Wishes, consulting
from tests.support.spoken import SpokenLog, speaking
from tests.support.waiting import Stopwatch, wait_until

SPEAKS = ConsultSettings(speaks=True)


@pytest.fixture
def log(tmp_path: Path) -> SpokenLog:
    return SpokenLog(tmp_path / "spoken")


def wishes(log: SpokenLog, seconds: float) -> Wishes:
    return Wishes(SPEAKS, voice=lambda: ProgramVoice(speaking(log.file, seconds)))


def sentences(request: Asked) -> None:
    """Talk on and on, in sentences."""
    request.head()
    while True:
        request.send(chunk({"content": "This is one more sentence. "}))
        request.pause(0.01)


def test_sentences_are_said_while_the_answer_still_grows(log: SpokenLog) -> None:
    with ChatServer(sentences) as server, consulting(server, wishes(log, 0.01)) as scene:
        scene.say("tell me everything", Job.ASK)
        log.wait_for(2)
        assert scene.told(AnswerEnded) == []
        scene.post(StopAnswer())
        scene.wait_for(AnswerEnded)


def test_an_answer_is_said_to_its_end_and_no_wake_phrase_with_it(log: SpokenLog) -> None:
    text = talk("The first sentence is here. ", "To wake me say hey computer. ", "That is all")
    with ChatServer(text) as server, consulting(server, wishes(log, 0.01)) as scene:
        scene.answer("how do i wake you", Job.ASK)
        log.wait_for(3)
        assert log.texts()[0] == "The first sentence is here."
        assert "computer" not in " ".join(log.texts()).lower()
        assert log.texts()[2] == "That is all"


def test_what_is_written_has_no_language_that_a_voice_could_not_know(tmp_path: Path) -> None:
    program = f"import sys, pathlib; pathlib.Path({str(tmp_path / 'code')!r}).write_text(sys.argv[1])"
    voice = ProgramVoice([sys.executable, "-c", program, "{language}"])
    with (
        ChatServer(talk("That is all.")) as server,
        consulting(server, Wishes(SPEAKS, voice=lambda: voice)) as scene,
    ):
        scene.answer("what is there", Job.ASK)
        wait_until((tmp_path / "code").exists, "a voice")
        wait_until((tmp_path / "code").read_text, "its language")
    assert (tmp_path / "code").read_text() == "en"  # what ProgramVoice takes where nobody knows


@pytest.mark.parametrize(
    "control", [Press(None, Window(7, "Editor"), Job.DICTATE), StopAnswer(), Cancel(), Press(job=Job.COMMAND)]
)
def test_voice_and_stream_stop_at_once(log: SpokenLog, control: Control) -> None:
    with ChatServer(sentences) as server, consulting(server, wishes(log, 60)) as scene:
        scene.say("tell me everything", Job.ASK)
        log.wait_for(1)
        started = Stopwatch()
        scene.post(control)
        wait_until(lambda: not log.living(), "silence")
        started.soon("silence (at most 100 ms)")
        assert scene.wait_for(AnswerEnded).result is AnswerResult.STOPPED
        started.soon("an answer that is spoken over (at most 100 ms)")
        server.wait_until_left()  # it finds out when it writes next
        started.soon("its server let go")
        assert log.texts() == ["This is one more sentence."]


def test_the_assistant_does_not_obey_itself_while_it_speaks(log: SpokenLog) -> None:
    text = talk("Next tab, says the model.")
    with ChatServer(text) as server, consulting(server, wishes(log, 60)) as scene:
        scene.answer("what do you say", Job.ASK)
        log.wait_for(1)
        in_the_room = Context(None, mode=Mode.COMMAND)
        assert scene.router.route(transcript(1, "next tab"), in_the_room) == Nothing(Why.ECHO)
        quiet = scene.router.route(transcript(2, "stop talking"), in_the_room)
        assert isinstance(quiet, Command)


def test_a_voice_that_fails_is_told_once_and_the_answers_are_shown() -> None:
    broken = Wishes(SPEAKS, voice=lambda: ProgramVoice(["no-such-voice"]))
    text = talk("One sentence is here. ", "Another one is there.")
    with ChatServer(text) as server, consulting(server, broken) as scene:
        for _ in range(2):
            assert scene.answer("why", Job.ASK).result is AnswerResult.COMPLETE
        wait_until(lambda: scene.told(Trouble), "the trouble")
        assert len(scene.told(Trouble)) == 1
        assert "no-such-voice" in scene.told(Trouble)[0].message
