"""The icon in real trays, old (XEmbed) and new (D-Bus): the menu is opened and clicked by XTEST."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support import x_server
from tests.support.waiting import wait_until
from tests.support.x_pointer import Pointer
from tests.support.x_server import XServer
from tests.tray.conftest import PATIENCE, Panel, line_with, running
from tests.tray.journeys.hand import PlayedTray

LEFT, RIGHT = 1, 3
TRAYER = ["trayer", "--edge", "top", "--align", "right", "--width", "10", "--height", "28"]


@pytest.fixture(scope="module")
def screen() -> Iterator[XServer]:
    if reason := x_server.missing_programs("trayer", "dbus-daemon", "dbus-send"):
        pytest.skip(f"{reason} trayer dbus")
    with XServer() as server:
        yield server


@pytest.fixture
def pointer(screen: XServer) -> Iterator[Pointer]:
    with Pointer(screen.name) as pointer:
        yield pointer


def menu_is_clicked(tray: PlayedTray, pointer: Pointer, label: str) -> None:
    pointer.click(*tray.middle_of("QMenu", label))


@pytest.mark.parametrize("button", [LEFT, RIGHT])
def test_the_old_tray_shows_the_icon_and_its_menu_works(
    screen: XServer, pointer: Pointer, tmp_path: Path, button: int
) -> None:
    environment = {"DISPLAY": screen.name}
    with running(TRAYER, environment), PlayedTray(environment, tmp_path) as tray:
        wait_until(lambda: tray.window("icon")["place"][2] > 0, "the icon in the tray")
        pointer.click(*tray.middle_of("icon"), button)
        menu_is_clicked(tray, pointer, "Private: keep nothing")
        wait_until(lambda: tray("controls") == ["SetPrivacy(is_private=True)"], "the order")
        pointer.click(*tray.middle_of("icon"), button)
        menu_is_clicked(tray, pointer, "Quit")
        assert tray.process.wait(PATIENCE) == 0
        assert tray.warnings() == []


def test_the_new_tray_opens_the_menu_at_the_icon_and_it_works(
    screen: XServer, pointer: Pointer, tmp_path: Path
) -> None:
    environment = {"DISPLAY": screen.name, "PATH": "/usr/bin:/bin"}
    with ExitStack() as stack:
        daemon = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        bus = stack.enter_context(running(daemon, environment))
        environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:" + line_with(bus, "unix:")
        host = [sys.executable, str(Path(__file__).parents[1] / "stand_in_panel.py")]
        panel = Panel(environment, stack.enter_context(running(host, environment)))
        line_with(panel.process, "ready")
        tray = stack.enter_context(PlayedTray(environment, tmp_path))
        panel.wait_for_item()
        assert '"on-device-assistant"' in panel.property("Id")
        pointer.move(300, 200)
        panel._send("/StatusNotifierItem", "org.kde.StatusNotifierItem.Activate", "int32:300", "int32:200")
        tray("ask")  # there is nobody who shows notifications, and that is no reason to complain or to wait
        menu_is_clicked(tray, pointer, "Pause: close the microphone")
        wait_until(lambda: tray("controls") == ["SetPause(is_paused=True)"], "the order")
        panel._send("/StatusNotifierItem", "org.kde.StatusNotifierItem.Activate", "int32:300", "int32:200")
        menu_is_clicked(tray, pointer, "Quit")
        assert tray.process.wait(PATIENCE) == 0
        assert tray.warnings() == []
