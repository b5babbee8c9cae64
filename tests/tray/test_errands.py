"""What is done beside a window."""

import threading
from functools import partial
from time import sleep
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.errors import SourceError
from assistant.tray.errands import Errands


def test_one_after_the_other_and_told_on_the_main_thread(app: QApplication, qtbot: QtBot) -> None:
    errands = Errands()
    told: list[int] = []
    places: list[str] = []

    def work(number: int) -> int:
        sleep(0.02)
        places.append(threading.current_thread().name)
        return number

    def then(number: int) -> None:
        assert threading.current_thread() is threading.main_thread()
        told.append(number)

    for number in range(3):
        errands.run(partial(work, number), then)
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == [0, 1, 2]
    assert set(places) == {"errands"}
    qtbot.waitUntil(lambda: not any(each.name == "errands" for each in threading.enumerate()))


def test_what_fails_on_purpose_is_told_and_the_rest_goes_on(app: QApplication, qtbot: QtBot) -> None:
    errands = Errands()
    told: list[Any] = []

    def fail() -> None:
        raise SourceError("No loudspeaker.")

    errands.run(fail, told.append, lambda error: told.append(str(error)))
    errands.run(lambda: 7, told.append)
    qtbot.waitUntil(lambda: told == ["No loudspeaker.", 7])


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_bug_does_not_end_what_comes_after(app: QApplication, qtbot: QtBot) -> None:
    errands = Errands()
    told: list[Any] = []
    errands.run(lambda: 1 // 0, told.append)
    qtbot.waitUntil(lambda: not errands._is_running)
    errands.run(lambda: 7, told.append)
    qtbot.waitUntil(lambda: told == [7])


def test_a_closed_window_hears_nothing(app: QApplication, qtbot: QtBot) -> None:
    errands, gate = Errands(), threading.Event()
    told: list[Any] = []
    errands.run(gate.wait, told.append)
    errands.run(lambda: 8, told.append)
    errands.close()
    gate.set()
    qtbot.waitUntil(lambda: not errands._is_running)
    qtbot.wait(50)
    assert told == []


class Witness:
    """Tells on which thread it goes."""

    def __init__(self, told: list[str]) -> None:
        self._told = told

    def __del__(self) -> None:
        self._told.append(threading.current_thread().name)


class Window:
    """Has something done that holds it."""

    def __init__(self, gate: threading.Event, told: list[str]) -> None:
        self.witness = Witness(told)
        self.errands, self.gate = Errands(), gate
        self.errands.run(self.work, self.show)

    def work(self) -> bool:
        return self.gate.wait()

    def show(self, _done: bool) -> None:
        """Nothing is left to show it on."""


def test_windows_that_nobody_holds_any_more_go_on_the_main_thread(app: QApplication, qtbot: QtBot) -> None:
    gate, told = threading.Event(), list[str]()
    for _ in range(200):  # each is a race between two threads
        Window(gate, told)
    gate.set()
    qtbot.waitUntil(lambda: len(told) == 200)
    assert set(told) == {"MainThread"}
