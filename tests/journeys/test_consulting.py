"""The language model on a real desktop: the assistant as users run it, real windows, a real server.

What is said comes in writing (`assistant say --job`), so that no small model's hearing is in the way.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest

from tests.support.chat_server import Behaviour, ChatServer, talk
from tests.support.consulting import calling, polite
from tests.support.running_assistant import RunningAssistant
from tests.support.sound_server import SoundServer
from tests.support.spoken import SpokenLog, speaking
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_client import Owner, Reader
from tests.support.x_server import XServer

pytestmark = pytest.mark.timeout(300)

BEFORE = "so this is a rather long text 旧的"
AFTER = "A short text. 新的"
RAW = "um so i think we we should meet at three on friday"
SAYING_S = 60
CLEAN = "So I think we should meet at three on Friday."
Run = Callable[..., RunningAssistant]


@pytest.fixture
def run(screen: XServer, sound: SoundServer, tmp_path: Path) -> Run:
    """Return what starts the assistant with a server and more lines under [consult]."""

    def start(server: ChatServer, *lines: str) -> RunningAssistant:
        consult = ["[consult]", "is_on = true", f'server = "{server.url}"', 'model = "tiny"', *lines]
        environment = {**screen.environment, **sound.environment}
        return RunningAssistant(tmp_path, environment, settings="\n".join(consult))

    return start


@contextmanager
def field_with(text: str, kind: str, screen: XServer, running: RunningAssistant) -> Iterator[TextField]:
    """Show a window that holds `text`, all of it selected."""
    with TextField(kind, screen) as field:
        field.focus()
        if text:
            running.ask("say", text)
            assert field.received(text) == text
            screen.tap("Control_L", "a")
        yield field


def answered(server: ChatServer, count: int = 1) -> None:
    """Wait until so many questions have been asked, and all that was asked is answered."""
    wait_until(
        lambda: len(server.asked) == count and server.answered == len(server.requests), "the model's answer"
    )


def clipboard(screen: XServer) -> bytes | None:
    with Reader(screen.name) as reader:
        found = reader.read("UTF8_STRING")
    return None if found is None else bytes(found.value)


@pytest.mark.parametrize("kind", ["qt", "gtk"])
def test_selected_text_is_rewritten_accepted_and_the_original_comes_back(
    kind: str, screen: XServer, run: Run
) -> None:
    with (
        ChatServer(polite(AFTER)) as server,
        run(server) as running,
        field_with(BEFORE, kind, screen, running) as field,
        Owner(screen.name, "copied before"),
    ):
        running.ask("say", "--job", "edit", "make it shorter")
        answered(server)
        envelope = json.loads(server.asked[0]["messages"][1]["content"])
        assert (envelope["utterance"], envelope["selection"]) == ("make it shorter", BEFORE)
        assert field.received(BEFORE) == BEFORE  # until it is accepted, nothing happens
        accepted = [running.ask("say", "--job", "edit", "accept the change") for _ in range(2)]
        wait_until(lambda: field.text() == AFTER, f"the new text; {accepted}, {running.output()}")
        assert field.received(AFTER) == AFTER  # once
        wait_until(lambda: clipboard(screen) == b"copied before", "the clipboard as it was")
        newest = json.loads(running.ask("history", "last", "--json").splitlines()[-1])
        entries = running.ask("history", "last", "--json")
        assert BEFORE in entries
        assert AFTER in entries
        assert newest
        running.ask("undo")
        wait_until(lambda: field.text() == BEFORE, f"the original; {running.output()}")


def test_a_rejected_edit_and_another_window_change_nothing(screen: XServer, run: Run) -> None:
    with (
        ChatServer(polite(AFTER)) as server,
        run(server) as running,
        field_with(BEFORE, "qt", screen, running) as field,
    ):
        running.ask("say", "--job", "edit", "make it shorter")
        answered(server)
        with TextField("qt", screen) as other:
            other.focus()
            running.ask("say", "--job", "edit", "accept the change")
            wait_until(lambda: "focus" in running.output() or "kept" in running.output(), "it is told")
            assert other.received("") == ""
        assert field.text() == BEFORE
        field.focus()
        running.ask("say", "--job", "edit", "make it shorter")
        answered(server, 2)
        running.ask("say", "--job", "edit", "reject the change")
        running.ask("say", "--job", "edit", "accept the change")
        assert field.received(BEFORE) == BEFORE


def test_an_answer_comes_as_text_and_into_no_window(screen: XServer, run: Run) -> None:
    with (
        ChatServer(talk("Because ", "of the ", "air.")) as server,
        run(server) as running,
        field_with("", "qt", screen, running) as field,
    ):
        for job, text in (("ask", "why is the sky blue"), ("command", "ask why the sky is blue")):
            assert "Because of the air." in running.ask("say", "--alone", "--job", job, text)
        assert len(server.asked) == 2
        assert field.received("") == ""


@pytest.mark.parametrize(
    ("behave", "typed"), [(polite(CLEAN), CLEAN), (talk("Sure! Friday at three works for me."), RAW)]
)
def test_a_dictation_is_polished_or_typed_as_it_was_heard(
    behave: Behaviour, typed: str, screen: XServer, run: Run
) -> None:
    with (
        ChatServer(behave) as server,
        run(server, "polish = true") as running,
        field_with("", "qt", screen, running) as field,
    ):
        running.ask("say", "--job", "dictate", RAW)
        assert field.received(typed) == typed
        assert len(server.asked) == 1


def test_a_miss_becomes_a_command_of_the_models_choice(screen: XServer, run: Run) -> None:
    call = calling("timer__set", '{"amount": 5, "unit": "minutes"}')
    with ChatServer(call) as server, run(server, "on_a_miss = true") as running:
        running.ask("say", "--job", "command", "tell me when five minutes have gone by")
        timers = running.home / "state" / "timers.json"
        wait_until(timers.exists, f"a timer; {running.output()}")
        assert [each["seconds"] for each in json.loads(timers.read_text())] == [300]
        tools = {each["function"]["name"] for each in server.asked[0]["tools"]}
        assert "timer__set" in tools
        assert tools.isdisjoint({"power__off", "power__restart", "window__close", "assistant__accept"})


def test_a_key_silences_a_spoken_answer_and_lets_the_server_go(
    screen: XServer, run: Run, tmp_path: Path
) -> None:
    log = SpokenLog(tmp_path / "spoken")
    voice = json.dumps(speaking(log.file, SAYING_S))
    sentences = talk("This is one sentence. ", *(["And so on. "] * 200), every=0.05)
    with ChatServer(sentences) as server, run(server, "speaks = true", f"voice = {voice}") as running:
        running.ask("say", "--job", "ask", "tell me everything")
        log.wait_for(1)
        pressed = monotonic()
        with screen.holding("Control_R"):
            wait_until(lambda: not log.living(), "silence")
            silent = monotonic()
            server.wait_until_left()
        print(f"silent {1000 * (silent - pressed):.0f} ms after the key")
        assert silent - pressed < SAYING_S / 10, "the voice was ended, and did not end"
