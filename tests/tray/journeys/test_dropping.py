"""A file is dragged out of another program's window and dropped on ours: XDND between two X clients."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import x_server
from tests.support.monitors import move_window, window_box
from tests.support.targets.field import HERE
from tests.support.waiting import wait_until
from tests.support.x_pointer import Pointer
from tests.support.x_server import XServer
from tests.tray.journeys.hand import WINDOWS, PlayedTray

RECORDING = Path(__file__).parents[3] / "resources" / "recordings" / "weather.flac"
SOURCE = "drag source"


@pytest.fixture(scope="module")
def screen() -> Iterator[XServer]:
    if reason := x_server.missing_programs():
        pytest.skip(reason)
    with XServer(size=(1600, 1000)) as server:
        yield server


@pytest.fixture
def source(screen: XServer, tmp_path: Path) -> Iterator[int]:
    """Show a window with a file to be dragged, at the lower right."""
    file = tmp_path / RECORDING.name
    file.write_bytes(RECORDING.read_bytes())
    command = [sys.executable, str(HERE / "drag_source.py"), str(file), SOURCE]
    environment = {**os.environ, **screen.environment, "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen(command, env=environment) as process:
        try:
            window = screen.wait_for_window(SOURCE)
            move_window(screen.name, window, (1380, 850, 200, 100))
            yield window
        finally:
            process.kill()


def test_a_file_can_be_dropped_on_every_window(screen: XServer, source: int, tmp_path: Path) -> None:
    with PlayedTray(screen.environment, tmp_path) as tray, Pointer(screen.name) as pointer:
        tray.window("SmallWindow")
        for count, (name, kind) in enumerate(WINDOWS, 1):
            if name:
                tray(f"open {name}")
            target = tray.window(kind)
            _x, _y, width, height = target["place"]
            move_window(screen.name, target["id"], (0, 0, width, height))
            screen.focus(target["id"])
            screen.focus(source)
            x, y, wide, high = window_box(screen.name, source)
            here = x + wide // 2, y + high // 2
            left, top, wide, high = window_box(screen.name, target["id"])
            pointer.drag(here, (left + wide // 2, top + high // 3))
            wait_until(lambda: dropped(tray) == count, f"the file dropped on {kind}")  # noqa: B023 - asked at once
            if kind != "TranscribeWindow":  # there the text comes
                assert tray.window(kind)["typed"] == target["typed"]
        assert (tmp_path / RECORDING.name).exists()  # copied, and not moved
        assert tray.warnings() == []


def dropped(tray: PlayedTray) -> int:
    return sum(RECORDING.name in each for each in tray.window("TranscribeWindow")["items"])
