"""What a hook answers is done through the doors of speech, and no further."""

from dataclasses import dataclass, field

import pytest

from assistant.act.planner import Planner
from assistant.engine.hooks.answers import HookedAnswers
from assistant.engine.work import Order
from assistant.values.action import Execute, InsertText, Window
from assistant.values.consult import HookAnswer, HookAsked
from assistant.values.event import AnswerEnded, Event, Trouble
from assistant.values.settings import ActSettings
from tests.support.commands import builtin_router

WINDOW = Window(7, "Editor")


@dataclass
class Scene:
    """A hook's answers, and what came of them."""

    events: list[Event] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)

    def take(self, answer: HookAnswer) -> None:
        router = builtin_router()
        planner = Planner(ActSettings(), router.find)
        taking = HookedAnswers(router, planner, self.orders.append, self.events.append)
        taking.take(answer, HookAsked("the words", "en"), WINDOW)

    @property
    def done(self) -> list[str]:
        return [
            step.command
            for each in self.orders
            if isinstance(each.action, Execute)
            for step in each.action.steps
        ]


def test_what_it_says_is_shown_and_what_it_types_is_typed_as_dictation_is() -> None:
    scene = Scene()
    scene.take(HookAnswer(say="It is\u202e on.", type="the \u200btext\n", toast="Done."))
    assert [each.text for each in scene.events if isinstance(each, AnswerEnded)] == ["It is on.", "Done."]
    (order,) = scene.orders
    assert order.action == InsertText("the text\n", WINDOW)
    assert not order.action.is_confirmed  # a terminal asks before several lines
    assert not order.is_stored


def test_harmless_commands_are_run() -> None:
    scene = Scene()
    scene.take(HookAnswer(run=("media.next", "volume.up")))
    assert scene.done == ["media.next", "volume.up"]


@pytest.mark.parametrize(
    "name",
    [
        "power.off",
        "window.close",
        "assistant.accept",
        "assistant.wake",
        "search.web",
        "app.open",
        "no.such",
        "",
    ],
)
def test_no_other_is(name: str) -> None:
    scene = Scene()
    scene.take(HookAnswer(run=(name,)))
    assert scene.orders == []
    assert [type(each) for each in scene.events] == [Trouble]
