"""Our client and llama.cpp's real server, with a language model of our own making in it."""

import json
import time
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

import pytest

from assistant.devices.consult.keys import KeyShelf
from assistant.devices.consult.patience import Patience
from assistant.devices.consult.servers import LONGEST_S, Condition, survey
from assistant.engine.work import CancelToken
from assistant.errors import BrokenReplyError, CancelledError, RequestTooLongError, UnreachableError
from assistant.values.consult import Called, Finished, Grew, Request, Role, Tool, Turn
from assistant.values.settings import ConsultSettings
from tests.support.language_model import ModelShelf, replies, request, said
from tests.support.llama.babbler import write_babbler
from tests.support.llama.server import LlamaServer, skip_without_it
from tests.support.waiting import Stopwatch, wait_until

pytestmark = [pytest.mark.slow]

ENDLESS = 30_000
"""Tokens: some ten seconds' worth."""
SIDES = {
    "type": "object",
    "properties": {"side": {"type": "string", "enum": ["left", "right"]}},
    "required": ["side"],
    "additionalProperties": False,
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LlamaServer]:
    skip_without_it()
    folder = tmp_path_factory.mktemp("llama")
    write_babbler(folder / "babbler.gguf")
    with LlamaServer(folder / "babbler.gguf", folder / "server.log") as server:
        yield server


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[ModelShelf]:
    with ExitStack() as open_models:
        yield ModelShelf(tmp_path, open_models)


def test_a_reply_streams(server: LlamaServer, shelf: ModelShelf) -> None:
    model = shelf.model(server.url, patience=Patience())
    came = replies(model, request("hello", longest=100))
    assert len([each for each in came if isinstance(each, Grew)]) > 20
    assert came[-1] == Finished("length")
    assert " " in said(came)


def test_a_cancel_in_the_middle_is_seen_by_the_server(server: LlamaServer, shelf: ModelShelf) -> None:
    token = CancelToken()
    coming = shelf.model(server.url, patience=Patience()).reply(request("go on", longest=ENDLESS), token)
    assert len(list(islice(coming, 50))) == 50
    assert server.is_at_work
    cancelled = Stopwatch()
    token.set()
    with pytest.raises(CancelledError):
        list(coming)
    cancelled.soon("a reply that is cancelled (at most 100 ms)")
    wait_until(lambda: not server.is_at_work, "the server stopped")
    spent = server.seconds
    time.sleep(0.5)
    assert server.seconds - spent < 0.1  # it would take half a second if it still generated
    assert "stop processing" in server.log.read_text()


def test_two_turns(server: LlamaServer, shelf: ModelShelf) -> None:
    model = shelf.model(server.url, patience=Patience())
    first = said(replies(model, request("hello", longest=20)))
    came = replies(model, request("hello", first, "and again", longest=20))
    assert said(came)
    prompts = [slot["n_prompt_tokens"] for slot in server.ask("/slots")]
    assert prompts[0] > len("hello") + len(first) + len("and again")  # a token a letter: it has read them all


def test_a_restart_under_the_client(server: LlamaServer, shelf: ModelShelf) -> None:
    model = shelf.model(server.url, patience=Patience())
    assert said(replies(model, request("one", longest=5)))
    coming = model.reply(request("two", longest=ENDLESS), CancelToken())
    next(coming)
    server.kill()
    with pytest.raises(BrokenReplyError):
        list(coming)
    with pytest.raises(UnreachableError):
        replies(model)
    server.start()
    assert said(replies(model, request("three", longest=5)))


def test_a_tool_is_called_by_constrained_sampling(server: LlamaServer, shelf: ModelShelf) -> None:
    tools = (
        Tool("tab_open", "Open a tab.", json.dumps(SIDES)),
        Tool("tab_close", "Close it.", json.dumps(SIDES)),
    )
    asked = Request((Turn(Role.USER, "open a tab on the left"),), tools, longest=300)
    model = shelf.model(server.url, patience=Patience())
    for _ in range(5):
        came = replies(model, asked)
        calls = [each for each in came if isinstance(each, Called)]
        assert [call.tool in {"tab_open", "tab_close"} for call in calls] == [True]
        assert json.loads(calls[0].arguments)["side"] in {"left", "right"}
        assert came[-1] == Finished("tool_calls")


def test_a_reply_keeps_its_schema(server: LlamaServer, shelf: ModelShelf) -> None:
    asked = Request((Turn(Role.USER, "which side?"),), longest=300, schema=json.dumps(SIDES))
    model = shelf.model(server.url, patience=Patience())
    for _ in range(5):
        assert json.loads(said(replies(model, asked)))["side"] in {"left", "right"}


def test_more_text_than_it_can_take_is_told(server: LlamaServer, shelf: ModelShelf) -> None:
    with pytest.raises(RequestTooLongError, match="longer context"):
        replies(shelf.model(server.url, patience=Patience()), request("word " * 10_000))


def test_it_is_found_with_its_model_and_what_that_can_do(server: LlamaServer, tmp_path: Path) -> None:
    on = ConsultSettings(is_on=True)
    (found,) = survey(on, KeyShelf(tmp_path / "keys.json"), (server.port,))
    assert (found.name, found.url, found.condition) == ("llama.cpp", server.url, Condition.READY)
    assert [Path(model.name).name for model in found.models] == ["babbler.gguf"]
    assert found.has_tools is True
    assert found.milliseconds < 1000 * LONGEST_S
