"""A menu and its owner."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from assistant.tray.menu.menu import Menu
from tests.tray.menu.owner import Owner, menu_of


@pytest.fixture
def owner() -> Owner:
    return Owner()


@pytest.fixture
def menu(app: QApplication, owner: Owner) -> Iterator[Menu]:
    menu = menu_of(owner)
    yield menu
    menu.widget.close()
