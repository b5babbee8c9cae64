"""The assistant as a user runs it: a process of its own, on a private desktop and sound server."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.support.waiting import wait_until

PATIENCE = 60.0


class RunningAssistant:
    """`assistant run --headless`, its files under `home`."""

    def __init__(
        self,
        home: Path,
        environment: Mapping[str, str],
        *options: str,
        settings: str = "",
        before: tuple[str, ...] = (),
    ) -> None:
        """Prepare; `settings` is the text of the settings file, `before` what watches the program."""
        self.home = home
        self._environment = {
            **os.environ,
            **environment,
            "ASSISTANT_HOME": str(home),
            "PYTHONUNBUFFERED": "1",
        }
        self._options = options
        self._settings = settings
        self._before = before
        self._process: subprocess.Popen[bytes] | None = None
        self.log = home / "output.txt"

    @property
    def recordings(self) -> Path:
        """Folder of the journal."""
        return self.home / "state" / "journal"

    def delivered(self) -> list[Path]:
        """Return the recordings of delivered utterances, in the order they were spoken."""
        return sorted(self.recordings.glob("*-delivered.wav"))

    def wait_for_delivery(self, count: int) -> None:
        """Wait until `count` utterances in all have been dealt with."""
        try:
            wait_until(lambda: len(self.delivered()) >= count, f"delivery {count}")
        except TimeoutError as error:
            left = [path.name for path in self.recordings.iterdir()]
            said = f"{self.output()}\n{self.ask('history')}{self.ask('status')}"
            raise TimeoutError(f"{error}; it said: {said}; recordings: {left}") from error

    @property
    def pid(self) -> int:
        """Of its process."""
        assert self._process is not None
        return self._process.pid

    def output(self) -> str:
        """Return what it has printed so far."""
        return self.log.read_text(encoding="utf-8")

    def __enter__(self) -> Self:
        """Start it and wait until it says that it is ready."""
        (self.home / "config").mkdir(parents=True, exist_ok=True)
        (self.home / "config" / "settings.toml").write_text(self._settings, encoding="utf-8")
        command = [*self._before, sys.executable, "-m", "assistant", "run", "--headless", *self._options]
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                command, env=self._environment, stdout=log, stderr=subprocess.STDOUT
            )
        try:
            wait_until(lambda: "Ready." in self.output(), "the assistant is ready", PATIENCE)
        except TimeoutError as error:
            self.stop()
            raise TimeoutError(f"{error}; it said: {self.output()}") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop it."""
        self.stop()

    def ask(self, *command: str) -> str:
        """Run another command of the assistant with the same home, and return what it prints."""
        done = subprocess.run(
            [sys.executable, "-m", "assistant", *command],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return done.stdout

    def stop(self) -> int:
        """Ask it to end, wait, and return its exit code."""
        assert self._process is not None
        if self._process.poll() is not None:
            return self._process.returncode
        self._process.terminate()
        try:
            return self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise

    def kill(self) -> None:
        """Let it die without a word."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()
