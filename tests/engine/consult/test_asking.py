"""Questions to a language model: asked of a real server, shown as they grow, stopped, forgotten."""

import json

import pytest

from assistant.devices.consult.ledger import Ledger
from assistant.values.action import Consult, InsertText, ReplaceSelection, Result
from assistant.values.control import AcceptEdit, Cancel, Forget, Job, Press, SetPrivacy, StopAnswer
from assistant.values.event import (
    ActionPerformed,
    AnswerEnded,
    AnswerGrew,
    AnswerResult,
    AnswerStarted,
    EditOffered,
    Trouble,
)
from assistant.values.settings import ConsultSettings
from tests.support.chat_server import ChatServer, babble, silent, status, talk
from tests.support.consulting import Wishes, calling, consulting, polite
from tests.support.waiting import Stopwatch, wait_until


def test_an_answer_grows_and_ends() -> None:
    with ChatServer(talk("The sky ", "is ", "blue.")) as server, consulting(server) as scene:
        ended = scene.answer("why is the sky blue", Job.ASK)
        assert (ended.text, ended.result) == ("The sky is blue.", AnswerResult.COMPLETE)
        assert scene.told(AnswerStarted) == [AnswerStarted(0, is_edit=False)]
        assert [each.text for each in scene.told(AnswerGrew)] == ["The sky", "The sky is", "The sky is blue."]
        assert scene.desktop.texts == []
        (asked,) = server.asked
        assert json.loads(asked["messages"][-1]["content"])["utterance"] == "why is the sky blue"
        assert "tools" not in asked


def test_what_a_model_thinks_is_not_shown() -> None:
    with ChatServer(talk("<thi", "nk>secret", "</think>", "Yes.")) as server, consulting(server) as scene:
        assert scene.answer("is it", Job.ASK).text == "Yes."
        assert {each.text for each in scene.told(AnswerGrew)} == {"Yes."}


def test_a_second_question_comes_with_the_first_until_it_is_forgotten() -> None:
    with ChatServer(talk("Paris.")) as server, consulting(server) as scene:
        scene.answer("the capital of france", Job.ASK)
        scene.answer("and how large is it", Job.ASK)
        second = [turn["content"] for turn in server.asked[1]["messages"][1:]]
        assert second[:2] == ["the capital of france", "Paris."]
        scene.post(Forget())
        scene.answer("and how old", Job.ASK)
        assert len(server.asked[2]["messages"]) == 2


def test_what_is_asked_in_private_is_neither_remembered_nor_written_down() -> None:
    wishes = Wishes(ConsultSettings(logs_text=True))
    with ChatServer(talk("Paris.")) as server, consulting(server, wishes) as scene:
        before = len(Ledger().entries())
        scene.post(SetPrivacy(is_private=True))
        scene.answer("a xylophone for my sister", Job.ASK)
        scene.post(SetPrivacy(is_private=False))
        scene.answer("the capital of france", Job.ASK)
        assert len(server.asked[1]["messages"]) == 2
    private, public = Ledger().entries()[before:]
    assert (private.text, private.characters > 0, len(public.text)) == ((), True, 2)
    assert "xylophone" not in Ledger().file.read_text()


@pytest.mark.parametrize("control", [StopAnswer(), Cancel(), Press(None, None, Job.ASK)])
def test_an_answer_is_stopped_and_the_server_let_go_at_once(control: StopAnswer | Cancel | Press) -> None:
    with ChatServer(babble) as server, consulting(server) as scene:
        scene.say("tell me everything", Job.ASK)
        scene.wait_for(AnswerGrew, 3)
        stopped = Stopwatch()
        scene.post(control)
        assert scene.wait_for(AnswerEnded).result is AnswerResult.STOPPED
        stopped.soon("an answer that is stopped (at most 100 ms)")
        server.wait_until_left()  # it finds out when it writes next
        stopped.soon("its server let go")


def test_stop_talking_is_a_command_that_stops_it() -> None:
    with ChatServer(babble) as server, consulting(server) as scene:
        scene.say("tell me everything", Job.ASK)
        scene.wait_for(AnswerGrew)
        scene.say("stop talking", Job.COMMAND)
        assert scene.wait_for(AnswerEnded).result is AnswerResult.STOPPED


def test_a_dictation_leaves_a_written_answer_alone_and_does_not_wait_for_it() -> None:
    with ChatServer(babble) as server, consulting(server) as scene:
        scene.say("tell me everything", Job.ASK)
        scene.wait_for(AnswerGrew)
        scene.say("typed meanwhile")
        wait_until(lambda: scene.desktop.texts == ["typed meanwhile"], "the dictation")
        assert scene.told(AnswerEnded) == []


def test_a_new_question_takes_the_place_of_the_old_one() -> None:
    with ChatServer(babble, talk("Short.")) as server, consulting(server) as scene:
        scene.say("tell me everything", Job.ASK)
        scene.wait_for(AnswerGrew)
        scene.say("no, just this", Job.ASK)
        assert scene.wait_for(AnswerEnded, 2).text == "Short."
        assert scene.told(AnswerEnded)[0].result is AnswerResult.STOPPED


def test_a_server_that_fails_is_told_in_one_sentence_and_dictation_goes_on() -> None:
    with ChatServer(status(500)) as server, consulting(server) as scene:
        ended = scene.answer("why", Job.ASK)
        assert ended.result is AnswerResult.FAILED
        assert ended.message
        scene.say("typed all the same")
        wait_until(lambda: scene.desktop.texts == ["typed all the same"], "the dictation")


