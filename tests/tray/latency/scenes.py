"""The latency panel, with real-looking use and with none."""

import random
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from assistant.devices.latency import LatencyLedger, Timing
from assistant.devices.latency.timing import Stages
from assistant.tray.desk import Desk
from assistant.tray.latency.window import LatencyWindow


def uses(count: int, model: str = "sense-voice-small") -> list[Timing]:
    """Return timings as a middling laptop has them."""
    chance = random.Random(4)

    def about(middle: float) -> float:
        return middle * chance.lognormvariate(0, 0.35)

    found = []
    for _ in range(count):
        stages = Stages(
            ending=about(0.09),
            waiting=about(0.004),
            features=about(0.003),
            model=about(0.14),
            decode=about(0.004),
            route=about(0.003),
            writing=about(0.008),
            delivery=about(0.05),
        )
        seconds = chance.choice((1.4, 3.2, 8.0))
        found.append(
            Timing("2026-11-28T08:00:00+00:00", model, seconds, True, stages.total + about(0.3), stages)
        )
    return found


def full(desk: Desk) -> LatencyWindow:
    ledger = LatencyLedger()
    ledger.reset()
    for one in (*uses(120), *(replace(one, model="nano") for one in uses(40))):
        ledger.add(one)
    return _shown(desk)


def empty(desk: Desk) -> LatencyWindow:
    LatencyLedger().reset()
    return _shown(desk)


def _shown(desk: Desk) -> LatencyWindow:
    window = LatencyWindow(desk)
    for _ in range(100):
        if window.told.text():
            break
        QTest.qWait(20)
    return window


SCENES: dict[str, Callable[[Desk], QWidget]] = {"latency": full, "latency-empty": empty}
