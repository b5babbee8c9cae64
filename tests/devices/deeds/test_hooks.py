"""Hooks: real programs, a real web server, a real plug-in; ten seconds, nothing inherited, nothing left."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from assistant.devices.deeds.hooks import program
from assistant.devices.deeds.hooks.message import answer
from assistant.devices.deeds.hooks.runner import MOST, HookRunner
from assistant.engine.work import CancelToken
from assistant.errors import HookError
from assistant.values.action import Result, Window
from assistant.values.commands.deed import CallHttp, CallPython, RunHook, Slot
from assistant.values.consult import HookAnswer, HookAsked
from tests.support.chat_server import ChatRequest, ChatServer, hung_up, silent, status
from tests.support.waiting import Stopwatch, wait_until

ASKED = HookAsked("turn it 大", "en")
SLOTS = (Slot("room", "kitchen"), Slot("n", 3))
WINDOW = Window(7, "Editor", title="private")
ECHO = "import json, sys; asked = json.load(sys.stdin); print(json.dumps({'say': json.dumps(asked)}))"


def hook(code: str, *arguments: str) -> RunHook:
    return RunHook((sys.executable, "-S", "-E", "-c", code, *arguments), SLOTS, ASKED)


@dataclass
class Told:
    """What became of hooks."""

    runner: HookRunner | None = None
    answers: list[HookAnswer] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def ask(self, deed: RunHook | CallHttp | CallPython) -> HookAnswer:
        assert self.runner is not None
        assert self.runner.execute(deed, WINDOW).result is Result.DONE
        wait_until(lambda: self.answers or self.troubles, "an answer")
        return self.answers[0] if self.answers else HookAnswer(toast=self.troubles[0])


@pytest.fixture
def told() -> Iterator[Told]:
    told = Told()
    told.runner = HookRunner(
        CancelToken, lambda found, _asked, _window: told.answers.append(found), told.troubles.append
    )
    yield told
    told.runner.call_off()


WHOLE = {
    "v": 1,
    "utterance": "turn it 大",
    "lang": "en",
    "slots": {"room": "kitchen", "n": 3},
    "app": "Editor",
}


def test_a_program_gets_the_question_and_its_answer_comes_back(told: Told) -> None:
    assert json.loads(told.ask(hook(ECHO)).say) == WHOLE


def test_a_web_hook_gets_the_same_by_post(told: Told) -> None:
    def behave(request: ChatRequest) -> None:
        request.page(200, {"toast": "Done.", "run": ["media.next"], "more": 1})

    with ChatServer() as server:
        server.scripts["/hook"] = [behave]
        found = told.ask(CallHttp(f"{server.url}/hook", slots=SLOTS, asked=ASKED))
        assert found == HookAnswer(toast="Done.", run=("media.next",))
        assert [json.loads(body) for path, body, _ in server.requests if path == "/hook"] == [WHOLE]


def test_a_plug_in_is_called_in_a_process_of_its_own(
    told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "import os\ndef f(asked):\n    print('noise')\n    return {'say': f'{os.getpid()} {len(asked)}'}\n"
    (tmp_path / "house_plugin.py").write_text(code)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    number, size = told.ask(CallPython("house_plugin:f", SLOTS, ASKED)).say.split()
    assert int(size) == len(WHOLE)
    assert int(number) != os.getpid()


def test_nothing_of_our_environment_gets_out_that_could_be_a_key(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("API_KEY", "OPENAI_API_KEY", "AWS_SECRET_ACCESS_KEY", "LD_PRELOAD_X", "PYTHONPATH"):
        monkeypatch.setenv(name, "xylophone")
    monkeypatch.setenv("LC_TIME", "C")
    code = "import json, os; print(json.dumps({'say': ' '.join(os.environ), 'toast': str(os.environ)}))"
    found = told.ask(hook(code))
    assert {"PATH", "HOME", "LC_TIME"} <= set(found.say.split())
    assert "xylophone" not in found.toast


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("print('hello')", "did not answer in JSON"),
        ("print('[1]')", "with an object"),
        ("print('{\"say\": 3}')", "is none"),
        ('print(\'{"run": "x"}\')', "by its id"),
        ("print('{\"run\": [\"x\"] }'.replace('\"x\"', ','.join(['\"x\"'] * 9)))", "over 5 commands"),
        ("import sys; sys.exit(4)", "status 4"),
        ("print('x' * 100_000)", "too long"),
        ("import sys\nwhile True: sys.stdout.write('x' * 10_000)", "too long"),
    ],
)
def test_what_is_no_answer_is_told_in_a_sentence(told: Told, code: str, message: str) -> None:
    assert message in told.ask(hook(code)).toast


def test_a_program_that_is_not_there_is_told(told: Told) -> None:
    assert "cannot be started" in told.ask(RunHook(("no-such-hook",))).toast


def test_an_empty_answer_is_one(told: Told) -> None:
    assert told.ask(hook("pass")) == HookAnswer()


def test_a_hook_that_takes_too_long_is_ended_with_all_that_it_started(
    told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "PATIENCE", 0.5)
    started = Stopwatch()
    assert "took longer" in told.ask(_sleeper(tmp_path)).toast
    started.soon("a hook that takes too long", 0.5)
    wait_until(lambda: not _living(tmp_path), "its child is gone")


def test_calling_off_ends_it_and_nothing_is_told(told: Told, tmp_path: Path) -> None:
    assert told.runner is not None
    told.runner.execute(_sleeper(tmp_path), WINDOW)
    wait_until(lambda: _living(tmp_path), "it runs")
    called_off = Stopwatch()
    told.runner.call_off()
    wait_until(lambda: not _living(tmp_path), "it is gone")
    called_off.soon("a hook that is called off")
    assert (told.answers, told.troubles) == ([], [])


def test_only_so_many_are_at_work(told: Told, tmp_path: Path) -> None:
    assert told.runner is not None
    results = [told.runner.execute(_sleeper(tmp_path), WINDOW).result for _ in range(MOST + 1)]
    assert results == [Result.DONE] * MOST + [Result.FAILED]


@pytest.mark.parametrize("behave", [status(500), hung_up])
def test_a_web_hook_that_fails_is_told(told: Told, behave: Callable[[ChatRequest], None]) -> None:
    with ChatServer() as server:
        server.scripts["/hook"] = [behave]
        assert "The hook at 127.0.0.1" in told.ask(CallHttp(f"{server.url}/hook")).toast


def test_a_web_hook_on_another_computer_is_not_asked(told: Told) -> None:
    assert "no text may leave it" in told.ask(CallHttp("http://192.0.2.1/hook")).toast


def test_a_web_hook_is_called_off(told: Told) -> None:
    assert told.runner is not None
    with ChatServer() as server:
        server.scripts["/hook"] = [silent]
        told.runner.execute(CallHttp(f"{server.url}/hook"), WINDOW)
        wait_until(lambda: server.requests, "the request")
        told.runner.call_off()
        wait_until(lambda: told.runner is not None and not told.runner._running, "its end")
    assert (told.answers, told.troubles) == ([], [])


@pytest.mark.parametrize("body", [b"{" * 70_000, b'{"say": "' + b"x" * 9000 + b'"}', b"\xff"])
def test_an_answer_that_is_hostile_is_refused(body: bytes) -> None:
    with pytest.raises(HookError):
        answer("h", body)


def _sleeper(folder: Path) -> RunHook:
    code = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen(['sleep', '60'])\n"
        "open(sys.argv[1], 'w').write(str(child.pid))\n"
        "time.sleep(60)"
    )
    return hook(code, str(folder / "child"))


def _living(folder: Path) -> bool:
    file = folder / "child"
    if not file.exists() or not file.read_text():
        return False
    stat = Path(f"/proc/{file.read_text()}/stat")
    return stat.exists() and stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"
