"""`assistant settings`: what a person and a program get to read."""

import json
import tomllib
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.devices.settings_file import SettingsFile
from assistant.devices.settings_file.keys import KEYS
from assistant.devices.settings_file.writing import plain
from assistant.values.control import Job
from assistant.values.settings import Hotkey, Profile


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["settings", *words]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("action", ["list", "get", "set", "reset", "explain", "path"])
def test_every_subcommand_has_help_and_the_whole_teaches(
    action: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["settings", action, "--help"])
    assert ended.value.code == 0
    assert f"usage: assistant settings {action}" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["settings", "--help"])
    assert "assistant settings set hear.end_silence_ms 900" in capsys.readouterr().out


def test_the_list_has_every_setting_and_marks_what_was_changed(capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "set", "hear.vad_mode", "3")
    lines = told(capsys, "list").splitlines()
    assert [key for key in KEYS if not any(f" {key} " in line for line in lines)] == []
    assert [line.split()[1:3] for line in lines if line.startswith("*")] == [["hear.vad_mode", "3"]]
    assert told(capsys, "list", "--changed").count("*") == 1
    assert "hear.end_silence_ms" in told(capsys, "list", "--search", "silence")
    assert told(capsys, "list", "--search", "xyzzy") == "No setting has to do with that.\n"
    found = json.loads(told(capsys, "list", "--json"))
    assert {one["key"]: one["value"] for one in found if one["is_changed"]} == {"hear.vad_mode": 3}
    assert all(f"| `{key}` |" in told(capsys, "list", "--markdown") for key in KEYS)


@pytest.mark.parametrize(
    ("key", "words", "value"),
    [
        ("hear.silero", ["false"], False),
        ("hear.microphone", ["My", "Mic"], "My Mic"),
        ("hear.longest_segment_s", ["12"], 12.0),
        ("recognize.languages", ["zh,en"], ("zh", "en")),
        ("recognize.languages", ["zh", "en"], ("zh", "en")),
        ("commands.wake_phrases", ["hey computer,你好小助"], ("hey computer", "你好小助")),
        ("recognize.model", ["/models/big"], Path("/models/big")),
        ("act.hotkeys", ["F9,F10"], (Hotkey("F9"), Hotkey("F10"))),
        ("act.hotkeys", ['[{keys = "F9", job = "command"}]'], (Hotkey("F9", Job.COMMAND),)),
        ("profiles", ["xterm"], (Profile("xterm"),)),
        ("mode", ["hands_free"], "hands_free"),
    ],
)
def test_what_is_typed_is_what_is_set(
    key: str, words: list[str], value: object, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "set", key, *words)
    name, _, last = key.rpartition(".")
    settings = SettingsFile().read()
    assert getattr(getattr(settings, name) if name else settings, last) == value
    assert json.loads(told(capsys, "get", key, "--json")) == plain(value)
    told(capsys, "reset", key)
    assert SettingsFile().chosen() == frozenset()


def test_an_explanation_says_what_it_can_be(capsys: pytest.CaptureFixture[str]) -> None:
    assert "a whole number from 0 to 2000 (ms)" in told(capsys, "explain", "hear.pre_roll_ms")
    assert "Pause players" in told(capsys, "explain", "hear.others")
    assert json.loads(told(capsys, "explain", "hear.pre_roll_ms", "--json"))["bounds"] == [0, 2000]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["set", "hear.vad_mode", "9"], "hear.vad_mode has to be one of 0, 1, 2, 3."),
        (["set", "keep.history", "maybe"], "keep.history has to be true or false."),
        (["get", "hear.vad"], "There is no setting called hear.vad. Did you mean hear.vad_mode"),
        (
            ["explain", "zzzz"],
            "There is no setting called zzzz. `assistant settings list` shows all.",
        ),
    ],
)
def test_a_mistake_is_told_in_a_sentence_and_changes_nothing(
    words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["settings", *words]) == 1
    assert sentence in capsys.readouterr().err
    assert not SettingsFile().path.exists()


def test_the_path_is_where_the_file_is(capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "set", "hear.vad_mode", "3")
    text = Path(told(capsys, "path").strip()).read_text(encoding="utf-8")
    assert tomllib.loads(text)["hear"] == {"vad_mode": 3}
