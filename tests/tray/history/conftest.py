"""The history window over a real file of 20,000 lines."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.devices import places
from assistant.devices.history import SqliteHistory
from assistant.devices.settings_file import SettingsFile
from assistant.tray.desk import Desk
from assistant.tray.history.window import HistoryWindow
from assistant.values.control import Control
from tests.support.histories import fill

COUNT = 20_000
PATIENCE = 20_000


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of 20,000 lines."""
    path = tmp_path_factory.mktemp("full") / "history.sqlite"
    history = SqliteHistory(path)
    fill(history, path, COUNT)
    history.close()
    return path


@dataclass
class Setup:
    window: HistoryWindow
    posted: list[Control]
    desk: Desk

    def count(self) -> int:
        return self.window.lines.total

    def shown(self) -> list[str]:
        return [each.text for each in self.window.lines.entries()]

    def choose(self, *texts: int) -> None:
        """Select lines, counted from the newest."""
        model = self.window.list.selectionModel()
        model.clear()
        for number in texts:
            row = self.window.lines.row_of(self.window.lines.entries()[number].id)
            assert row is not None
            model.select(self.window.lines.index(row), model.SelectionFlag.Select)


@pytest.fixture
def home(full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a home of its own, with a copy of the 20,000 lines."""
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    file = places.places().history_file
    file.parent.mkdir(parents=True)
    shutil.copy(full, file)
    return tmp_path / "home"


@pytest.fixture
def setup(app: QApplication, home: Path, qtbot: QtBot) -> Iterator[Setup]:
    posted: list[Control] = []
    desk = Desk(posted.append, settings_file=SettingsFile())
    window = HistoryWindow(desk)
    window.show()
    setup = Setup(window, posted, desk)
    qtbot.waitUntil(lambda: setup.count() == COUNT, timeout=PATIENCE)
    yield setup
    window.close()
    qtbot.waitUntil(lambda: not window._working._is_running, timeout=PATIENCE)
