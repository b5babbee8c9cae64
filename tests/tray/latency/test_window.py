"""The latency panel shows what the file holds, as it comes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.cli.latency.figures import figures
from assistant.devices.latency import LatencyLedger
from assistant.tray.desk import Desk
from assistant.tray.latency.window import LatencyWindow
from assistant.values.action import InsertText, Outcome, Result
from assistant.values.event import ActionPerformed
from tests.tray.latency.scenes import uses

PATIENCE = 20_000


@pytest.fixture
def window(app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LatencyWindow]:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    desk = Desk(lambda _control: None)
    window = LatencyWindow(desk)
    window.show()
    window.desk = desk  # type: ignore[attr-defined]  # for the test alone
    yield window
    window.close()


def test_nothing_yet_then_what_comes_and_reset(window: LatencyWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Nothing was measured" in window.told.text(), timeout=PATIENCE)
    timings = uses(50)
    for one in timings:
        LatencyLedger().add(one)
    event = ActionPerformed(1, InsertText("x", None), Outcome(Result.DELIVERED))
    window.desk.bridge.happened.emit(event)  # type: ignore[attr-defined]  # see above
    qtbot.waitUntil(lambda: window.told.text().startswith("50 texts"), timeout=PATIENCE)
    found = figures(LatencyLedger().read())
    assert (
        window.released.text()
        == f"{1000 * found.after_release.p50:.0f} / {1000 * found.after_release.p95:.0f} ms"
    )
    assert len(window.bars.rows) == 8
    assert "model: usually" in window.bars.accessibleDescription()
    window.reset.click()
    qtbot.waitUntil(lambda: "Nothing was measured" in window.told.text(), timeout=PATIENCE)


def test_by_model_and_by_length(window: LatencyWindow, qtbot: QtBot) -> None:
    for one in (*uses(30), *uses(10, "nano")):
        LatencyLedger().add(one)
    window.look()
    qtbot.waitUntil(lambda: window.told.text().startswith("40 texts"), timeout=PATIENCE)
    window.model.setCurrentIndex(window.model.findData("nano"))
    window.model.activated.emit(window.model.currentIndex())
    assert window.told.text().startswith("10 texts")
    window.length.setCurrentIndex(4)
    window.length.activated.emit(4)
    assert "Nothing was measured" in window.told.text(), "nothing of more than 15 s"
