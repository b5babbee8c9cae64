"""Looking for servers: only when it is switched on, all at once, within a second."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.devices.consult.acquaintance import ServedModel
from assistant.devices.consult.keys import KeyShelf
from assistant.devices.consult.servers import KNOWN, LONGEST_S, Condition, look_at, survey
from assistant.errors import ConsultError, UnauthorisedError
from assistant.values.settings import ConsultSettings
from tests.fakes.sockets import RecordingSockets
from tests.support import chat_server as chat
from tests.support.chat_server import ChatRequest, ChatServer
from tests.support.llama.server import free_port
from tests.support.waiting import Stopwatch

ON = ConsultSettings(is_on=True)


@pytest.fixture
def keys(tmp_path: Path) -> KeyShelf:
    return KeyShelf(tmp_path / "keys.json")


@pytest.fixture
def mute() -> Iterator[int]:
    """Give a port that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def _as_llama(request: ChatRequest) -> None:
    request.server_version, request.sys_version = "llama.cpp", ""
    chat.listed("babbler")(request)


def test_nobody_is_asked_while_it_is_off(keys: KeyShelf) -> None:
    sockets = RecordingSockets()
    with sockets.watch(), pytest.raises(ConsultError, match="consult on"):
        survey(ConsultSettings(server="http://127.0.0.1:8080"), keys)
    assert sockets.opened == []


def test_all_the_usual_servers_are_told_with_their_models(keys: KeyShelf, mute: int) -> None:
    tags = chat.tagged(small__latest="", **{"large-cloud": "https://ollama.com:443"})
    able = chat.status(200, {"chat_template_caps": {"supports_tools": True}})
    with (
        ChatServer(models=chat.listed("small:latest", "large-cloud"), tags=tags) as ollama,
        ChatServer(models=chat.status(401)) as jan,
        ChatServer(models=_as_llama, props=able) as llama,
        ChatServer() as web,
    ):
        ports = (ollama.port, jan.port, llama.port, web.port, mute, free_port())
        started = Stopwatch()
        found = survey(ON, keys, ports)
        started.soon("a survey with one that is silent", LONGEST_S)
    assert [one.condition for one in found] == [
        Condition.READY,
        Condition.NEEDS_KEY,
        Condition.READY,
        Condition.OTHER,
        Condition.SILENT,
    ]
    assert found[0].models == (
        ServedModel("small:latest"),
        ServedModel("large-cloud", "https://ollama.com:443"),
    )
    assert (found[2].name, found[2].has_tools) == ("llama.cpp", True)


def test_nobody_there_is_told_quickly(keys: KeyShelf) -> None:
    started = Stopwatch()
    assert survey(ON, keys, (free_port(), free_port())) == ()
    started.soon("nobody there")


def test_the_server_that_was_chosen_is_asked_too(keys: KeyShelf) -> None:
    with ChatServer(models=chat.listed("tiny")) as server:
        settings = ConsultSettings(is_on=True, server=server.url)
        (found,) = survey(settings, keys, ())
    assert (found.url, found.models) == (server.url, (ServedModel("tiny"),))


def test_a_chosen_server_that_is_not_allowed_is_not_asked(keys: KeyShelf) -> None:
    settings = ConsultSettings(is_on=True, server="http://203.0.113.7:9")
    (found,) = survey(settings, keys, ())
    assert found.condition is Condition.OTHER


def test_a_key_opens_a_server_that_wants_one(keys: KeyShelf) -> None:
    def guarded(request: ChatRequest) -> None:
        is_known = request.headers.get("Authorization") == "Bearer sk-marimba"
        (chat.listed("tiny") if is_known else chat.status(401))(request)

    with ChatServer(models=guarded) as server:
        settings = ConsultSettings(is_on=True, server=server.url)
        with pytest.raises(UnauthorisedError):
            look_at(settings, keys)
        keys.file.write_text(f'{{"{server.url}": {{"in_keyring": false, "key": "sk-marimba"}}}}')
        assert look_at(settings, keys).models == (ServedModel("tiny"),)


def test_a_list_without_end_is_refused(keys: KeyShelf) -> None:
    with ChatServer(models=lambda request: request.page(200, b"x" * (5 << 20))) as server:
        (found,) = survey(ON, keys, (server.port,))
    assert found.condition in {Condition.OTHER, Condition.SILENT}


def test_the_five_are_where_they_are_by_default() -> None:
    assert set(KNOWN) == {11434, 1234, 8080, 1337, 8000}
