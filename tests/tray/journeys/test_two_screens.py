"""Two screens on a real X server: the overlay comes where somebody writes, and leaves a screen that goes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support import x_server
from tests.support.monitors import Box, move_window, put_monitor, take_monitor, window_box
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_server import XServer
from tests.tray.journeys.hand import PlayedTray

LEFT, RIGHT = (0, 0, 1280, 800), (1280, 200, 1280, 600)
"""Beside each other, and not of one height: above the right one there is nothing."""
SCALES = ("", "LEFT=1;RIGHT=2", "LEFT=2;RIGHT=1", "LEFT=1.5;RIGHT=1.5")


@pytest.fixture(scope="module")
def screen() -> Iterator[XServer]:
    if reason := x_server.missing_programs():
        pytest.skip(reason)
    with XServer(size=(2560, 800)) as server:
        put_monitor(server.name, "LEFT", LEFT, is_first=True)
        put_monitor(server.name, "RIGHT", RIGHT)
        yield server


@pytest.fixture
def field(screen: XServer) -> Iterator[TextField]:
    with TextField("qt", screen) as field:
        yield field


@contextmanager
def tray(screen: XServer, home: Path, scales: str = "") -> Iterator[PlayedTray]:
    scaled = {"QT_SCREEN_SCALE_FACTORS": scales} if scales else {}
    with PlayedTray({**screen.environment, **scaled}, home) as tray:
        tray.window("SmallWindow")
        yield tray
        assert tray.warnings() == []


def put(screen: XServer, field: TextField, box: Box) -> None:
    """Put the window there and write into it."""
    move_window(screen.name, field.window, box)
    wait_until(lambda: abs(window_box(screen.name, field.window)[0] - box[0]) < 60, "the window there")
    screen.focus(field.window)


def shown(screen: XServer, tray: PlayedTray, kind: str = "Panel") -> Box:
    return window_box(screen.name, tray.window(kind)["id"])


def stands_on(box: Box, monitor: Box) -> bool:
    """Tell whether it is there in whole, at the middle of the lower edge."""
    x, y, width, height = box
    left, top, broad, high = monitor
    in_the_middle = abs(x + width / 2 - (left + broad / 2)) <= 2
    return in_the_middle and x >= left and top + high / 2 < y <= top + high - height


@pytest.mark.parametrize("scales", SCALES)
def test_it_comes_on_the_screen_of_the_window_that_is_written_into(
    screen: XServer, field: TextField, tmp_path: Path, scales: str
) -> None:
    with tray(screen, tmp_path, scales) as played:
        for box, monitor in (
            ((100, 100, 600, 300), LEFT),
            ((1500, 400, 600, 300), RIGHT),
            ((880, 300, 600, 300), LEFT),  # 400 of its 600 pixels are on the left
            ((1080, 300, 600, 300), RIGHT),
            ((1300, 20, 500, 260), RIGHT),  # its middle is above the screen, where there is nothing
        ):
            put(screen, field, box)
            played("begin")
            wait_until(lambda: stands_on(shown(screen, played), monitor), f"the overlay for {box}")  # noqa: B023 - asked at once
            played("finish")
            panel, buttons = shown(screen, played), shown(screen, played, "Buttons")
            assert stands_on(panel, monitor)
            assert panel[0] < buttons[0] < buttons[0] + buttons[2] <= panel[0] + panel[2]
            assert panel[1] <= buttons[1] < buttons[1] + buttons[3] <= panel[1] + panel[3]


def test_it_leaves_a_screen_that_goes_while_it_is_shown(
    screen: XServer, field: TextField, tmp_path: Path
) -> None:
    with tray(screen, tmp_path) as played:
        put(screen, field, (1500, 400, 600, 300))
        played("begin")
        wait_until(lambda: stands_on(shown(screen, played), RIGHT), "the overlay on the right")
        take_monitor(screen.name, "RIGHT")
        wait_until(lambda: stands_on(shown(screen, played), LEFT), "the overlay on what is left")
        played("finish")
        assert stands_on(shown(screen, played), LEFT)
        put_monitor(screen.name, "RIGHT", RIGHT)
        put(screen, field, (1500, 400, 600, 300))

        def is_back() -> bool:  # Qt hears of the new screen a moment later
            played("begin")
            return stands_on(shown(screen, played), RIGHT)

        wait_until(is_back, "the overlay on the screen that is there again")
