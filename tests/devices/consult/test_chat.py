"""Requests as JSON, and replies out of it."""

import json

import pytest

from assistant.devices.consult.wire.chat import ReplyReader, body_of
from assistant.errors import BrokenReplyError, ConsultError, GarbledReplyError, ReplyTooLargeError
from assistant.values.consult import Called, Finished, Grew, Reply, Request, Role, Tool, Turn


def _read(*events: str) -> list[Reply]:
    reader = ReplyReader()
    found = [reply for event in events for reply in reader.feed(event)]
    reader.close()
    return found


def _chunk(reason: str | None = None, **delta: object) -> str:
    return json.dumps({"choices": [{"delta": delta, "finish_reason": reason}]})


def _call(index: int, **function: str) -> dict[str, object]:
    return {"index": index, "function": function}


def test_a_request_is_what_every_server_takes() -> None:
    tool = Tool("tab_open", "Open a tab.", '{"type": "object"}')
    turns = (Turn(Role.SYSTEM, "Be brief."), Turn(Role.USER, "你好 \ud83d"))
    body = json.loads(body_of(Request(turns, (tool,), 99, '{"type": "string"}', 0.5), "tiny"))
    assert body["model"] == "tiny"
    assert body["stream"] is True
    assert (body["max_tokens"], body["temperature"]) == (99, 0.5)
    assert body["messages"][0] == {"role": "system", "content": "Be brief."}
    assert body["tools"][0]["function"]["parameters"] == {"type": "object"}
    assert body["response_format"]["json_schema"]["schema"] == {"type": "string"}


def test_what_is_not_asked_for_is_not_mentioned() -> None:
    body = json.loads(body_of(Request((Turn(Role.USER, "hi"),)), ""))
    assert set(body) == {"messages", "stream", "max_tokens", "temperature"}


def test_a_schema_that_is_no_json_is_told() -> None:
    with pytest.raises(ConsultError, match="pack"):
        body_of(Request((), schema="{"), "tiny")


def test_pieces_grow_and_the_end_is_told_once() -> None:
    events = (
        _chunk(role="assistant", content=None),
        _chunk(content="a"),
        _chunk("stop"),
        "[DONE]",
        "garbage",
    )
    assert _read(*events) == [Grew("a"), Finished("stop")]


def test_an_end_without_a_reason_is_an_end() -> None:
    assert _read(_chunk(content="a"), "[DONE]") == [Grew("a"), Finished("stop")]


def test_a_tool_call_is_put_together_of_its_pieces() -> None:
    events = (
        _chunk(tool_calls=[_call(0, name="tab_open", arguments="")]),
        _chunk(tool_calls=[_call(0, arguments='{"wh')]),
        _chunk(tool_calls=[_call(1, name="tab_close", arguments="{}")]),
        _chunk(tool_calls=[_call(0, arguments='ere": "left"}')]),
        _chunk("tool_calls"),
    )
    assert _read(*events) == [
        Called("tab_open", '{"where": "left"}'),
        Called("tab_close", "{}"),
        Finished("tool_calls"),
    ]


@pytest.mark.parametrize("field", ["reasoning", "reasoning_content"])
def test_thoughts_in_a_field_of_their_own_come_between_marks(field: str) -> None:
    events = (_chunk(**{field: "let me"}), _chunk(**{field: " see"}), _chunk(content="4"), _chunk("stop"))
    assert (
        "".join(each.text for each in _read(*events)[:-1] if isinstance(each, Grew))
        == "<think>let me see</think>4"
    )


def test_thoughts_without_an_answer_are_closed_too() -> None:
    assert _read(_chunk(reasoning="hm"), _chunk("length")) == [
        Grew("<think>hm"),
        Grew("</think>"),
        Finished("length"),
    ]


def test_a_server_s_own_word_for_the_end_is_not_passed_on() -> None:
    assert _read(_chunk("xylophone")) == [Finished("other")]


def test_counts_at_the_end_are_no_reply() -> None:
    assert _read(json.dumps({"choices": [], "usage": {}}), "[DONE]") == [Finished("stop")]


@pytest.mark.parametrize(
    "event",
    [
        "",
        "hello",
        "[]",
        "null",
        "{}",
        '{"choices": 1}',
        '{"choices": ["a"]}',
        '{"choices": [{"delta": "a"}]}',
        '{"choices": [{"delta": {"content": 1}}]}',
        '{"choices": [{"delta": {"tool_calls": {"a": 1}}}]}',
        '{"choices": [{"delta": {"tool_calls": [1]}}]}',
        '{"choices": [{"delta": {"tool_calls": [{"index": "a"}]}}]}',
        "[" * 100_000,
    ],
)
def test_what_is_no_reply_is_refused(event: str) -> None:
    with pytest.raises(GarbledReplyError):
        list(ReplyReader().feed(event))


def test_an_error_in_the_middle_is_told_without_its_words() -> None:
    with pytest.raises(ConsultError) as told:
        list(ReplyReader().feed(json.dumps({"error": {"message": "xylophone"}})))
    assert "xylophone" not in str(told.value)


def test_a_stream_that_ends_too_early_is_told() -> None:
    with pytest.raises(BrokenReplyError):
        _read(_chunk(content="a"))
    with pytest.raises(GarbledReplyError):
        _read()


@pytest.mark.parametrize(
    "pieces",
    [
        [_call(0, arguments="x" * 1000)] * 100,
        [_call(index, name="a") for index in range(100)],
    ],
    ids=["arguments", "calls"],
)
def test_a_call_without_end_is_refused(pieces: list[dict[str, object]]) -> None:
    with pytest.raises(ReplyTooLargeError):
        _read(*(_chunk(tool_calls=[piece]) for piece in pieces))
