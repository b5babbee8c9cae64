"""Rows of commands about the language model, seen by a real server on loopback that is asked, or left."""

import json
from collections.abc import Callable
from time import sleep
from typing import Any

from tests.journeys.commands.row import Row, Seen, once
from tests.journeys.commands.stage import CHAT, Stage
from tests.support.chat_server import babble, talk
from tests.support.waiting import wait_until

SOON = 0.6
"""Seconds in which the assistant has made of an answer what it makes of it."""
NONE_WAITS = "There is no changed text that waits to be accepted."
NEW, OLD = "short", "a text that is rather long"


def _asked(stage: Stage) -> list[dict[str, Any]]:
    return stage.model.asked


def _words(request: dict[str, Any]) -> str:
    return json.dumps(request["messages"], ensure_ascii=False)


def asks(*parts: str) -> Callable[[Stage], Seen]:
    """Return what sees the server asked with any of these words."""

    def prepare(stage: Stage) -> Seen:
        stage.show_text()
        before = len(_asked(stage))

        def look() -> str:
            fresh = [_words(each) for each in _asked(stage)[before:]]
            found = [part for part in parts if any(part in words for words in fresh)]
            return f"server: asked {found[0]!r}" if found else ""

        return look

    return prepare


def _rewritten(stage: Stage) -> Seen:
    before = len(_asked(stage))
    _select(stage)

    def look() -> str:
        fresh = [_words(each) for each in _asked(stage)[before:]]
        return f"server: asked about the selection {OLD!r}" if any(OLD in words for words in fresh) else ""

    return look


def _select(stage: Stage) -> None:
    """Select a text, and let the model answer with a shorter one."""
    stage.model.scripts[CHAT] = [talk(json.dumps({"text": NEW}))]
    stage.show_text(OLD)
    stage.screen.tap("Control_L", "a")


def _offered(stage: Stage) -> None:
    before = stage.model.answered
    _select(stage)
    stage.say("make this text shorter")
    wait_until(lambda: stage.model.answered > before, "an offer")
    sleep(SOON)


def _accepted(stage: Stage) -> Seen:
    _offered(stage)
    return once(lambda: stage.field.text() == NEW, f"field: {OLD!r} -> {NEW!r}")


def _rejected(stage: Stage) -> Seen:
    _offered(stage)
    before = stage.told().count(NONE_WAITS)

    def look() -> str:
        sleep(SOON)
        stage.say("accept the change")
        sleep(SOON)
        is_gone = stage.told().count(NONE_WAITS) > before
        return (
            "field: as it was, and nothing waits to be accepted"
            if is_gone and stage.field.text() == OLD
            else ""
        )

    return look


def _forgotten(stage: Stage) -> Seen:
    _answered(stage, "ask the model about elephants")
    before = len(_asked(stage))

    def look() -> str:
        _answered(stage, "ask the model about geese")
        newest = [_words(each) for each in _asked(stage)[before:]]
        return "server: asked anew, of elephants no word" if newest and "elephant" not in newest[-1] else ""

    return look


def _answered(stage: Stage, question: str) -> None:
    stage.model.scripts[CHAT] = [talk("Well.")]
    before = stage.model.answered
    stage.say(question)
    wait_until(lambda: stage.model.answered > before, "an answer")


def _hushed(stage: Stage) -> Seen:
    stage.model.scripts[CHAT] = [babble]
    stage.model.left_at = 0.0
    before = len(_asked(stage))
    stage.say("ask the model to talk on and on")
    wait_until(lambda: len(_asked(stage)) > before, "a question")

    def look() -> str:
        is_left = bool(stage.model.left_at)
        if is_left:
            stage.model.scripts[CHAT] = [talk("Well.")]
        return "server: left in the middle of its answer" if is_left else ""

    return look


ROWS = (
    Row(
        "assistant.ask",
        "ask the model why the sky is blue",
        "问一下天空为什么是蓝的",
        asks("why the sky is blue", "天空为什么是蓝的"),
    ),
    Row("assistant.rewrite", "make this text shorter", "把这段改得短一点", _rewritten),
    Row("assistant.accept", "accept the change", "接受修改", _accepted),
    Row("assistant.reject", "reject the change", "放弃修改", _rejected),
    Row("assistant.forget", "forget our conversation", "忘记这次对话", _forgotten),
    Row("assistant.quiet", "stop talking", "别说了", _hushed),
)
