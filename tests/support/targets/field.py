"""Real windows to type into, and what arrived in them, exactly."""

import contextlib
import itertools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.support.targets.page_server import PageServer
from tests.support.waiting import PATIENCE, wait_until
from tests.support.x_server import XServer

HERE = Path(__file__).parent
KINDS = ("xterm", "qt", "gtk")
HEAVY = {"chromium": ("chromium",), "writer": ("soffice", "/usr/bin/python3")}
"""Kinds of window that take seconds to open, and the programs they need."""
START = 90.0
"""Seconds that a large application may take to come up on a busy machine."""
AFTERGLOW = 0.1
"""Seconds after the expected text in which a second copy of it would come."""
_serial = itertools.count(1)


def missing_application(kind: str) -> str | None:
    """Return a reason to skip where a window of this kind cannot be had here."""
    missing = [program for program in HEAVY.get(kind, ()) if shutil.which(program) is None]
    if not missing and kind == "writer":
        asked = subprocess.run(["/usr/bin/python3", "-c", "import uno"], capture_output=True, check=False)
        missing = ["python3-uno"] if asked.returncode else []
    hint = "apt install chromium libreoffice-writer libreoffice-gtk3 python3-uno"
    return f"needs {', '.join(missing)}: {hint}" if missing else None


class TextField:
    """A window of one of the KINDS, or of the HEAVY ones, in a process of its own.

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
        self._around = contextlib.ExitStack()
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
            self._command(),
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=self._kind in HEAVY,
        )
        try:
            if self._kind in HEAVY:
                self._wait_for_application(environment)
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
        self._around.close()
        if self._process is not None:
            if self._kind in HEAVY:
                with contextlib.suppress(ProcessLookupError):  # ours alone: it began a session of its own
                    os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _command(self) -> list[str]:
        if self._kind == "xterm":
            reader = [sys.executable, "-S", "-E", str(HERE / "raw_reader.py"), str(self._file)]
            return ["xterm", "-u8", "-T", self._title, "-e", *reader]
        if self._kind == "chromium":
            page = self._around.enter_context(PageServer(self._file, self._title))
            quiet = (
                "--no-first-run --no-default-browser-check --disable-gpu --disable-dev-shm-usage --no-sandbox"
            )
            folder = f"--user-data-dir={self._folder / 'profile'}"
            return ["chromium", *quiet.split(), "--password-store=basic", folder, f"--app={page.address}"]
        if self._kind == "writer":
            quiet = "--norestore --nologo --nofirststartwizard --nodefault --nolockcheck"
            folder = f"-env:UserInstallation=file://{self._folder}/profile"
            return ["soffice", *quiet.split(), folder, f"--accept=pipe,name={self._folder.name};urp;"]
        return [sys.executable, str(HERE / f"{self._kind}_field.py"), str(self._file), self._title]

    def _wait_for_application(self, environment: dict[str, str]) -> None:
        """Wait until a large application shows its text field and tells what it holds."""
        if self._kind == "writer":
            reader = [str(HERE / "writer_reader.py"), str(self._file), self._title, self._folder.name]
            process = subprocess.Popen(
                ["/usr/bin/python3", *reader],
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            self._around.callback(process.wait)
            self._around.callback(process.kill)
        wait_until(self._file.exists, f"{self._title} ready", START)
        wait_until(lambda: self._server.find_window(self._title), f"{self._title} shown", START)
