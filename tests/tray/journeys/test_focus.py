"""The overlay and the cards on a real X server with a window manager: the focus stays where it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import x_server
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_pointer import Pointer
from tests.support.x_server import XServer
from tests.tray.journeys.hand import CARDS, PlayedTray

DICTATIONS = 200


@pytest.fixture(scope="module")
def screen() -> Iterator[XServer]:
    if reason := x_server.missing_programs():
        pytest.skip(reason)
    with XServer() as server:
        yield server


@pytest.fixture
def field(screen: XServer) -> Iterator[TextField]:
    with TextField("qt", screen) as field:
        field.focus()
        yield field


@pytest.fixture
def tray(screen: XServer, field: TextField, tmp_path: Path) -> Iterator[PlayedTray]:
    with PlayedTray(screen.environment, tmp_path) as tray:
        tray.window("SmallWindow")  # there is no tray here, so a window stands in for it
        field.focus()
        yield tray


@pytest.fixture
def pointer(screen: XServer) -> Iterator[Pointer]:
    with Pointer(screen.name) as pointer:
        yield pointer


def test_200_dictations_and_the_overlay_never_has_the_focus(
    screen: XServer, field: TextField, tray: PlayedTray
) -> None:
    for number in range(DICTATIONS):
        assert "Panel" in tray("begin")
        assert screen.active_window() == field.window, number
        screen.tap("a")
        shown = tray("finish")
        assert {"Panel", "Buttons"} <= set(shown)
        assert screen.active_window() == field.window, number
    assert field.received("a" * DICTATIONS) == "a" * DICTATIONS
    assert tray.warnings() == []


def test_clicks_go_through_the_panel_and_only_the_button_takes_them(
    screen: XServer, field: TextField, tray: PlayedTray, pointer: Pointer
) -> None:
    tray("begin")
    left, top, _width, height = tray.window("Panel")["place"]
    pointer.move(5, 5)
    elsewhere = pointer.below()
    pointer.move(left + 20, top + height // 2)
    assert pointer.below() == elsewhere  # as if nothing were there
    tray("finish")
    pointer.move(*tray.middle_of("Buttons", "Undo"))
    assert pointer.below() != elsewhere
    pointer.click(*tray.middle_of("Buttons", "Undo"))
    wait_until(lambda: tray("controls") == ["Undo(count=1)"], "the order")
    assert screen.active_window() == field.window


def test_what_was_kept_is_one_click_away(
    screen: XServer, field: TextField, tray: PlayedTray, pointer: Pointer
) -> None:
    tray("keep")
    pointer.click(*tray.middle_of("Buttons", "Type it"))
    wait_until(lambda: tray("controls") == ["DeliverKept()"], "the order")
    assert screen.active_window() == field.window


@pytest.mark.parametrize(("order", "kind", "label", "control"), CARDS)
def test_cards_come_and_are_clicked_without_taking_the_keyboard(
    screen: XServer,
    field: TextField,
    tray: PlayedTray,
    pointer: Pointer,
    order: str,
    kind: str,
    label: str,
    control: str,
) -> None:
    assert kind in tray(order)
    pointer.move(*tray.middle_of(kind, label))
    assert screen.active_window() == field.window
    screen.tap("b")
    assert field.received("b") == "b"
    pointer.click(*tray.middle_of(kind, label))
    wait_until(lambda: kind not in {each["class"] for each in tray("where")}, "the card to go")
    wait_until(lambda: tray("controls") == ([control] if control else []), "the order")
    assert screen.active_window() == field.window
