"""Somebody in front of the first run: looks, clicks, presses keys and speaks."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from time import sleep
from types import TracebackType
from typing import Any, Self

from tests.support.pointer import click
from tests.support.waiting import wait_until
from tests.support.x_server import XServer

PATIENCE = 60.0
SETTLE_S = 0.15
SHIFTED = {":": "semicolon", "_": "minus"}
NAMES = {"/": "slash", ".": "period", "-": "minus"}


class Newcomer:
    """Starts the assistant, and does what people do with its first run."""

    def __init__(self, screen: XServer, environment: Mapping[str, str], home: Path) -> None:
        self._screen = screen
        self._environment = {
            **os.environ,
            **screen.environment,
            **environment,
            "ASSISTANT_HOME": str(home),
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
        }
        self._seen: dict[str, Any] = {}
        self.lines: list[str] = []

    def __enter__(self) -> Self:
        """Start it."""
        command = [sys.executable, "-m", "tests.journeys.first_run.watched"]
        self._process = subprocess.Popen(
            command, env=self._environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop it."""
        self.quit()

    def quit(self) -> int:
        """Ask it to end, and return its exit code."""
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._reader.join(5)
        return self._process.returncode

    @property
    def sees_wizard(self) -> bool:
        """Whether the window is on the screen."""
        return titled(self._screen, "Welcome") is not None

    def sees(self, what: Callable[[dict[str, Any]], object], said: str) -> dict[str, Any]:
        """Wait until the first run shows something, and return all that it shows."""
        try:
            wait_until(lambda: self._seen and what(self._seen), said, PATIENCE)
        except TimeoutError as error:
            raise TimeoutError(f"{error}; it shows {self._seen}; it said {self.lines[-20:]}") from error
        return self._seen

    def reads(self, words: str) -> None:
        """Wait until a sentence holds these words."""
        self.sees(lambda seen: any(words in one for one in seen["said"]), words)

    def click(self, name: str) -> None:
        """Click on a button, a box or a line, once it has come to rest."""
        place: tuple[int, int] = (-1, -1)
        while True:
            seen = self.sees(lambda seen: name in seen["places"], f"a button {name}")
            if tuple(seen["places"][name]) == place:
                break
            place = tuple(seen["places"][name])
            sleep(SETTLE_S)
        click(self._screen.name, place[0], place[1])
        sleep(SETTLE_S)

    def write(self, text: str) -> None:
        """Type on the keyboard."""
        for one in text:
            if one in SHIFTED:
                self._screen.tap("Shift_L", SHIFTED[one])
            else:
                self._screen.tap(NAMES.get(one, one))

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as output:
            for line in output:
                if line.startswith('{"page"'):
                    self._seen = json.loads(line)
                else:
                    self.lines.append(line.rstrip())


def titled(screen: XServer, title: str) -> int | None:
    """Return the visible window whose title begins so; Qt puts the name of the program behind it."""
    windows = screen.windows()
    return next((one for one in windows if any(name.startswith(title) for name in screen._names(one))), None)
