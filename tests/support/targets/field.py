"""Real windows to type into, and what arrived in them, exactly."""

import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.support.waiting import PATIENCE, wait_until
from tests.support.x_server import XServer

HERE = Path(__file__).parent
KINDS = ("xterm", "qt", "gtk")
AFTERGLOW = 0.1
"""Seconds after the expected text in which a second copy of it would come."""
_serial = itertools.count(1)


class TextField:
    """A window of one of the KINDS in a process of its own.

    with TextField("qt", server) as field:
        field.focus()
        ...
        assert field.received("expected") == "expected"
    """

    def __init__(self, kind: str, server: XServer) -> None:
        """Prepare a window; `with` shows it."""
        self._kind = kind
        self._server = server
        self._folder = Path(tempfile.mkdtemp(prefix="field-"))
        self._file = self._folder / "text"
        self._title = f"{kind} field {next(_serial)}"
        self._process: subprocess.Popen[bytes] | None = None
        self._mark = 0
        self.window = 0
        """Its X window id."""

    @property
    def is_terminal(self) -> bool:
        """True where line breaks arrive as carriage returns."""
        return self._kind == "xterm"

    @property
    def pid(self) -> int:
        """Of the process that shows the window."""
        assert self._process is not None
        return self._process.pid

    def focus(self) -> None:
        """Give it the keyboard."""
        self._server.focus(self.window)

    def mark(self) -> None:
        """Let `received` tell only of what comes from now on."""
        self._mark = len(self.text())

    def text(self) -> str:
        """Return everything it holds now."""
        text = self._file.read_bytes().decode(errors="replace")
        return text.replace("\r", "\n") if self.is_terminal else text

    def since_mark(self) -> str:
        """Return what has arrived since the mark so far."""
        return self.text()[self._mark :]

    def received(self, expected: str, patience: float = PATIENCE) -> str:
        """Return what arrived since the mark, once it is `expected` or time is up; a double shows."""
        deadline = time.monotonic() + patience
        while len(self.text()) < self._mark + len(expected) and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(AFTERGLOW)
        return self.since_mark()

    def __enter__(self) -> Self:
        """Show the window and wait until it takes text."""
        environment = {
            **os.environ,
            **self._server.environment,
            "QT_QPA_PLATFORM": "xcb",
            "NO_AT_BRIDGE": "1",
        }
        environment.pop("QT_IM_MODULE", None)
        if not environment.get("LC_ALL", "").endswith("UTF-8"):
            environment["LC_ALL"] = "C.UTF-8"
        self._process = subprocess.Popen(
            self._command(), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            self.window = self._server.wait_for_window(self._title)
            wait_until(self._file.exists, f"{self._title} ready")
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the window."""
        self.close()

    def close(self) -> None:
        """End its process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _command(self) -> list[str]:
        if self._kind == "xterm":
            reader = [sys.executable, "-S", "-E", str(HERE / "raw_reader.py"), str(self._file)]
            return ["xterm", "-u8", "-T", self._title, "-e", *reader]
        return [sys.executable, str(HERE / f"{self._kind}_field.py"), str(self._file), self._title]
