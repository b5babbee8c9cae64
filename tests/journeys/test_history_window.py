"""A text of the history is typed again, by keys alone, into the window that had the focus before."""

import os
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

from assistant.devices.history import SqliteHistory
from tests.journeys.first_run.newcomer import titled
from tests.support.histories import fill
from tests.support.running_assistant import RunningAssistant
from tests.support.sound_server import SoundServer
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_server import XServer

pytestmark = pytest.mark.timeout(200)


def test_typed_again_into_the_window_before(screen: XServer, sound: SoundServer, tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "state").mkdir(parents=True)
    (home / "state" / "first-run").touch()
    (home / "config").mkdir()
    (home / "config" / "settings.toml").write_text("[format]\njoining = false\n", encoding="utf-8")
    history = SqliteHistory(home / "data" / "history.sqlite")
    fill(history, home / "data" / "history.sqlite", 3)
    history.close()
    environment = {**os.environ, **screen.environment, **sound.environment, "ASSISTANT_HOME": str(home)}
    environment |= {"QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
    asking = RunningAssistant(home, {**screen.environment, **sound.environment})
    command = [sys.executable, "-m", "assistant", "run"]
    with TextField("qt", screen) as field, subprocess.Popen(command, env=environment) as program:
        try:
            screen.wait_for_window("Assistant")
            field.focus()
            wait_until(lambda: "ready" in asking.ask("status"), "the assistant is ready")
            asking.ask("show", "history")
            screen.focus(wait_until(lambda: titled(screen, "History"), "the history"))
            sleep(3.0)  # until the lines have come
            screen.tap("Down")
            screen.tap("Alt_L", "t")
            text = "The train leaves at nine, platform 2."
            assert field.received(text) == text
            assert titled(screen, "History") is None
            assert screen.active_window() == field.window
        finally:
            program.terminate()
            program.wait(60)
