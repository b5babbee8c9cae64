import json
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.cli.packs import speed
from tests.support.commands import commands_of

GOOD = """pack = 'mine'
[[command]]
id = 'mine.it'
en = ['wave [the] hand']
action = { run = ['wave', '--hand'] }
examples = { en = ['wave the hand'] }
"""


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["next", "tab"], {"match": "tabs.next", "gate": "do", "score": 1.0, "slots": {}}),
        (["set a timer for 10 minutes"], {"match": "timer.set", "slots": {"amount": 10, "unit": 60}}),
        (["close the window"], {"match": "window.close", "gate": "ask"}),
        (["shut down the computer"], {"match": None, "gate": "switched_off"}),
        (["bold that, new line"], {"match": ["format.bold", "text.newline"], "gate": "do"}),
        (["scratch fat"], {"match": "text.scratch", "taken_for": "scratch that"}),
        (["打开 Firefox", "--lang", "zh"], {"match": "app.open", "slots": {"app": "firefox"}}),
        (["--mode", "dictation", "new line"], {"match": "text.newline"}),
        (
            ["--mode", "dictation", "next tab"],
            {"match": None, "intent": "dictate", "gate": None, "slots": None},
        ),
        (["--mode", "wake", "next tab"], {"match": None, "gate": "not_addressed", "score": None}),
        (["--mode", "wake", "hey computer next tab"], {"match": "tabs.next"}),
        (["--mode", "asleep", "wake up"], {"match": "assistant.wake"}),
        (
            ["--app", "firefox", "next tab"],
            {"match": "tabs.next", "does": ["tabs.next: press ctrl+page_down"]},
        ),
        (["what a lovely day it is"], {"match": None, "slots": None, "score": None, "does": None}),
    ],
)
def test_try_says_what_a_text_is(
    arguments: list[str], expected: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["try", "--json", *arguments])
    found = json.loads(capsys.readouterr().out)
    assert {name: found[name] for name in expected} == expected
    assert code == (0 if expected["match"] else 1)


def test_try_in_plain_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["try", "opn the terminal"]) == 0
    told = capsys.readouterr().out
    assert "app.open" in told
    assert "app = 'terminal'" in told
    assert "“open the terminal”" in told
    assert main(["try", "close the kitchen windows"]) == 1
    assert "did you mean “close the current window”?" in capsys.readouterr().out


def test_check_is_green_on_a_good_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.toml").write_text(GOOD, encoding="utf-8")
    assert main(["check", str(tmp_path / "mine.toml")]) == 0
    assert "all is well" in capsys.readouterr().out


def test_check_tells_file_line_and_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = GOOD.replace("[the]", "[the").replace("examples", "exmples")
    (tmp_path / "mine.toml").write_text(broken, encoding="utf-8")
    assert main(["check", str(tmp_path / "mine.toml")]) == 1
    told = capsys.readouterr().out
    assert "mine.toml:2: command \"mine.it\": 'exmples' is not known here – did you mean 'examples'?" in told
    assert "1 problems" in told


def test_check_finds_a_command_that_takes_the_words_of_a_built_in_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = GOOD.replace("wave [the] hand", "next tab").replace("wave the hand", "next tab")
    (tmp_path / "mine.toml").write_text(taken, encoding="utf-8")
    assert main(["check", str(tmp_path / "mine.toml")]) == 1
    assert "the example 'next tab' matches tabs.next as well (en/tabs.toml:" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "gone.toml")]) == 1
    assert "gone.toml: the file can't be read" in capsys.readouterr().out


def test_the_packs_that_speed_is_measured_with_are_right(tmp_path: Path) -> None:
    commands = commands_of(tmp_path, [speed._pack()])
    assert len(commands.definitions()) == speed.USER_COMMANDS
