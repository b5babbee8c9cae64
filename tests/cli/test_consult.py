"""`assistant consult` as a user runs it: a process of its own, in a home of its own."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import chat_server as chat
from tests.support.chat_server import ChatServer
from tests.support.model_shop import environment
from tests.support.waiting import wait_until

KEY, SECRET = "sk-marimba", "xylophone"


class Consult:
    """Runs `assistant consult ...`; no keyring of this computer is touched."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.environment = environment(home) | {
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }

    def start(self, *arguments: str, stdin: int = subprocess.DEVNULL) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "assistant", "consult", *arguments]
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command, env=self.environment, stdin=stdin, stdout=pipe, stderr=pipe, text=True
        )

    def run(self, *arguments: str, typed: str = "") -> tuple[int, str, str]:
        with self.start(*arguments, stdin=subprocess.PIPE) as program:
            out, err = program.communicate(typed, timeout=60)
        assert "Traceback" not in err
        return program.returncode, out, err


@pytest.fixture
def consult(tmp_path: Path) -> Consult:
    return Consult(tmp_path / "home")


@pytest.fixture
def ready(consult: Consult) -> Consult:
    assert consult.run("on")[0] == 0
    return consult


def test_it_is_off_and_says_how_to_switch_it_on(consult: Consult) -> None:
    code, out, _ = consult.run()
    assert (code, out.splitlines()[0]) == (0, "The language model is off: assistant consult on")
    for verb in (("servers",), ("models",), ("test",), ("ask", "hello")):
        code, _, err = consult.run(*verb)
        assert (code, "assistant consult on" in err) == (1, True)


def test_from_nothing_to_an_answer(ready: Consult) -> None:
    with ChatServer(models=chat.listed("tiny")) as server:
        assert ready.run("use", f"{server.url}/v1/", "--model", "tiny")[0] == 0
        code, out, err = ready.run("ask", SECRET)
        assert (code, out) == (0, "Hello, world.\n")
        assert "first word after" in err
        assert server.asked[0]["messages"] == [{"role": "user", "content": SECRET}]
        assert json.loads(ready.run("ask", "--json", "-", typed=SECRET)[1])["text"] == "Hello, world."
        assert "* tiny" in ready.run("models")[1]
    log = ready.run("log")[1]
    assert log.count(f"{server.url} tiny  ask, {len(SECRET)} characters") == 2
    assert SECRET not in log
    assert json.loads(ready.run("status", "--json")[1])["logged"] == 2
    assert ready.run("log", "--clear")[1] == "2 requests are forgotten.\n"
    assert "Nothing was sent" in ready.run("log")[1]
    assert ready.run("off")[0] == 0
    assert ready.run("ask", "hello")[0] == 1


def test_another_computer_is_refused_unless_it_is_allowed(ready: Consult) -> None:
    code, _, err = ready.run("use", "http://203.0.113.7")
    assert (code, "not this computer" in err, "--allow-remote" in err) == (1, True, True)
    code, _, err = ready.run("use", "http://203.0.113.7", "--allow-remote")
    assert (code, "encryption" in err) == (1, True)
    assert json.loads(ready.run("status", "--json")[1])["server"] == ""
    code, out, _ = ready.run("use", "https://203.0.113.7", "--allow-remote")
    assert code == 0
    assert "leave this computer for 203.0.113.7" in out
    assert "the selected text" in out
    with ChatServer() as server:
        ready.run("use", server.url)
    assert json.loads(ready.run("status", "--json")[1])["remote_allowed"] is False


def test_a_key_is_read_from_standard_input_and_shown_nowhere(ready: Consult) -> None:
    code, out, err = ready.run("key", "set", "https://llm.example.com", typed=f"{KEY}\n")
    assert (code, "is kept" in out, "no keyring" in err) == (0, True, True)
    listed = ready.run("key")[1]
    assert "https://llm.example.com:443" in listed
    assert KEY not in out + err + listed + ready.run("status")[1]
    assert ready.run("key", "forget", "https://llm.example.com")[0] == 0
    assert KEY not in "".join(path.read_text() for path in ready.home.rglob("*") if path.is_file())
    assert ready.run("key", "set", "https://llm.example.com", typed="\n")[0] == 1


