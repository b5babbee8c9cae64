"""“Pick a window…” among the applications: clicked on a real X server, in the real window of settings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import x_server
from tests.support.monitors import move_window
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_pointer import Pointer
from tests.support.x_server import XServer
from tests.tray.journeys.hand import PlayedTray

KIND = "SettingsWindow"


@pytest.fixture(scope="module")
def screen() -> Iterator[XServer]:
    if reason := x_server.missing_programs("xterm"):
        pytest.skip(reason)
    with XServer(size=(1920, 1000)) as server:
        yield server


@pytest.fixture
def pointer(screen: XServer) -> Iterator[Pointer]:
    with Pointer(screen.name) as pointer:
        yield pointer


@pytest.fixture
def fields(screen: XServer) -> Iterator[tuple[TextField, TextField]]:
    """Show two windows, of which one is the user's and one the application that is meant."""
    with TextField("qt", screen) as mine, TextField("xterm", screen) as meant:
        yield mine, meant


@pytest.fixture
def tray(screen: XServer, fields: tuple[TextField, TextField], tmp_path: Path) -> Iterator[PlayedTray]:
    with PlayedTray(screen.environment, tmp_path) as tray:
        tray("open settings:applications")
        settings = tray.window(KIND)["id"]
        wait_until(lambda: screen.active_window() == settings, "the settings in front")
        yield tray
        assert tray.warnings() == []


def says(tray: PlayedTray, words: str) -> bool:
    return any(words in sentence for sentence in tray.window(KIND)["says"])


def begin(tray: PlayedTray, pointer: Pointer) -> None:
    pointer.click(*tray.middle_of(KIND, "Pick a window…"))
    wait_until(lambda: says(tray, "Click the window"), "what is to be done")


def apart(screen: XServer, tray: PlayedTray, window: int) -> tuple[int, int]:
    """Put the settings to the left and a window to the right; return a place in that."""
    left, _top, width, height = tray.window(KIND)["place"]
    move_window(screen.name, tray.window(KIND)["id"], (0, 0, width, height))
    move_window(screen.name, window, (1600, 700, 250, 200))
    wait_until(lambda: tray.window(KIND)["place"][0] < left, "the settings to the left")
    return 1700, 800


def chosen(home: Path) -> str:
    file = home / "config" / "settings.toml"
    return file.read_text(encoding="utf-8") if file.exists() else ""


def test_the_window_that_is_clicked_becomes_a_profile(
    screen: XServer, tray: PlayedTray, pointer: Pointer, fields: tuple[TextField, TextField], tmp_path: Path
) -> None:
    place = apart(screen, tray, fields[1].window)
    begin(tray, pointer)
    pointer.click(*place)
    wait_until(lambda: says(tray, "✓ XTerm"), "it is named")
    assert 'match = "XTerm"' in chosen(tmp_path)
    settings = tray.window(KIND)["id"]
    wait_until(lambda: screen.active_window() == settings, "the settings in front again")
    begin(tray, pointer)
    pointer.click(*place)
    wait_until(lambda: says(tray, "✓ XTerm"), "it is named again")
    assert chosen(tmp_path).count("match =") == 1


def test_a_window_of_ours_is_not_one(
    screen: XServer, tray: PlayedTray, pointer: Pointer, fields: tuple[TextField, TextField], tmp_path: Path
) -> None:
    begin(tray, pointer)
    tray("open history")
    wait_until(lambda: screen.active_window() == tray.window("HistoryWindow")["id"], "another window of ours")
    tray("open settings")
    wait_until(lambda: screen.active_window() == tray.window(KIND)["id"], "and back")
    assert says(tray, "Click the window")  # it still waits
    assert "match =" not in chosen(tmp_path)
    pointer.click(*tray.middle_of(KIND, "Call off"))
    wait_until(lambda: not says(tray, "Click the window"), "called off by a click")
    assert "Pick a window…" in tray.window(KIND)["clicks"]


def test_escape_calls_off(
    screen: XServer, tray: PlayedTray, pointer: Pointer, fields: tuple[TextField, TextField], tmp_path: Path
) -> None:
    place = apart(screen, tray, fields[1].window)
    begin(tray, pointer)
    screen.tap("Escape")
    wait_until(lambda: says(tray, "Called off."), "called off")
    pointer.click(*place)
    wait_until(lambda: screen.active_window() == fields[1].window, "the other window")
    assert not says(tray, "✓")
    assert "match =" not in chosen(tmp_path)
