"""1024x768 at 200 %: no window is larger than the screen, and the first run can be gone through by clicks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import x_server
from tests.support.monitors import window_box
from tests.support.waiting import wait_until
from tests.support.x_pointer import Pointer
from tests.support.x_server import XServer
from tests.tray.journeys.hand import WINDOWS, PlayedTray

WIDE, HIGH, SCALE = 1024, 768, 2


@pytest.fixture(scope="module")
def screen() -> Iterator[XServer]:
    if reason := x_server.missing_programs():
        pytest.skip(reason)
    with XServer(size=(WIDE, HIGH)) as server:
        yield server


@pytest.fixture
def tray(screen: XServer, tmp_path: Path) -> Iterator[PlayedTray]:
    with PlayedTray({**screen.environment, "QT_SCALE_FACTOR": str(SCALE)}, tmp_path) as tray:
        tray.window("SmallWindow")
        yield tray
        assert tray.warnings() == []


def test_no_window_is_larger_than_the_screen(screen: XServer, tray: PlayedTray) -> None:
    for name, kind in WINDOWS:
        if name:
            tray(f"open {name}")
        _x, _y, width, height = window_box(screen.name, tray.window(kind)["id"])
        assert width <= WIDE, kind
        assert height <= HIGH, kind


def test_the_first_run_is_gone_through_by_clicks(screen: XServer, tray: PlayedTray) -> None:
    tray("open first_run")
    with Pointer(screen.name) as pointer:
        for title in ("Microphone", "Key", "Model", "Try it here"):
            wait_until(lambda: title in tray.window("FirstRun")["says"], title)  # noqa: B023 - asked at once
            first = next(label for label in ("Skip this &page", "&Finish") if label in clicks(tray))
            assert "&Skip the setup" in clicks(tray) or first == "&Finish"
            x, y = (SCALE * each for each in tray.middle_of("FirstRun", first))
            assert (0 < x < WIDE, 0 < y < HIGH) == (True, True)
            pointer.click(x, y)
    wait_until(lambda: "FirstRun" not in {each["class"] for each in tray("where")}, "it is finished")


def clicks(tray: PlayedTray) -> dict[str, list[int]]:
    found: dict[str, list[int]] = tray.window("FirstRun")["clicks"]
    return found
