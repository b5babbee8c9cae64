"""The caretaker starts the engine, and tells it what was known before there was one."""

from threading import Event as Flag

import pytest
from PySide6.QtWidgets import QApplication

from assistant.tray.bridge import Bridge
from assistant.tray.running.caretaker import Caretaker
from assistant.values.control import Control, WatchLevel


class ObedientEngine:
    """Remembers its orders."""

    def __init__(self) -> None:
        self.orders: list[Control] = []

    def post(self, control: Control) -> None:
        self.orders.append(control)

    def stop(self, deadline: float = 1.0) -> bool:
        return True


@pytest.mark.parametrize("is_shown_first", [False, True])
def test_the_engine_knows_whether_the_level_is_looked_at(app: QApplication, is_shown_first: bool) -> None:
    engine, may_start = ObedientEngine(), Flag()

    def start(_observer: object) -> ObedientEngine:
        assert may_start.wait(20)
        return engine

    bridge = Bridge()
    caretaker = Caretaker(start, bridge, lambda _code: None)
    came: list[object] = []
    bridge.happened.connect(came.append)
    caretaker.begin()
    if is_shown_first:
        caretaker.watch_level(True)
    may_start.set()
    while not came:
        app.processEvents()
    assert engine.orders == ([WatchLevel(is_watched=True)] if is_shown_first else [])
    caretaker.watch_level(True)
    caretaker.watch_level(True)
    caretaker.watch_level(False)
    assert engine.orders == [WatchLevel(is_watched=True), WatchLevel(is_watched=False)]
