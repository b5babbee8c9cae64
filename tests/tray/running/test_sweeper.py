"""Windows that nobody can reach are taken apart on Qt's thread, whoever makes the garbage."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from assistant.tray.running.sweeper import Sweeper


@pytest.fixture
def sweeper(app: QApplication) -> Iterator[Sweeper]:
    sweeper = Sweeper()
    yield sweeper
    sweeper.close()
    assert gc.isenabled()


class Loop(QWidget):
    """A window that holds itself."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def litter() -> None:
    """Make more than enough garbage for Python to collect."""
    for _ in range(5000):
        each: list[object] = []
        each.append(each)


def test_another_thread_makes_garbage_and_takes_no_window_apart(sweeper: Sweeper) -> None:
    sweeper.sweep()
    where: list[str] = []
    window = Loop()
    weakref.finalize(window, lambda: where.append(threading.current_thread().name))
    del window
    thread = threading.Thread(target=litter, name="litter")
    thread.start()
    thread.join()
    assert where == []
    sweeper.sweep()
    assert where == ["MainThread"]


def test_it_does_nothing_while_nothing_is_due(sweeper: Sweeper) -> None:
    gc.collect()
    before = gc.get_stats()[0]["collections"]
    sweeper.sweep()
    assert gc.get_stats()[0]["collections"] == before
