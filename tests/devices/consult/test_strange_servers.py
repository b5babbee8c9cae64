"""Whatever JSON a server sends, what comes of it is a reply or one of our own errors."""

import json
from contextlib import suppress
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from assistant.devices.consult.acquaintance import remote_hosts, served_models
from assistant.devices.consult.address import CheckedAddress, ServerAddress
from assistant.devices.consult.wire.chat import ReplyReader
from assistant.devices.consult.wire.complaints import refusal
from assistant.devices.consult.wire.events import EventReader
from assistant.devices.consult.wire.exchange import Question
from assistant.errors import ConsultError

SERVER = ServerAddress.read("http://127.0.0.1:8080")
ADDRESS = CheckedAddress(SERVER, ("127.0.0.1",), is_local=True)
_names = st.sampled_from(
    "choices delta content tool_calls index function name arguments finish_reason error type code message "
    "reasoning data models id model remote_host remote_model object role".split()
)
_leaves = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8))
anything = st.recursive(
    _leaves,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_names, inner, max_size=5)),
    max_leaves=12,
)
like_chunks = st.fixed_dictionaries(
    {"choices": st.lists(st.fixed_dictionaries({"delta": anything, "finish_reason": anything}), max_size=2)}
)


class _Said:
    """An answer with one body."""

    status, location, software = 200, "", ""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def whole(self, _largest: int) -> bytes:
        return self._body


@given(st.lists(st.one_of(anything, like_chunks), max_size=4))
def test_any_event_is_a_reply_or_an_error_of_ours(events: list[Any]) -> None:
    reader = ReplyReader()
    with suppress(ConsultError):
        for event in events:
            list(reader.feed(json.dumps(event)))
        reader.close()


@given(st.lists(st.binary(max_size=40), max_size=10))
def test_any_bytes_are_events(blocks: list[bytes]) -> None:
    reader = EventReader()
    data = [each for block in blocks for each in reader.feed(block)] + list(reader.flush())
    assert all(isinstance(each, str) for each in data)


@given(anything)
def test_any_list_of_models_is_one_or_an_error_of_ours(body: object) -> None:
    def ask(_question: Question) -> Any:  # noqa: ANN401 - stands for an Answer
        return _Said(json.dumps(body).encode())

    with suppress(ConsultError):
        assert all(isinstance(model.name, str) for model in served_models(ask, ADDRESS, ""))
    assert all(isinstance(host, str) for host in remote_hosts(ask, "").values())


@given(
    st.integers(100, 599),
    st.one_of(st.binary(max_size=60), anything.map(lambda one: json.dumps(one).encode())),
    st.text(),
)
def test_any_refusal_has_a_sentence(status: int, body: bytes, location: str) -> None:
    assert str(refusal(SERVER, status, body, location))
