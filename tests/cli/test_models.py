"""`assistant models`: what a person and a program get to read."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.cli.models.line import StoreLine, in_words
from assistant.devices.store.progress import Progress, Step
from tests.support.http_server import FileServer, folder_files
from tests.support.model_shop import NAME, ModelShop, environment, open_shop

ACTIONS = ("list", "show", "download", "import", "verify", "use", "remove")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))


@pytest.fixture
def shop(tmp_path: Path) -> ModelShop:
    return open_shop(tmp_path)


@pytest.mark.parametrize("action", ACTIONS)
def test_every_subcommand_has_help_and_teaches(action: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["models", action, "--help"])
    assert ended.value.code == 0
    assert f"usage: assistant models {action}" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["models", "--help"])
    assert action in capsys.readouterr().out


def test_the_list_says_that_nano_is_a_demo_and_offers_the_real_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["models"]) == 0
    told = capsys.readouterr().out
    assert "* nano" in told
    assert "nano is in use: a demo for English commands" in told
    assert "assistant models download sense-voice-small" in told


def test_the_list_for_programs_has_urls_bytes_and_hashes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "list", "--json"]) == 0
    entries = {one["name"]: one for one in json.loads(capsys.readouterr().out)}
    assert {"nano", "sense-voice-small", "sense-voice-small-funasr", "sense-voice-small-fp32"} == set(entries)
    assert entries["nano"]["installed"]
    assert entries["nano"]["used"]
    for entry in entries.values():
        for file in entry["files"]:
            assert len(file["sha256"]) == 64
            assert file["bytes"] > 0
            assert all(url.startswith("https://") for url in file["urls"])
    assert entries["sense-voice-small"]["archive"]["bytes"] == 163_002_883


def test_a_card_shows_licence_addresses_and_how_to_do_it_by_hand(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "show", "sense-voice-small"]) == 0
    told = capsys.readouterr().out
    for part in (
        "keep its name, SenseVoiceSmall",
        "no warranty",
        "curl -L -o model.int8.onnx https://",
        "sha256 c71f",
    ):
        assert part in told
    assert main(["models", "show"]) == 0
    assert "SenseVoice" in capsys.readouterr().out


def test_an_unknown_name_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    for action in ("show", "download", "verify", "use", "remove"):
        assert main(["models", action, "nothing"]) == 1
        assert "nothing" in capsys.readouterr().err


def test_a_whole_life_for_programs(shop: ModelShop, capsys: pytest.CaptureFixture[str]) -> None:
    named = ["--catalogue", str(shop.catalogue), "--json"]
    with FileServer(folder_files(shop.folder, NAME)) as mirror:
        command = ["models", "download", NAME, "--mirror", mirror.url, "--accept-licence", *named]
        assert main(command) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"downloading", "done"} <= {one["event"] for one in events}
    assert events[-1]["name"] == NAME
    assert main(["models", "use", NAME, *named]) == 0
    assert json.loads(capsys.readouterr().out)["folder"].endswith(NAME)
    assert main(["models", "remove", NAME, *named]) == 1
    assert "is in use" in capsys.readouterr().err
    assert main(["models", "remove", NAME, "--force", *named]) == 0
    assert json.loads(capsys.readouterr().out)["freed"] > 1000
    assert main(["models", "import", str(shop.folder), "--accept-licence", *named]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["name"] == NAME


def test_at_a_terminal_the_licence_is_shown_and_asked_for(shop: ModelShop, tmp_path: Path) -> None:
    for answer, code in (("n\n", 1), ("y\n", 0)):
        command = [sys.executable, "-m", "assistant", "models", "import", str(shop.folder)]
        command += ["--catalogue", str(shop.catalogue)]
        told, ended = _talk(command, environment(tmp_path / "home"), answer)
        assert ended == code
        assert b"keep its name, SenseVoiceSmall" in told


def _talk(command: list[str], home: dict[str, str], answer: str) -> tuple[bytes, int]:
    """Run a command at a terminal and answer its question; return what it said, and its exit code."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, env=home, stdin=theirs, stdout=theirs, stderr=theirs) as program:
        os.close(theirs)
        told = b""
        while b"[y/N]" not in told:
            told += os.read(ours, 4096)
        os.write(ours, answer.encode())
        while block := _read(ours):
            told += block
    os.close(ours)
    return told, program.returncode


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""  # Linux's way to say that the other side has gone


def test_progress_in_words() -> None:
    progress = Progress(Step.DOWNLOADING, "model.onnx", 120_000_000, 240_000_000, 8_000_000.0, 15.0)
    told = in_words(progress)
    assert "50% of 240.0 MB" in told
    assert "8.0 MB/s  0:15 left" in told
    assert in_words(Progress(Step.TESTING, "tiny")) == "testing tiny"


def test_waiting_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    with StoreLine(as_json=False) as line:
        for _ in range(3):
            line(Progress(Step.WAITING, "tiny", message="waiting for it"))
    assert capsys.readouterr().err == "assistant: waiting for it\n"
