"""llama.cpp's real server with the babbler in it, in a process of its own."""

import json
import os
import socket
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.request import urlopen

import pytest

from tests.house.tree import ROOT

MISSING = "llama.cpp's server is not here; `make test-all` fetches it (python packaging/llama_server.py)"


def is_here() -> bool:
    """Tell whether the server is installed."""
    return find_spec("xllamacpp") is not None


def skip_without_it() -> None:
    """Skip the test, and say why, where the server is not installed."""
    if not is_here():
        pytest.skip(MISSING)


def free_port() -> int:
    """Return a port that nobody has now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class LlamaServer:
    """Serves one model; it can be killed and started again at the same port."""

    def __init__(self, model: Path, log: Path) -> None:
        self.port = free_port()
        self.log = log
        self._model = model
        self._process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it, and wait until its model is loaded."""
        command = [sys.executable, "-m", "tests.support.llama.serve", str(self._model), str(self.port)]
        with self.log.open("a") as log:
            self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True)
        assert self._process.stdout is not None
        assert self._process.stdout.readline().strip() == self.url, self.log.read_text()

    def kill(self) -> None:
        """End it as a crash would."""
        if self._process is not None:
            with self._process as process:
                process.kill()
            self._process = None

    def ask(self, path: str) -> Any:  # noqa: ANN401 - whatever JSON the server answers
        """Return what the server says of itself."""
        with urlopen(self.url + path, timeout=10) as answer:
            return json.load(answer)

    @property
    def is_at_work(self) -> bool:
        """Tell whether it is generating."""
        return any(slot["is_processing"] for slot in self.ask("/slots"))

    @property
    def seconds(self) -> float:
        """Return the processor time that it has taken."""
        assert self._process is not None
        parts = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
