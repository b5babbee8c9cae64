"""A tray in a process of its own, played order by order, on a real X server."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.support.waiting import wait_until

Box = tuple[int, int, int, int]
CARDS = (
    ("answer", "AnswerCard", "Close", ""),
    ("edit", "AnswerCard", "Replace", "AcceptEdit()"),
    ("ask", "QuestionCard", "Do it", "Say(window=None, job=<Job.COMMAND: 'command'>)"),
)
"""The order that brings a card, its class, one of its buttons, and the control that a click there posts."""
WINDOWS = (
    ("", "SmallWindow"),
    ("history", "HistoryWindow"),
    ("transcribe", "TranscribeWindow"),
    ("settings:look", "SettingsWindow"),
    ("commands", "CommandsWindow"),
    ("latency", "LatencyWindow"),
    ("first_run", "FirstRun"),
)
"""The name by which each main window is shown, empty for what is there already, and its class."""


class PlayedTray:
    """`with PlayedTray(environment, home) as tray:` - then `tray("begin")`."""

    def __init__(self, environment: Mapping[str, str], home: Path) -> None:
        own = {"ASSISTANT_HOME": str(home), "LANG": "C.UTF-8"}
        self._environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", **environment, **own}
        (home / "config").mkdir(parents=True, exist_ok=True)
        (home / "state").mkdir(parents=True, exist_ok=True)
        (home / "state" / "first-run").touch()
        self.log = home / "stderr.txt"

    def __enter__(self) -> Self:
        """Start it, and wait until it answers."""
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.tray.journeys.played_tray"],
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        self("controls")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()

    def __call__(self, order: str) -> Any:  # noqa: ANN401 - what JSON holds
        """Give an order and return the answer."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(order + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, self.log.read_text()
        return json.loads(line)

    def window(self, kind: str) -> dict[str, Any]:
        """Return the visible window of this class once it is there."""
        wait_until(lambda: self._find(kind), f"a {kind}")
        found = self._find(kind)
        assert found is not None
        return found

    def middle_of(self, kind: str, label: str = "") -> tuple[int, int]:
        """Return the middle of a window, or of what can be clicked in it."""
        window = self.window(kind)
        left, top, width, height = window["clicks"][label] if label else window["place"]
        return left + width // 2, top + height // 2

    def warnings(self) -> list[str]:
        """Return what Qt or Python complained about."""
        return [line for line in self.log.read_text(encoding="utf-8").splitlines() if line.strip()]

    def _find(self, kind: str) -> dict[str, Any] | None:
        return next((each for each in self("where") if each["class"] == kind), None)
