"""The tray on a real Wayland compositor: through XWayland, as it chooses itself, and without."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

import pytest

from tests.support import wayland_server
from tests.support.waiting import wait_until
from tests.support.wayland_pointer import WaylandPointer
from tests.support.wayland_server import WaylandField, WaylandServer
from tests.tray.journeys.hand import CARDS, PlayedTray

DICTATIONS = 30
MAIN = "Assistant"
PASSES_CLICKS = 23
"""The first XWayland that tells the compositor."""


@pytest.fixture
def both() -> Iterator[WaylandServer]:
    """Give a compositor with XWayland, to each test its own: after a client sway 1.7 misplaces a pointer."""
    if reason := wayland_server.missing_programs("Xwayland", "grim"):
        pytest.skip(f"{reason} xwayland grim")
    with WaylandServer(with_x11=True) as server:
        yield server


@pytest.fixture
def mouse(both: WaylandServer) -> Iterator[WaylandPointer]:
    """Give it a mouse, which is there before any window."""
    with WaylandPointer(both) as pointer:
        yield pointer


@pytest.fixture(scope="module")
def native() -> Iterator[WaylandServer]:
    """Give a compositor without it."""
    if reason := wayland_server.missing_programs("grim"):
        pytest.skip(f"{reason} grim")
    with WaylandServer() as server:
        yield server


@contextmanager
def tray(server: WaylandServer, home: Path, platform: str | None = None) -> Iterator[PlayedTray]:
    """Show the tray; where no `platform` is forced, on the one that it chooses."""
    environment = {
        **server.environment,
        "DISPLAY": server.x11_name,
        "QT_QPA_PLATFORM": platform or "",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
    }
    with PlayedTray(environment, home) as played:
        wait_until(lambda: server.find_window(MAIN), "a window, since there is no tray")
        yield played
        assert played.warnings() == []


def xwayland_version() -> int:
    told = subprocess.run(["Xwayland", "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r"Version (\d+)", told)
    assert found is not None, told
    return int(found[1])


def test_through_xwayland_the_overlay_is_seen_and_never_has_the_focus(
    both: WaylandServer, tmp_path: Path
) -> None:
    with WaylandField("qt", both) as field, tray(both, tmp_path) as played:
        field.focus()
        for number in range(DICTATIONS):
            assert "Panel" in played("begin")
            assert both.focused() == field.title, number
            assert {"Panel", "Buttons"} <= set(played("finish"))
            assert both.focused() == field.title, number
        left, top, width, height = played.window("Panel")["place"]
        assert abs(left + width // 2 - 640) <= 1  # at the middle of the lower edge
        assert 360 < top < 720 - height
        inside = left + 60, top + 10, 40, height - 20
        shown = both.look(inside)
        corner = both.look((left, top, 1, 1))
        assert corner != b"\0\0\0"  # blended, and not cut out
        played("cancel")
        wait_until(lambda: both.look(inside) != shown, "it is gone from the screen")


def test_through_xwayland_clicks_go_through_the_panel_and_the_button_takes_its_own(
    both: WaylandServer, mouse: WaylandPointer, tmp_path: Path
) -> None:
    with (
        WaylandField("qt", both) as field,
        WaylandField("qt", both) as below,
        tray(both, tmp_path) as played,
    ):
        field.focus()
        played("finish")
        panel = played.window("Panel")["place"]
        place = panel[0] + panel[2] // 2, panel[1] + panel[3] // 2
        x, y, width, height = both.place(below.title)
        assert x < place[0] < x + width
        assert y < place[1] < y + height
        mouse.click(*played.middle_of("Buttons", "Undo"))
        wait_until(lambda: played("controls") == ["Undo(count=1)"], "the order")
        assert both.focused() == field.title
        played("finish")
        mouse.click(*place)
        if xwayland_version() < PASSES_CLICKS:  # it tells no compositor where a window takes no clicks
            sleep(0.3)
            assert both.focused() == field.title
            assert played("controls") == ["Undo(count=1)"]
            return
        wait_until(lambda: both.focused() == below.title, "the click in the window below")


@pytest.mark.parametrize(("order", "kind", "label", "control"), CARDS)
def test_through_xwayland_cards_come_and_are_clicked_without_taking_the_keyboard(
    both: WaylandServer,
    mouse: WaylandPointer,
    tmp_path: Path,
    order: str,
    kind: str,
    label: str,
    control: str,
) -> None:
    with WaylandField("qt", both) as field, tray(both, tmp_path) as played:
        field.focus()
        assert kind in played(order)
        sleep(0.3)  # as long as a compositor may need to give it the keyboard
        assert both.focused() == field.title
        mouse.click(*played.middle_of(kind, label))
        wait_until(lambda: kind not in {each["class"] for each in played("where")}, "the card to go")
        wait_until(lambda: played("controls") == ([control] if control else []), "the order")
        assert both.focused() == field.title


@pytest.mark.parametrize("platform", [None, "wayland"])
def test_without_xwayland_nothing_comes_that_could_take_the_focus(
    native: WaylandServer, tmp_path: Path, platform: str | None
) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text('[look]\noverlay = "on"\n', encoding="utf-8")
    with WaylandField("qt", native) as field, tray(native, tmp_path, platform) as played:
        field.focus()
        for order in ("begin", "finish", "keep", "answer", "edit", "ask"):
            assert played(order) == ["SmallWindow", "icon"]
        sleep(0.3)
        assert native.focused() == field.title
        assert "Show the answer" in played.window("SmallWindow")["clicks"]


def test_without_xwayland_the_windows_open_where_they_are_clicked(
    native: WaylandServer, tmp_path: Path
) -> None:
    with tray(native, tmp_path) as played, WaylandPointer(native) as pointer:
        for label, title, kind in (
            ("Settings", "Settings — Assistant", "SettingsWindow"),
            ("History", "History — Assistant", "HistoryWindow"),
            ("Transcribe a file", "Transcribe files — Assistant", "TranscribeWindow"),
        ):
            x, y, _, _ = native.place(MAIN)  # only the compositor knows where a window is
            across, down = played.middle_of("SmallWindow", label)
            pointer.click(x + across, y + down)
            played.window(kind)
            wait_until(lambda: native.focused() == title, title)  # noqa: B023 - asked at once
            native.focus(MAIN)


@pytest.mark.parametrize("has_xwayland", [True, False])
def test_the_doctor_says_what_is_missing(
    native: WaylandServer, tmp_path: Path, *, has_xwayland: bool
) -> None:
    environment = {**os.environ, **native.environment, "ASSISTANT_HOME": str(tmp_path)}
    environment["DISPLAY"] = ":0" if has_xwayland else ""
    command = [sys.executable, "-m", "assistant", "doctor"]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=False).stdout
    assert ("without XWayland there is no overlay" in told) is not has_xwayland
