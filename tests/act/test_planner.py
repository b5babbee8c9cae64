import pytest

from assistant.act.planner import Planner
from assistant.values.action import Action, DoNothing, InsertText, KeepText, Window
from assistant.values.intent import Dictate, Intent, Nothing, Why
from assistant.values.settings import ActSettings

WINDOW = Window(7, "editor")


@pytest.mark.parametrize(
    ("intent", "follow", "action"),
    [
        (Dictate("hi"), False, InsertText("hi", WINDOW)),
        (Dictate("hi"), True, InsertText("hi", None)),
        (Nothing(Why.UNSURE, "hi"), False, KeepText("hi", "unsure")),
        (Nothing(Why.NO_SPEECH), False, DoNothing("no_speech")),
    ],
)
def test_plans(intent: Intent, follow: bool, action: Action) -> None:
    assert Planner(ActSettings(follow_focus=follow)).plan(intent, WINDOW) == action
