"""What the tests of the tray share: Qt without a screen, an X server, and a session bus with a panel."""

import gc
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

Lines = list[str]
PATIENCE = 30.0


def _need(*programs: str) -> None:
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}: apt install xvfb dbus")


@pytest.fixture(scope="session")
def app() -> Iterator[QApplication]:
    """Qt in this process, drawing into memory."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QT_QPA_PLATFORM", "offscreen")
        there = QApplication.instance()
        yield there if isinstance(there, QApplication) else QApplication([])


@pytest.fixture(autouse=True)
def _swept(request: pytest.FixtureRequest) -> Iterator[None]:
    """Take dead windows apart on this thread, as the tray does: on another one they take Qt with them.

    Whatever window a test leaves goes with it: what lives is dressed anew by every theme, font and language.
    """
    gc.disable()
    yield
    if isinstance(QApplication.instance(), QApplication):
        for widget in QApplication.topLevelWidgets():
            if widget.parent() is None:
                widget.close()  # as a user would, so that nothing is told to it any more
                widget.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.enable()


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Run a program, its output to be read line by line; end it whatever happens."""
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as child:
        try:
            yield child
        finally:
            if child.poll() is None:
                child.kill()


def line_with(child: subprocess.Popen[str], start: str) -> str:
    """Read on until a line that starts so."""
    assert child.stdout is not None
    seen: Lines = []
    for line in child.stdout:
        seen.append(line)
        if line.startswith(start):
            return line.removeprefix(start).strip()
    raise AssertionError(f"no line {start!r} in:\n" + "".join(seen))


def tray_command(scenario: str) -> list[str]:
    return [sys.executable, "-m", "tests.tray.scripted_tray", scenario]


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """Start an X server of our own and give the name of its display."""
    _need("Xvfb")
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "800x600x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        try:
            with os.fdopen(reader) as number:
                yield f":{number.readline().strip()}"
        finally:
            server.terminate()


@dataclass
class Panel:
    """A tray on a session bus of its own, and what an item in it says."""

    environment: dict[str, str]
    process: subprocess.Popen[str]
    item: str = ""

    def wait_for_item(self) -> None:
        self.item = line_with(self.process, "item ")

    def property(self, name: str) -> str:
        call = "org.freedesktop.DBus.Properties.Get"
        answer = self._send(
            "/StatusNotifierItem", call, "string:org.kde.StatusNotifierItem", f"string:{name}"
        )
        return answer.strip()

    def labels(self) -> dict[str, int]:
        """Return the label of every item of the menu, submenus included, and its number."""
        arguments = ("int32:0", "int32:-1", "array:string:label")
        answer = self._send("/MenuBar", "com.canonical.dbusmenu.GetLayout", *arguments)
        found = {}
        for item in answer.split("struct {")[1:]:
            number = re.search(r"int32 (\d+)", item)
            label = re.search(r'string "label"\s+variant\s+string "(.*)"\n', item)
            if number and label:
                found[label[1]] = int(number[1])
        return found

    def click(self, label: str) -> None:
        event = (f"int32:{self.labels()[label]}", "string:clicked", "variant:int32:0", "uint32:0")
        self._send("/MenuBar", "com.canonical.dbusmenu.Event", *event)

    def open(self, label: str) -> None:
        self._send("/MenuBar", "com.canonical.dbusmenu.AboutToShow", f"int32:{self.labels()[label]}")

    def _send(self, path: str, call: str, *arguments: str) -> str:
        command = ["dbus-send", "--session", "--print-reply", f"--dest={self.item}", path, call, *arguments]
        return subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True, timeout=PATIENCE
        ).stdout


@pytest.fixture
def panel(display: str, tmp_path: Path) -> Iterator[Panel]:
    _need("dbus-daemon", "dbus-send")
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    with ExitStack() as stack:
        daemon = stack.enter_context(
            running(["dbus-daemon", "--session", "--nofork", "--print-address=1"], environment)
        )
        environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:" + line_with(daemon, "unix:")
        command = [sys.executable, str(Path(__file__).with_name("stand_in_panel.py"))]
        process = stack.enter_context(running(command, environment))
        line_with(process, "ready")
        yield Panel(environment, process)