def test_an_assistant_that_waits_for_an_answer_stops_at_once() -> None:
    with ChatServer(silent) as server, consulting(server) as scene:
        scene.say("why", Job.ASK)
        wait_until(lambda: server.asked, "the question")  # `consulting` asserts that it stops soon


def test_an_edit_is_offered_and_accepted_exactly_once() -> None:
    with (
        ChatServer(polite("A short text.")) as server,
        consulting(server, Wishes(selected="a long, long text")) as scene,
    ):
        ended = scene.answer("shorter", Job.EDIT)
        assert (ended.result, ended.text) == (AnswerResult.COMPLETE, "A short text.")
        assert scene.told(EditOffered) == [EditOffered(0, "a long, long text", "A short text.")]
        assert scene.selection.replaced == []
        scene.post(AcceptEdit())
        scene.post(AcceptEdit())
        wait_until(lambda: scene.selection.replaced, "the edit")
        trouble = scene.wait_for(Trouble)
        assert "waits" in trouble.message
        assert scene.selection.replaced == ["A short text."]
        (line,) = [each for each in scene.history.lines if isinstance(each[2], ReplaceSelection)]
        assert line[0].text == "a long, long text"
        assert line[3].result is Result.DELIVERED


def test_an_edit_is_rejected_and_nothing_happens() -> None:
    with (
        ChatServer(polite("A short text.")) as server,
        consulting(server, Wishes(selected="a long, long text")) as scene,
    ):
        scene.answer("shorter", Job.EDIT)
        scene.say("reject the change", Job.EDIT)
        wait_until(
            lambda: any(
                getattr(each.action, "why", "") == "edit_rejected" for each in scene.told(ActionPerformed)
            ),
            "the rejection",
        )
        scene.post(AcceptEdit())
        scene.wait_for(Trouble)
        assert scene.selection.replaced == []


@pytest.mark.parametrize(
    ("selected", "settings", "message"),
    [
        ("", ConsultSettings(), "Nothing is selected"),
        ("text", ConsultSettings(sends_selection=False), "sends_selection"),
    ],
)
def test_without_a_selection_to_show_nothing_is_asked(
    selected: str, settings: ConsultSettings, message: str
) -> None:
    with (
        ChatServer(polite("x")) as server,
        consulting(server, Wishes(selected=selected, settings=settings)) as scene,
    ):
        assert message in scene.answer("shorter", Job.EDIT).message
        assert server.asked == []


@pytest.mark.parametrize("reply", ["not json", '{"text": 3}', '{"text": ""}', '{"text": "a", "more": 1}', ""])
def test_a_reply_that_is_no_text_changes_nothing(reply: str) -> None:
    with ChatServer(talk(reply)) as server, consulting(server, Wishes(selected="some text")) as scene:
        ended = scene.answer("shorter", Job.EDIT)
        assert ended.result is AnswerResult.FAILED
        assert scene.told(EditOffered) == []


def test_a_miss_asks_for_a_tool_through_the_gate() -> None:
    settings = ConsultSettings(on_a_miss=True)
    with (
        ChatServer(calling("media__next")) as server,
        consulting(server, Wishes(settings=settings)) as scene,
    ):
        ended = scene.answer("i have had enough of this tune", Job.COMMAND)
        assert ended.result is AnswerResult.COMPLETE
        wait_until(scene.executed, "the command")
        assert [step.command for step in scene.executed()[0].steps] == ["media.next"]
        (asked,) = server.asked
        offered = {each["function"]["name"] for each in asked["tools"]}
        assert "media__next" in offered
        assert not any("shut" in name or "close" in name for name in offered)
        assert len(asked["messages"]) == 2  # nothing that was said before


def test_local_commands_never_reach_the_model() -> None:
    settings = ConsultSettings(on_a_miss=True)
    with (
        ChatServer(calling("media__next")) as server,
        consulting(server, Wishes(settings=settings)) as scene,
    ):
        scene.say("next song", Job.COMMAND)
        wait_until(scene.executed, "the command")
        scene.say("next song", Job.ASK)
        wait_until(lambda: len(scene.executed()) == 2, "the command")
        assert server.asked == []


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("power__off", "{}"),
        ("power.off", "{}"),
        ("window__close", "{}"),
        ("no_such_tool", "{}"),
        ("media__next", '{"n": 3}'),
        ("media__next", "[]"),
        ("media__next", "{"),
        ("media__next", "[" * 1500),
        ("", ""),
    ],
)
def test_what_was_not_offered_to_the_letter_is_not_done(tool: str, arguments: str) -> None:
    settings = ConsultSettings(on_a_miss=True)
    with (
        ChatServer(calling(tool, arguments)) as server,
        consulting(server, Wishes(settings=settings)) as scene,
    ):
        assert scene.answer("do something for me now", Job.COMMAND).result is AnswerResult.FAILED
        assert scene.executed() == []
        assert scene.deeds.done == []


def test_tools_are_used_six_times_a_minute_at_most() -> None:
    settings = ConsultSettings(on_a_miss=True)
    with (
        ChatServer(calling("media__next")) as server,
        consulting(server, Wishes(settings=settings)) as scene,
    ):
        results = [scene.answer("i have had enough of this tune", Job.COMMAND).result for _ in range(8)]
        assert results == [AnswerResult.COMPLETE] * 6 + [AnswerResult.FAILED] * 2
        wait_until(lambda: len(scene.executed()) == 6, "six commands")


def test_a_question_is_written_down_as_one() -> None:
    with ChatServer(talk("Yes.")) as server, consulting(server) as scene:
        scene.answer("is it so", Job.ASK)
        assert [type(line[2]) for line in scene.history.lines] == [Consult]
        assert not any(isinstance(line[2], InsertText) for line in scene.history.lines)