def test_a_key_typed_at_a_terminal_is_not_echoed(ready: Consult) -> None:
    process, terminal = pty.fork()
    if process == 0:
        command = [sys.executable, "-m", "assistant", "consult", "key", "set", "http://127.0.0.1:1"]
        os.execve(sys.executable, command, ready.environment)
    shown = b""
    while b"not shown" not in shown:
        shown += os.read(terminal, 1024)
    os.write(terminal, f"{KEY}\n".encode())
    try:
        while block := os.read(terminal, 1024):
            shown += block
    except OSError:
        pass  # the terminal of a process that has ended
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
    os.close(terminal)
    assert KEY.encode() not in shown
    assert b"is kept" in shown


def test_ctrl_c_in_the_middle_lets_the_server_go(ready: Consult) -> None:
    with ChatServer(chat.babble, models=chat.listed("tiny")) as server:
        ready.run("use", server.url)
        with ready.start("ask", "go on") as program:
            assert program.stdout is not None
            assert program.stdout.read(20).startswith("word word")
            program.send_signal(signal.SIGINT)
            _, err = program.communicate(timeout=20)
        assert (program.returncode, "cancelled" in err) == (130, True)
        wait_until(lambda: server.left_at, "the server saw it")


def test_what_a_terminal_would_obey_is_not_printed(ready: Consult) -> None:
    with ChatServer(chat.talk("a\x1b]0;owned\x07b\x9b31m\n", "c"), models=chat.listed("tiny")) as server:
        ready.run("use", server.url)
        out = ready.run("ask", "hello")[1]
    assert out == "a]0;ownedb31m\nc\n"


def test_servers_are_told_to_programs_too(ready: Consult) -> None:
    with ChatServer(models=chat.listed("tiny")) as server:
        ready.run("use", server.url)
        found = json.loads(ready.run("servers", "--json")[1])
    assert [model["name"] for one in found if one["url"] == server.url for model in one["models"]] == ["tiny"]


def test_trying_it_tells_every_step(ready: Consult) -> None:
    with ChatServer(chat.talk(*"abc"), chat.babble, models=chat.listed("tiny")) as server:
        ready.run("use", server.url)
        code, out, _ = ready.run("test")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == [
        "server",
        "model",
        "commands",
        "answer",
        "cancel",
    ]
    assert "1 model " in out


@pytest.mark.parametrize(
    ("model", "health", "words"),
    [("tiny", "ok", "tiny at "), ("other", "FAIL", "does not have other"), ("", "FAIL", "has 2 models")],
)
def test_the_doctor_asks_the_server_too(ready: Consult, model: str, health: str, words: str) -> None:
    with ChatServer(models=chat.listed("tiny", "big")) as server:
        ready.run("use", server.url, *(["--model", model] if model else []))
        command = [sys.executable, "-m", "assistant", "doctor", "--json"]
        done = subprocess.run(command, env=ready.environment, capture_output=True, text=True, check=False)
    (found,) = [each for each in json.loads(done.stdout) if each["part"] == "consult"]
    assert found["health"] == health
    assert words in found["message"]


@pytest.mark.parametrize(
    ("voice", "health", "words"),
    [([sys.executable], "ok", f"by {sys.executable}"), (["no-such-voice"], "FAIL", "see voice under")],
)
def test_the_doctor_names_the_voice(ready: Consult, voice: list[str], health: str, words: str) -> None:
    with ChatServer(models=chat.listed("tiny")) as server:
        ready.run("use", server.url, "--model", "tiny")
        for key, value in (("consult.speaks", ["true"]), ("consult.voice", voice)):
            change = [sys.executable, "-m", "assistant", "settings", "set", key, *value]
            subprocess.run(change, env=ready.environment, check=True, capture_output=True)
        command = [sys.executable, "-m", "assistant", "doctor", "--json"]
        done = subprocess.run(command, env=ready.environment, capture_output=True, text=True, check=False)
    found = [each for each in json.loads(done.stdout) if each["part"] == "consult"]
    assert found[-1]["health"] == health
    assert words in found[-1]["message"]


def test_help_teaches(consult: Consult) -> None:
    assert "no connection is opened" in consult.run("--help")[1]
    assert "standard input" in consult.run("key", "--help")[1]
