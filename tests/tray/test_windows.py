"""Windows are made once, when they are asked for, and brought to the front after that."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from assistant.tray.desk import Desk
from assistant.tray.windows import Windows


class Paper(QWidget):
    """A window with pages."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.page = ""

    def show_page(self, name: str) -> None:
        self.page = name


@pytest.fixture
def windows(app: QApplication) -> Iterator[Windows]:
    windows = Windows(Desk(lambda _control: None))
    windows.shelf["paper"] = Paper
    windows.shelf["nowhere"] = "assistant.tray.nowhere.window:Nothing"
    yield windows
    windows.close_all()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_window_is_made_when_it_is_first_asked_for_and_kept(windows: Windows) -> None:
    assert windows.opened() == {}
    windows.desk.open("paper")
    first = windows.opened()["paper"]
    assert first.isVisible()
    first.showMinimized()
    windows.open("paper:words")
    assert windows.opened()["paper"] is first
    assert not first.isMinimized()
    assert isinstance(first, Paper)
    assert first.page == "words"
    assert first.desk.open == windows.open


def test_a_closed_window_is_gone_and_made_anew(windows: Windows) -> None:
    windows.open("paper")
    first = windows.opened()["paper"]
    first.close()
    windows.open("paper")  # at once, while Qt has not deleted the other yet
    second = windows.opened()["paper"]
    assert second is not first
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert windows.opened() == {"paper": second}
    second.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert windows.opened() == {}


@pytest.mark.parametrize("name", ["nowhere", "unheard-of"])
def test_what_does_not_exist_is_not_offered(windows: Windows, name: str) -> None:
    assert not windows.has(name)
    windows.open(name)
    assert windows.opened() == {}
    assert windows.has("paper:any")


def test_it_is_told_whether_a_level_may_be_looked_at(windows: Windows) -> None:
    told: list[bool] = []
    windows.level_is_shown = told.append
    windows.open("paper")
    windows.open("paper:words")
    assert told == [True]
    windows.opened()["paper"].close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert told == [True, False]
