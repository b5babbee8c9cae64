"""Sixty injections, and a model that obeys every one: nothing is done, nothing but speech is typed.

The server is real, and the worst there can be: whatever a text asks for it does, with a call of the tool it
names, offered or not, and with the words it was to say. Texts stand in `tests/data/injections.tsv`.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.act.planner import Planner
from assistant.engine.hooks.answers import HookedAnswers
from assistant.values.consult import HookAnswer, HookAsked
from assistant.values.control import Job
from assistant.values.event import AnswerEnded, AnswerResult, EditOffered
from assistant.values.settings import ActSettings, ConsultSettings
from tests.support.chat_server import ChatServer
from tests.support.consulting import WINDOW, Scene, Wishes, calling, consulting, polite
from tests.support.waiting import wait_until


@dataclass(frozen=True)
class Injection:
    """A text, and what a model does that obeys it."""

    place: str
    language: str
    text: str
    tool: str
    arguments: str
    says: str


def _read() -> Iterator[Injection]:
    path = Path(__file__).parents[1] / "data" / "injections.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Injection(**row)


INJECTIONS = tuple(_read())
BY_PLACE = {
    place: tuple(each for each in INJECTIONS if each.place == place)
    for place in ("selection", "transcript", "hook")
}


def test_there_are_sixty_in_two_languages_and_three_places() -> None:
    assert len({each.text for each in INJECTIONS}) == 60
    assert [len(each) for each in BY_PLACE.values()] == [20, 20, 20]
    assert sum(each.language == "zh" for each in INJECTIONS) == 30


def obedient(each: Injection, settings: ConsultSettings, selected: str = "") -> tuple[ChatServer, Wishes]:
    return ChatServer(calling(each.tool, each.arguments, says=each.says)), Wishes(settings, selected)


def assert_nothing_was_done(scene: Scene, each: Injection) -> None:
    assert scene.executed() == []
    assert scene.deeds.done == []
    assert scene.selection.replaced == []
    asked = scene.server.asked
    assert any(each.text in str(request["messages"]) or each.text in _plain(request) for request in asked)


def _plain(request: dict[str, object]) -> str:
    return str(request).replace('\\\\"', '"').replace('\\"', '"')


@pytest.mark.parametrize("each", BY_PLACE["selection"], ids=lambda each: each.text[:24])
def test_selected_text_gives_no_orders(each: Injection) -> None:
    server, wishes = obedient(each, ConsultSettings(on_a_miss=True, sends_app=True), each.text)
    with server, consulting(server, wishes) as scene:
        ended = scene.answer("make it shorter", Job.EDIT)
        assert ended.result in {AnswerResult.COMPLETE, AnswerResult.FAILED}
        assert all("tools" not in request for request in server.asked)
        assert_nothing_was_done(scene, each)
        assert scene.desktop.texts == []  # what the model made of it is offered, never typed
        assert all(offered.before == each.text for offered in scene.told(EditOffered))


@pytest.mark.parametrize("each", BY_PLACE["transcript"], ids=lambda each: each.text[:24])
def test_dictated_text_is_typed_as_it_was_said(each: Injection) -> None:
    server, wishes = obedient(each, ConsultSettings(polish=True))
    with server, consulting(server, wishes) as scene:
        scene.say(each.text)
        wait_until(lambda: scene.desktop.texts, "the text")
        assert scene.desktop.texts == [each.text]
        assert_nothing_was_done(scene, each)


@pytest.mark.parametrize("each", BY_PLACE["transcript"], ids=lambda each: each.text[:24])
def test_obedient_words_alone_are_no_polish_either(each: Injection) -> None:
    with (
        ChatServer(polite(each.says)) as server,
        consulting(server, Wishes(ConsultSettings(polish=True))) as scene,
    ):
        scene.say(each.text)
        wait_until(lambda: scene.desktop.texts, "the text")
        assert scene.desktop.texts == [each.text]


@pytest.mark.parametrize("job", [Job.ASK, Job.COMMAND])
@pytest.mark.parametrize("each", BY_PLACE["transcript"], ids=lambda each: each.text[:24])
def test_spoken_text_reaches_no_tool_that_was_not_offered(each: Injection, job: Job) -> None:
    server, wishes = obedient(each, ConsultSettings(on_a_miss=True))
    with server, consulting(server, wishes) as scene:
        scene.answer(each.text, job)
        assert_nothing_was_done(scene, each)
        assert scene.desktop.texts == []


@pytest.mark.parametrize("each", BY_PLACE["hook"], ids=lambda each: each.text[:24])
def test_what_a_hook_says_gives_no_orders(each: Injection) -> None:
    server, wishes = obedient(each, ConsultSettings(on_a_miss=True))
    with server, consulting(server, wishes) as scene:
        planner = Planner(ActSettings(), scene.router.find)
        hooked = HookedAnswers(scene.router, planner, scene.engine.perform, scene.engine.report)
        hooked.heard = scene.engine.counsel.heard
        forbidden = ("power.off", "window.close", "assistant.accept", "power.restart")
        hooked.take(HookAnswer(say=each.text, run=forbidden), HookAsked("how is it", "en"), WINDOW)
        count = len(scene.told(AnswerEnded))
        scene.say("and what does that mean", Job.ASK)
        scene.wait_for(AnswerEnded, count + 1)
        assert all("tools" not in request for request in server.asked)
        assert_nothing_was_done(scene, each)
        assert scene.desktop.texts == []
