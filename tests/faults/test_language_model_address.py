"""Where the words go: proxies, names that lie, models that run elsewhere."""

import threading
from pathlib import Path

import pytest

from assistant.devices.consult.patience import Patience
from assistant.errors import AddressRefusedError, ReplyTimeoutError
from tests.support import chat_server as chat
from tests.support.chat_server import ChatServer
from tests.support.language_model import HASTE, ModelShelf, replies, said
from tests.support.waiting import Stopwatch

PROXIES = ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")


def test_a_proxy_of_the_environment_is_not_asked(shelf: ModelShelf, monkeypatch: pytest.MonkeyPatch) -> None:
    with ChatServer() as proxy, ChatServer() as server:
        for name in PROXIES:
            monkeypatch.setenv(name, proxy.url)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        assert said(replies(shelf.model(server.url))) == "Hello, world."
        assert proxy.requests == []


def test_a_password_file_is_not_read(
    shelf: ModelShelf, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    passwords = tmp_path / "netrc"
    passwords.write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(passwords))
    with ChatServer() as server:
        replies(shelf.model(server.url))
        assert all("Authorization" not in headers for _, _, headers in server.requests)


@pytest.mark.parametrize("numbers", [("203.0.113.7",), ("127.0.0.1", "203.0.113.7"), ("192.168.7.7",)])
def test_a_name_that_leads_off_this_computer_is_refused(shelf: ModelShelf, numbers: tuple[str, ...]) -> None:
    with ChatServer() as server:
        model = shelf.model(f"http://llm.local:{server.port}", resolve=lambda host, port: numbers)
        with pytest.raises(AddressRefusedError, match="nothing was sent"):
            replies(model)
        assert server.requests == []
    assert shelf.ledger.entries() == ()


def test_a_name_that_changes_its_mind_is_asked_once(shelf: ModelShelf) -> None:
    asked: list[str] = []

    def rebinding(host: str, port: int) -> tuple[str, ...]:
        asked.append(host)
        return ("127.0.0.1",) if len(asked) == 1 else ("203.0.113.7",)

    with ChatServer() as server:
        model = shelf.model(f"http://rebinding.example:{server.port}", resolve=rebinding)
        assert said(replies(model)) == "Hello, world."
        assert server.requests[-1][2]["Host"] == f"rebinding.example:{server.port}"
        with pytest.raises(AddressRefusedError):
            replies(model)
    assert asked == ["rebinding.example"] * 2


def test_a_name_that_nobody_resolves_in_time_is_given_up(shelf: ModelShelf) -> None:
    gone = threading.Event()

    def slow(host: str, port: int) -> tuple[str, ...]:
        gone.wait(60)
        return ()

    started = Stopwatch()
    with pytest.raises(ReplyTimeoutError, match="not reached within"):
        replies(shelf.model("http://slow.example", resolve=slow))
    started.soon("a name that nobody resolves", HASTE.reach_s)
    gone.set()


@pytest.mark.parametrize(
    ("name", "tags"),
    [
        ("listed", {"tiny": "https://ollama.com:443"}),
        ("by its full name", {"tiny__latest": "https://ollama.com:443"}),
    ],
)
def test_a_model_that_runs_elsewhere_counts_as_remote(
    shelf: ModelShelf, name: str, tags: dict[str, str]
) -> None:
    with ChatServer(tags=chat.tagged(**tags)) as server:
        with pytest.raises(AddressRefusedError, match=r"tiny runs at .*ollama\.com.*nothing was sent"):
            replies(shelf.model(server.url))
        assert server.asked == []
        replies(shelf.model(server.url, remote=True))
    assert [each.is_remote for each in shelf.ledger.entries()] == [True]


def test_a_model_that_runs_here_is_told_at_once(shelf: ModelShelf) -> None:
    with ChatServer(tags=chat.tagged(tiny="", other="https://ollama.com:443")) as server:
        model = shelf.model(server.url)
        replies(model)
        replies(model)
        assert [path for path, _, _ in server.requests].count("/api/tags") == 1  # not for each request
    assert [each.is_remote for each in shelf.ledger.entries()] == [False, False]


def test_limits_are_what_was_promised() -> None:
    assert Patience() == Patience(
        connect_s=0.5, connect_far_s=3.0, reach_s=5.0, first_s=20.0, gap_s=20.0, total_s=120.0
    )


@pytest.mark.parametrize("numbers", [("::1", "127.0.0.1"), ("127.0.0.2", "127.0.0.1"), ("127.0.0.1", "::1")])
def test_every_address_of_a_name_is_tried(shelf: ModelShelf, numbers: tuple[str, ...]) -> None:
    with ChatServer() as server:
        model = shelf.model(f"http://here.example:{server.port}", resolve=lambda host, port: numbers)
        assert said(replies(model)) == "Hello, world."
