"""A first run at a desk that remembers the orders it is given, with a model to be had from a local mirror."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from assistant.devices.settings_file import SettingsFile
from assistant.devices.store.catalogue import read_catalogue
from assistant.devices.store.store import ModelStore
from assistant.tray.desk import Desk
from assistant.tray.first_run.pages.page import Page
from assistant.tray.first_run.wizard import FirstRun
from assistant.values.control import Control
from tests.support.model_shop import ModelShop, open_shop


@dataclass
class Setup:
    """The window and what it did."""

    window: FirstRun
    desk: Desk
    posted: list[Control]
    shop: ModelShop

    def tell(self, *events: object) -> None:
        """Let the engine tell."""
        for event in events:
            self.desk.bridge.happened.emit(event)


@pytest.fixture
def setup(app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Setup]:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    shop = open_shop(tmp_path, padding=3_000_000)
    posted: list[Control] = []
    desk = Desk(posted.append, settings_file=SettingsFile(), microphones=lambda: ["Headset", "Webcam"])
    window = FirstRun(desk, lambda report: ModelStore(read_catalogue(shop.catalogue), report=report))
    window.show()
    yield Setup(window, desk, posted, shop)
    window.close()


def done(page: Page) -> bool:
    """Tell whether what a page is for has been seen to work."""
    return page.is_done
