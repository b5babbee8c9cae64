"""Law 10: no AF_INET or AF_INET6 socket opens unless a setting asked for it; a download is asked for."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.devices import places
from tests.fakes.sockets import internet_sockets
from tests.support.http_server import FileServer, folder_files
from tests.support.model_command import ModelCommand
from tests.support.model_shop import NAME, open_shop
from tests.support.socket_log import SocketLog

RECORDING = str(places.resources() / "recordings" / "music.flac")
COMMANDS = (
    ("--version",),
    ("transcribe", RECORDING),
    ("listen", "--file", RECORDING),
    ("demo", "--fast"),
    ("say", "hello"),
    ("devices",),
    ("doctor",),
    ("bench", "engine", "--runs", "1"),
    ("models",),
    ("models", "list", "--json"),
    ("models", "show", "sense-voice-small"),
    ("models", "verify", "nano"),
    ("models", "use", "nano"),
    ("models", "download", "sense-voice-small"),  # its licence is not accepted
    ("consult",),
    ("consult", "servers"),  # it is switched off, as all that follows
    ("consult", "models"),
    ("consult", "test"),
    ("consult", "ask", "hello"),
    ("consult", "log"),
    ("consult", "key"),
)


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SocketLog:
    log = SocketLog(tmp_path / "hook")
    for name, value in log.environment.items():
        monkeypatch.setenv(name, value)
    return log


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_internet_socket_opens_unless_it_was_asked_for(
    tmp_path: Path, log: SocketLog, command: tuple[str, ...]
) -> None:
    done = ModelCommand(tmp_path / "home").run(*command)
    assert "Traceback" not in done.stderr
    assert log.opened == []


def test_no_internet_socket_opens_while_it_runs(tmp_path: Path, log: SocketLog) -> None:
    command = [sys.executable, "-m", "assistant", "run", "--headless"]
    environment = {**os.environ, "ASSISTANT_HOME": str(tmp_path / "home"), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as program:
        assert program.stdout is not None
        told = [program.stdout.readline() for _ in range(5)]
        held = internet_sockets(program.pid)
        program.send_signal(signal.SIGTERM)
        program.communicate(timeout=30)
    assert any(told)
    assert (held, log.opened) == ([], [])


def test_importing_a_model_opens_no_internet_socket(tmp_path: Path, log: SocketLog) -> None:
    shop = open_shop(tmp_path)
    command = ModelCommand(tmp_path / "home", shop.catalogue)
    for arguments in (
        ("import", str(shop.folder), "--accept-licence"),
        ("use", NAME),
        ("remove", NAME, "--force"),
    ):
        assert command.run("models", *arguments).returncode == 0
    assert log.opened == []


def test_a_download_is_seen_so_the_log_would_tell(tmp_path: Path, log: SocketLog) -> None:
    shop = open_shop(tmp_path)
    command = ModelCommand(tmp_path / "home", shop.catalogue)
    with FileServer(folder_files(shop.folder, NAME)) as mirror:
        assert command.run(*command.download(mirror.url)).returncode == 0
    assert log.opened
