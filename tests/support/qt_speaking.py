"""Speaking through Qt in a test: Qt's loop on this thread, whoever speaks on another."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec
from time import monotonic, sleep

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tests.support.waiting import PATIENCE

REASON = "needs the extra `speech`: pip install -e '.[speech]'"


def has_speech() -> bool:
    """Return whether QtTextToSpeech is installed."""
    return find_spec("PySide6.QtTextToSpeech") is not None


@contextmanager
def qt_without_screen() -> Iterator[QApplication]:
    """Have the one application that there may be in a process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QT_QPA_PLATFORM", "offscreen")
        there = QApplication.instance()
        yield there if isinstance(there, QApplication) else QApplication([])


def turn_until(is_so: Callable[[], object]) -> None:
    """Let Qt's loop turn until `is_so()` is true."""
    deadline = monotonic() + PATIENCE
    while not is_so():
        assert monotonic() < deadline, "Qt's loop turned for nothing"
        QCoreApplication.processEvents()
        sleep(0.001)


def beside_qt(work: Callable[[], None]) -> None:
    """Do `work` on a thread of its own while Qt's loop turns here; raise what it raises."""
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(work)
        turn_until(done.done)
        done.result()
